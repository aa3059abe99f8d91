/** One version of a place's house terms, as it stays readable. */
import { Layout } from '../components/layout.tsx';
import { TermsSaid } from '../components/terms-said.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { TermsVersionPageData } from './data.ts';

export function TermsVersionPage({ data }: { data: TermsVersionPageData }) {
  const { t, href } = useLanguage();
  const { venue, terms, isCurrent } = data;
  return (
    <Layout settings={data.settings}>
      <a class="govuk-back-link" href={href(`${venuePath(venue)}#terms`)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-prose">
        <h1 class="govuk-heading-l">{t('house.title', { venue: venue.name })}</h1>
        <p class="govuk-body">
          {t('house.version', { version: data.version })}{' '}
          <strong>{isCurrent ? t('house.isCurrent') : t('house.isOld')}</strong>
        </p>
        <section class="mh-panel">
          {terms ? <TermsSaid terms={terms} /> : <p class="mh-panel__text">{t('house.nothing')}</p>}
        </section>
      </div>
    </Layout>
  );
}
