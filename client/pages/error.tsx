import { Layout } from '../components/layout.tsx';
import type { ErrorPageData } from './data.ts';

export function ErrorPage({ data }: { data: ErrorPageData }) {
  return (
    <Layout settings={data.settings}>
      <div class="mh-prose">
        <h1 class="govuk-heading-l">{data.title}</h1>
        <p class="govuk-body">{data.detail}</p>
        <p class="govuk-body">
          You can{' '}
          <a class="govuk-link" href="/">
            search for a place
          </a>{' '}
          or read{' '}
          <a class="govuk-link" href="/about">
            what Moothall is
          </a>
          .
        </p>
        <p class="govuk-body-s mh-quiet">Code {data.status}</p>
      </div>
    </Layout>
  );
}
