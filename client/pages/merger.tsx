/** Whether two listings are one place: for everybody to read, and for stewards of both groups to answer. */
import { Done, ErrorSummary, Radios, TextArea } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { MergerShown } from '../components/merger.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { MergerPageData } from './data.ts';

export function MergerPage({ data }: { data: MergerPageData }) {
  const { t, href } = useLanguage();
  const { venue, mergers, answer } = data;
  const isOpen = mergers.some(({ state }) => state === 'open');
  const back = `${venuePath(venue)}${answer ? '/manage' : ''}`;
  return (
    <Layout settings={data.settings} {...(answer && { current: '/account' })}>
      <a class="govuk-back-link" href={href(back)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        {answer && <ErrorSummary form={answer.form} ids={{ answer: 'answer' }} />}
        {answer?.isDone && <Done>{t('operator.mergerDone')}</Done>}
        <h1 class="govuk-heading-l">{t('operator.mergerTitle')}</h1>
        {mergers.length === 0 && <p class="govuk-body">{t('operator.mergerNone')}</p>}
        {mergers.map((merger) => (
          <section key={merger.id}>
            <MergerShown merger={merger} />
          </section>
        ))}
        {!answer && isOpen && (
          <p class="govuk-body">
            <Rich
              text={t('operator.mergerForStewards')}
              tags={{
                a: (words) => (
                  <a class="govuk-link" href={href(`${venuePath(venue)}/manage/merger`)}>
                    {words}
                  </a>
                ),
              }}
            />
          </p>
        )}
        {answer && isOpen && (
          <form method="post" action={answer.path} novalidate>
            <Radios
              form={answer.form}
              name="answer"
              label={t('operator.mergerAnswer')}
              options={[
                { value: 'agrees', label: t('operator.mergerAgree') },
                { value: 'objects', label: t('operator.mergerObject') },
              ]}
            />
            <TextArea
              form={answer.form}
              name="words"
              label={t('operator.mergerWords')}
              hint={t('operator.replyHint')}
              maxLength={1000}
            />
            <button type="submit" class="mh-button">
              {t('operator.mergerSend')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
