import { Layout } from '../components/layout.tsx';
import type { DocsPageData } from './data.ts';

export function DocsPage({ data }: { data: DocsPageData }) {
  return (
    <Layout settings={data.settings}>
      <h1 class="govuk-heading-l">Docs</h1>
    </Layout>
  );
}
