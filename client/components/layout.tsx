/** The frame of every page: skip link, header with the same page in other languages, the demo’s banner, main, footer. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language/context.tsx';
import { aboutLocale, localePath, locales } from '../language/locales.ts';
import type { Settings } from '../pages/data.ts';
import { Mark } from './icons.tsx';
import { ShortlistLink } from './shortlist-link.tsx';

interface Props {
  settings: Settings;
  children: ComponentChildren;
  /** The search page is wide, to hold list and map side by side. */
  wide?: boolean;
  current?: '/' | '/about' | '/list' | '/account' | '/api/docs' | '/shortlist' | '/plan';
}

const links = [
  { href: '/', label: 'common.findPlace' },
  { href: '/list', label: 'common.listPlace' },
  { href: '/account', label: 'common.yourPlaces' },
] as const;

function Languages({ path }: { path: string }) {
  const { locale, t } = useLanguage();
  return (
    <nav class="mh-languages" aria-label={t('common.languages')}>
      <ul>
        {locales.map((each) => {
          const { name, tag, dir } = aboutLocale[each];
          return (
            <li key={each}>
              <a
                href={localePath(each, path)}
                lang={tag}
                dir={dir}
                hreflang={tag}
                aria-current={each === locale ? 'true' : undefined}
              >
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function Layout({ settings, children, wide = false, current }: Props) {
  const { t, href } = useLanguage();
  const width = wide ? 'mh-width mh-width--wide' : 'mh-width';
  return (
    <>
      <a href="#main" class="govuk-skip-link">
        {t('common.skip')}
      </a>
      <header class="mh-header">
        <div class={`${width} mh-header__inner`}>
          <a href={href('/')} class="mh-header__name">
            <Mark />
            <span>{t('common.name')}</span>
          </a>
          <Languages path={settings.path} />
          <nav aria-label={t('common.navigation')} class="mh-header__nav">
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <a href={href(link.href)} aria-current={link.href === current ? 'page' : undefined}>
                    {t(link.label)}
                  </a>
                </li>
              ))}
              {(settings.plans || current === '/plan') && (
                <li>
                  <a href={href('/plan')} aria-current={current === '/plan' ? 'page' : undefined}>
                    {t('common.plans')}
                  </a>
                </li>
              )}
              <li>
                <ShortlistLink current={current === '/shortlist'} />
              </li>
            </ul>
          </nav>
        </div>
      </header>
      {settings.demo && (
        <aside class="mh-demo" aria-label={t('common.demoLabel')}>
          <div class={width}>
            <p>
              <strong>{t('common.demoTitle')}</strong> {t('common.demo')}
            </p>
          </div>
        </aside>
      )}
      <main id="main" class={`${width} mh-main`} tabIndex={-1}>
        {children}
      </main>
      <footer class="mh-footer">
        <div class={width}>
          <p>{t('common.promise')}</p>
          <ul>
            <li>
              <a href={href('/about')}>{t('common.footerAbout')}</a>
            </li>
            <li>
              <a href={href('/areas')}>{t('common.footerAreas')}</a>
            </li>
            <li>
              <a href={href('/api/docs')}>{t('common.footerApi')}</a>
            </li>
            <li>
              <a href="/api/openapi.json">{t('common.footerOpenApi')}</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
