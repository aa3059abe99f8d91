/** One listing in the hands of an operator: hiding it, showing it again, merging it into another. */
import { Done, ErrorSummary, TextArea, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { MergerShown } from '../components/merger.tsx';
import { ReportItem } from '../components/report-item.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { emptyForm } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { OperatorVenuePageData } from './data.ts';
import { NoticeShown } from './notice.tsx';

function Proposed({
  data,
  proposed,
}: {
  data: OperatorVenuePageData;
  proposed: OperatorVenuePageData['mergers'][number];
}) {
  const language = useLanguage();
  const { t, href } = language;
  const { merger, notYet } = proposed;
  const form = data.form.values.merger === String(merger.id) ? data.form : emptyForm;
  const day = formatDay(language, merger.answerableUntil);
  return (
    <section class="mh-card">
      <MergerShown merger={merger} />
      {notYet && (
        <p class="govuk-body">
          <strong>{t(`operator.mergerNotYet_${notYet}`, { day })}</strong>
        </p>
      )}
      <form method="post" action={href(`/operator/venues/${data.venue.id}`)} novalidate>
        <input type="hidden" name="merger" value={merger.id} />
        <TextArea
          form={form}
          name="words"
          id={`words-${merger.id}`}
          label={t(notYet ? 'operator.mergerWhyDrop' : 'operator.mergerWhy')}
          hint={t('operator.publicHint')}
          maxLength={1000}
        />
        <div class="mh-presses">
          {!notYet && (
            <button type="submit" name="do" value="carryOut" class="mh-button">
              {t('operator.mergerCarryOut')}
            </button>
          )}
          <button type="submit" name="do" value="drop" class="mh-button mh-button--quiet">
            {t('operator.mergerDrop')}
          </button>
        </div>
      </form>
    </section>
  );
}

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
            {t('operator.seeListing')}
          </a>
        </p>
        {data.mergers.map((proposed) => (
          <Proposed key={proposed.merger.id} data={data} proposed={proposed} />
        ))}
        {data.reports.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('operator.reports')}</h2>
            <ul class="govuk-list">
              {data.reports.map((report) => (
                <ReportItem key={report.id} report={report} isNamed={false} />
              ))}
            </ul>
          </>
        )}
        {notice && (
          <form method="post" action={path}>
            <h2 class="govuk-heading-m">{t('operator.isHidden')}</h2>
            <NoticeShown notice={notice} />
            <button type="submit" name="do" value="restore" class="mh-button">
              {t('operator.restoreNow')}
            </button>
          </form>
        )}
        {!notice && !data.isPublished && <p class="govuk-body">{t('operator.isNotPublished')}</p>}
        {!notice && data.isPublished && (
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
        )}
        {!notice && data.isPublished && data.mergers.length === 0 && (
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
        )}
      </div>
    </Layout>
  );
}
