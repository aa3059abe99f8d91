/** One listing in the hands of an operator: hiding it, showing it again, merging it into another. */
import { Done, ErrorSummary, TextArea, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { MergerShown } from '../components/merger.tsx';
import { useLanguage } from '../language/context.tsx';
import { emptyForm } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { OperatorVenuePageData } from './data.ts';

export function OperatorVenuePage({ data }: { data: OperatorVenuePageData }) {
  const { t, href } = useLanguage();
  const { venue, notice, form } = data;
  const path = href(`/operator/venues/${venue.id}`);
  return (
    <Layout settings={data.settings}>
      <a class="govuk-back-link" href={href('/operator')}>
        {t('operator.toQueue')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} ids={{ words: `words-${form.values.merger}` }} />
        {data.isDone && <Done>{t('operator.done')}</Done>}
        <h1 class="govuk-heading-l" dir="auto">
          {venue.name}
        </h1>
        {data.holder && <p class="govuk-body">{t('operator.claimedBy', { holder: data.holder })}</p>}
        <p class="govuk-body">
          <a class="govuk-link" href={href(venuePath(venue))}>
            {t('claim.backToVenue')}
          </a>
        </p>
        {data.mergers.map((merger) => (
          <section class="mh-card" key={merger.id}>
            <MergerShown merger={merger} />
            <form method="post" action={path} novalidate>
              <input type="hidden" name="merger" value={merger.id} />
              <TextArea
                form={form.values.merger === String(merger.id) ? form : emptyForm}
                name="words"
                id={`words-${merger.id}`}
                label={t('operator.mergerWhy')}
                hint={t('operator.publicHint')}
                maxLength={1000}
              />
              <div class="mh-presses">
                <button type="submit" name="do" value="carryOut" class="mh-button">
                  {t('operator.mergerCarryOut')}
                </button>
                <button type="submit" name="do" value="drop" class="mh-button mh-button--quiet">
                  {t('operator.mergerDrop')}
                </button>
              </div>
            </form>
          </section>
        ))}
        {notice && (
          <form method="post" action={path}>
            <p class="govuk-body">{t('operator.isHidden')}</p>
            <blockquote class="mh-said" dir="auto">
              {notice.reason}
            </blockquote>
            {notice.reply && (
              <>
                <p class="govuk-body">{t('operator.noticeReply')}</p>
                <blockquote class="mh-said" dir="auto">
                  {notice.reply}
                </blockquote>
              </>
            )}
            <button type="submit" name="do" value="restore" class="mh-button">
              {t('operator.restoreNow')}
            </button>
          </form>
        )}
        {!notice && !data.isPublished && <p class="govuk-body">{t('operator.isNotPublished')}</p>}
        {!notice && data.isPublished && (
          <>
            <form method="post" action={path} novalidate>
              <h2 class="govuk-heading-m">{t('operator.hide')}</h2>
              <TextArea
                form={form}
                name="reason"
                label={t('operator.hideReason')}
                hint={t('operator.publicHint')}
                maxLength={1000}
              />
              <button type="submit" name="do" value="hide" class="mh-button">
                {t('operator.hideNow')}
              </button>
            </form>
            <form method="post" action={path} novalidate>
              <h2 class="govuk-heading-m">{t('operator.merge')}</h2>
              <p class="govuk-body">{t('operator.mergeHow')}</p>
              <TextInput form={form} name="into" label={t('operator.mergeInto')} dir="ltr" />
              <TextArea
                form={form}
                name="mergerReason"
                label={t('operator.mergerReason')}
                hint={t('operator.publicHint')}
                maxLength={1000}
              />
              <button type="submit" name="do" value="merge" class="mh-button mh-button--quiet">
                {t('operator.mergeNow')}
              </button>
            </form>
          </>
        )}
      </div>
    </Layout>
  );
}
