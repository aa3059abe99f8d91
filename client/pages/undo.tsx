/** The second of two taps: what undoing a change puts back, and what it leaves. */
import { ErrorSummary } from '../components/form.tsx';
import { HistoryLines } from '../components/history-lines.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { UndoPageData } from './data.ts';

export function UndoPage({ data }: { data: UndoPageData }) {
  const { t, href } = useLanguage();
  const { venue, version, against, lines, left, refusal, form } = data;
  const list = `${venuePath(venue)}/manage/history`;
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(list)}>
        {t('history.backToAll')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">{t('history.undoTitle', { venue: venue.name })}</h1>
        <p class="govuk-body">{t('history.undoWhose', { when: data.when, who: data.who })}</p>
        {refusal ? (
          <p class="govuk-body">{refusal}</p>
        ) : (
          <form method="post" action={href(`${list}/${version}`)}>
            <input type="hidden" name="against" value={against} />
            <h2 class="govuk-heading-m mh-history__next">{t('history.willBe')}</h2>
            <HistoryLines lines={lines} />
            <div class="mh-desk-actions">
              <button type="submit" class="mh-button">
                {t('history.undoNow')}
              </button>
              <a class="govuk-link mh-tap" href={href(list)}>
                {t('history.leave')}
              </a>
            </div>
          </form>
        )}
        {left.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('history.leftTitle')}</h2>
            <HistoryLines lines={left} />
          </>
        )}
      </div>
    </Layout>
  );
}
