/** No more letters about keeping places true: one button, for whoever holds the link of such a letter. */
import { Done } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import type { QuietPageData } from './data.ts';

const titles = { ask: 'reminder.quietTitle', done: 'reminder.quietDone', over: 'reminder.over' } as const;

export function QuietPage({ data }: { data: QuietPageData }) {
  const { t, href } = useLanguage();
  const { step, token } = data;
  return (
    <Layout settings={data.settings}>
      <div class="mh-desk">
        {step === 'done' && <Done>{t('reminder.isQuiet')}</Done>}
        <h1 class="govuk-heading-l">{t(titles[step])}</h1>
        {step === 'ask' && (
          <form method="post" action={href(`/quiet/${token}`)}>
            <p class="govuk-body">{t('reminder.quietHow')}</p>
            <button type="submit" class="mh-button">
              {t('reminder.quietNow')}
            </button>
          </form>
        )}
        {step !== 'ask' && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/account')}>
              {t('reminder.choose')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
