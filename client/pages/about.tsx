import { Layout } from '../components/layout.tsx';
import type { AboutPageData } from './data.ts';

export function AboutPage({ data }: { data: AboutPageData }) {
  return (
    <Layout settings={data.settings}>
      <h1 class="govuk-heading-l">About</h1>
    </Layout>
  );
}
