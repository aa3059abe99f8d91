/** All enquiries of a member’s groups: what they were asked, and what they ask. */
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { placeName, stateWords } from '../logic/enquiry.ts';
import type { EnquiriesPageData, EnquiryList } from './data.ts';

function List({ list, side }: { list: EnquiryList; side: 'received' | 'asked' }) {
  const language = useLanguage();
  const { t, href } = language;
  return (
    <section aria-labelledby={side}>
      <h2 class="govuk-heading-m" id={side}>
        {t(`enquiry.${side}Title`)}
      </h2>
      {list.items.length === 0 ? (
        <p class="govuk-body">{t(side === 'received' ? 'enquiry.noneReceived' : 'enquiry.noneAsked')}</p>
      ) : (
        <ul class="govuk-list mh-desk-list">
          {list.items.map((each) => (
            <li key={each.id}>
              <a class="govuk-link mh-tap" href={href(`/enquiries/${each.id}`)} dir="auto">
                {placeName(language, each)}
              </a>
              <span dir="auto">
                {side === 'received'
                  ? t('enquiry.fromGroup', { from: each.from.name })
                  : each.holder && t('enquiry.toGroup', { holder: each.holder.name })}
              </span>
              <span class="mh-quiet">{stateWords(language, each)}</span>
            </li>
          ))}
        </ul>
      )}
      {list.next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link mh-tap" href={href(`/enquiries?side=${side}&before=${list.next}`)}>
            {t('enquiry.next')}
          </a>
        </p>
      )}
    </section>
  );
}

export function EnquiriesPage({ data }: { data: EnquiriesPageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href('/account')}>
        {t('account.yourPlaces')}
      </a>
      <div class="mh-desk">
        <h1 class="govuk-heading-l">{t('enquiry.listTitle')}</h1>
        <p class="govuk-body">{t('enquiry.listHow')}</p>
        {data.received && <List list={data.received} side="received" />}
        {data.asked && <List list={data.asked} side="asked" />}
      </div>
    </Layout>
  );
}
