/** Something is not here, or did not work: what it is, and where to go from here. */
import { Layout } from '../components/layout.tsx';
import { inEnglish, Rich, useLanguage } from '../language/context.tsx';
import { failureText } from '../logic/failure.ts';
import type { ErrorPageData } from './data.ts';

/** What may be over in a moment: the address has all that was asked, and is worth another try. */
const passing = (status: number) => status === 429 || status >= 500;

export function ErrorPage({ data }: { data: ErrorPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { title, text, saysMore } = failureText(language, data.status);
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
            <a class="mh-button" href={href(data.settings.path)}>
              {t('error.again')}
            </a>
          </p>
        )}
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
