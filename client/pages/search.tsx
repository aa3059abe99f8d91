import { Layout } from '../components/layout.tsx';
import type { SearchPageData } from './data.ts';

export function SearchPage({ data }: { data: SearchPageData }) {
  return (
    <Layout settings={data.settings}>
      <h1 class="govuk-heading-l">Search</h1>
    </Layout>
  );
}
