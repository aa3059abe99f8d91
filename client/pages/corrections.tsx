/** Suggestions that wait for those who look after a place: each is accepted or declined in one tap. */
import { Done, ErrorSummary, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { CorrectionsPageData, CorrectionView } from './data.ts';

type Page = { data: CorrectionsPageData };

function Said({ each }: { each: CorrectionView }) {
  const { t } = useLanguage();
  const { now, right, words, who } = each;
  return (
    <>
      {right !== undefined && (
        <dl class="mh-correct__said">
          <div>
            <dt>{t('correction.pageSays')}</dt>
            <dd dir="auto">{now || t('history.notKnown')}</dd>
          </div>
          <div>
            <dt>{t('correction.isRight')}</dt>
            <dd dir="auto">
              <strong>{right}</strong>
            </dd>
          </div>
        </dl>
      )}
      {words && (
        <blockquote class="mh-said" dir="auto">
          {words}
        </blockquote>
      )}
      <p class="mh-quiet" dir="auto">
        {who}
      </p>
    </>
  );
}

function Answer({ data, each }: Page & { each: CorrectionView }) {
  const { t, href } = useLanguage();
  const { id, what, applies, right, wantsAnswer, byHand } = each;
  const named = (text: string) => (
    <>
      {text}
      <span class="govuk-visually-hidden">: {what}</span>
    </>
  );
  const mayAccept = applies || right === undefined;
  return (
    <form method="post" action={href(`${venuePath(data.venue)}/corrections`)} novalidate>
      <input type="hidden" name="version" value={data.version} />
      <input type="hidden" name="id" value={id} />
      {byHand && (
        <p class="govuk-body">
          <a class="govuk-link mh-tap" href={href(byHand)}>
            {t('correction.byHand')}
          </a>
        </p>
      )}
      {wantsAnswer && (
        <TextInput
          form={data.form.values.id === id ? data.form : { values: {}, faults: [] }}
          name="reason"
          id={`reason-${id}`}
          label={t('correction.reason')}
          hint={t('correction.reasonHint')}
          maxLength={300}
          dir="auto"
        />
      )}
      <div class="mh-desk-actions">
        {mayAccept && (
          <button type="submit" name="do" value="accept" class="mh-button">
            {named(t(applies ? 'correction.accept' : 'correction.acceptWords'))}
          </button>
        )}
        <button type="submit" name="do" value="decline" class="mh-button mh-button--quiet">
          {named(t('correction.decline'))}
        </button>
      </div>
    </form>
  );
}

export function Correction({ data, each }: Page & { each: CorrectionView }) {
  return (
    <div class="mh-correct" id={each.id}>
      <h2 class="govuk-heading-m" id={`${each.id}-what`} dir="auto">
        {each.what}
      </h2>
      <Said each={each} />
      <Answer data={data} each={each} />
    </div>
  );
}

export function CorrectionsPage({ data }: Page) {
  const { t, href } = useLanguage();
  const { venue, items, form, done } = data;
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(data.back)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} ids={{ reason: `reason-${form.values.id}` }} />
        {done && (
          <Done>
            <p class="mh-done__text">{done.text}</p>
            {done.undo && (
              <a class="govuk-link mh-tap" href={href(done.undo)}>
                {t('history.undo')}
              </a>
            )}
          </Done>
        )}
        <h1 class="govuk-heading-l">{t('correction.waitingTitle', { venue: venue.name })}</h1>
        <p class="govuk-body">{t(items.length === 0 ? 'correction.noneWaiting' : 'correction.waitingHow')}</p>
        {items.map((each) => (
          <Correction key={each.id} data={data} each={each} />
        ))}
      </div>
    </Layout>
  );
}
