/** Something is not here, or did not work: what it is, and where to go from here. */
import { Layout } from '../components/layout.tsx';
import { inEnglish, Rich, useLanguage } from '../language/context.tsx';
import { failureText } from '../logic/failure.ts';
import type { ErrorPageData } from './data.ts';

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
