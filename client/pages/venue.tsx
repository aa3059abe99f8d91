import { Layout } from '../components/layout.tsx';
import type { VenuePageData } from './data.ts';

export function VenuePage({ data }: { data: VenuePageData }) {
  return (
    <Layout settings={data.settings}>
      <h1 class="govuk-heading-l">Venue</h1>
    </Layout>
  );
}
