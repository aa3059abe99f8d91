/** The frame of every page: skip link, header, the demo’s banner, main, footer. */
import type { ComponentChildren } from 'preact';
import type { Settings } from '../pages/data.ts';
import { words } from '../words.ts';
import { Mark } from './icons.tsx';

interface Props {
  settings: Settings;
  children: ComponentChildren;
  /** The search page is wide, to hold list and map side by side. */
  wide?: boolean;
  current?: '/' | '/about' | '/api/docs';
}

const links = [
  { href: '/', label: 'Find a place' },
  { href: '/about', label: 'About' },
  { href: '/api/docs', label: 'Use the data' },
] as const;

export function Layout({ settings, children, wide = false, current }: Props) {
  const width = wide ? 'mh-width mh-width--wide' : 'mh-width';
  return (
    <>
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <header class="mh-header">
        <div class={`${width} mh-header__inner`}>
          <a href="/" class="mh-header__name">
            <Mark />
            <span>{words.name}</span>
          </a>
          <nav aria-label="Main" class="mh-header__nav">
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link.href === current ? 'page' : undefined}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      {settings.demo && (
        <aside class="mh-demo" aria-label="About this demo">
          <div class={width}>
            <p>
              <strong>{words.demoTitle}</strong> {words.demo}
            </p>
          </div>
        </aside>
      )}
      <main id="main" class={`${width} mh-main`} tabIndex={-1}>
        {children}
      </main>
      <footer class="mh-footer">
        <div class={width}>
          <p>{words.promise}</p>
          <ul>
            <li>
              <a href="/about">About Moothall and its sources</a>
            </li>
            <li>
              <a href="/api/docs">API for developers</a>
            </li>
            <li>
              <a href="/api/openapi.json">OpenAPI document</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
