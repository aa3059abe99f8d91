/** Something is not here, or did not work: what it is, and where to go from here. */
import { Layout } from '../components/layout.tsx';
import { inEnglish, Rich, useLanguage } from '../language/context.tsx';
import { failureText, placeIn } from '../logic/failure.ts';
import type { ErrorPageData } from './data.ts';

/** What may be over in a moment: the address has all that was asked, and is worth another try. */
const passing = (status: number) => status === 429 || status >= 500;

/** For whoever is signed in, but not as somebody who may do this. */
function Elsewhere({ path }: { path: string }) {
  const { t, href } = useLanguage();
  const place = placeIn(path);
  const ways = [
    ...(place ? [{ to: place, words: t('error.toPlace') }] : []),
    { to: '/account', words: t('account.yourPlaces') },
    { to: `/sign-in?next=${encodeURIComponent(href(path))}`, words: t('error.asAnother') },
  ];
  return (
    <ul class="govuk-list">
      {ways.map(({ to, words }) => (
        <li key={to}>
          <a class="govuk-link mh-tap" href={href(to)}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function ErrorPage({ data }: { data: ErrorPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { path } = data.settings;
  const { title, text, saysMore } = failureText(language, data, path);
  return (
    <Layout settings={data.settings}>
      <div class="mh-prose">
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
        {saysMore && (
          <p class="govuk-body" {...inEnglish(language)}>
            {data.detail}
          </p>
        )}
        {passing(data.status) && (
          <p class="govuk-body">
            <a class="mh-button" href={href(path)}>
              {t('error.again')}
            </a>
          </p>
        )}
        {data.status === 403 && <Elsewhere path={path} />}
        <p class="govuk-body">
          <Rich
            text={t('error.next')}
            tags={{
              search: (words) => (
                <a class="govuk-link" href={href('/')}>
                  {words}
                </a>
              ),
              about: (words) => (
                <a class="govuk-link" href={href('/about')}>
                  {words}
                </a>
              ),
            }}
          />
        </p>
        <p class="govuk-body-s mh-quiet">{t('error.code', { status: data.status })}</p>
      </div>
    </Layout>
  );
}
