/** Handing a place on to another group: the offer, or what is offered already. */
import { Done, ErrorSummary, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { Press } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';
import type { HandoverPageData } from './data.ts';

export function HandoverPage({ data }: { data: HandoverPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { venue, offer, form, done } = data;
  const action = href(`${venuePath(venue)}/manage/handover`);
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${venuePath(venue)}/manage`)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {done && <Done>{t(`organisation.done_${done}`)}</Done>}
        <h1 class="govuk-heading-l">{t('organisation.handoverTitle')}</h1>
        <p class="govuk-body-l" dir="auto">
          {venue.name}
        </p>
        {offer ? (
          <>
            <p class="govuk-body">
              {t('organisation.offeredTo', {
                organisation: offer.to.name,
                day: formatDay(language, offer.expiresAt.slice(0, 10)),
              })}
            </p>
            <p class="govuk-body">{t('organisation.offeredUntilThen')}</p>
            <Press
              action={action}
              values={{ do: 'back', offer: offer.id }}
              label={t('organisation.takeBack')}
            />
          </>
        ) : (
          <form method="post" action={action} novalidate>
            <p class="govuk-body">{t('organisation.handoverHow')}</p>
            <p class="govuk-body">{t('organisation.handoverTakes')}</p>
            <TextInput
              form={form}
              name="to"
              label={t('organisation.handoverTo')}
              hint={t('organisation.handoverToHint')}
              autocomplete="off"
              dir="auto"
            />
            <button type="submit" class="mh-button">
              {t('organisation.offer')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
