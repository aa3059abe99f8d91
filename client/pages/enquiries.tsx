/** All enquiries of a member’s groups: what they were asked, and what they ask. */
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { placeName, stateWords, waitsForYou } from '../logic/enquiry.ts';
import type { EnquiriesPageData, EnquiryList } from './data.ts';

function List({ list, side }: { list: EnquiryList; side: 'received' | 'asked' }) {
  const language = useLanguage();
  const { t, href } = language;
  const as = side === 'received' ? 'holder' : 'asker';
  const waits = (each: EnquiryList['items'][number]) => waitsForYou(each, as);
  const items = [...list.items.filter(waits), ...list.items.filter((each) => !waits(each))];
  return (
    <section aria-labelledby={side}>
      <h2 class="govuk-heading-m" id={side}>
        {t(`enquiry.${side}Title`)}
      </h2>
      {list.items.length === 0 ? (
        <p class="govuk-body">{t(side === 'received' ? 'enquiry.noneReceived' : 'enquiry.noneAsked')}</p>
      ) : (
        <ul class="govuk-list mh-desk-list mh-asked">
          {items.map((each) => (
            <li key={each.id}>
              <a class="govuk-link mh-tap mh-asked__name" href={href(`/enquiries/${each.id}`)}>
                <bdi>{placeName(language, each)}</bdi>
                {each.service !== undefined && (
                  <>
                    : <bdi>{each.service}</bdi>
                  </>
                )}
              </a>
              <span class="mh-asked__who" dir="auto">
                {side === 'received'
                  ? t('enquiry.fromGroup', { from: each.from.name })
                  : each.holder && t('enquiry.toGroup', { holder: each.holder.name })}
              </span>
              <span class={waits(each) ? 'mh-asked__waits' : 'mh-quiet'}>
                {stateWords(language, each, as)}
              </span>
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
