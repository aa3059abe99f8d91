/** What the letter of a reminder leads to: all that was old when it was sent, and one button. */
import { Done } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { RemindedPageData } from './data.ts';

type Page = { data: RemindedPageData };

function Ask({ data }: Page) {
  const { t, href } = useLanguage();
  const { venues, token } = data;
  if (venues.length === 0) return <p class="govuk-body">{t('reminder.nothingLeft')}</p>;
  return (
    <form method="post" action={href(`/still-true/${token}`)}>
      <p class="govuk-body">{t('reminder.ask')}</p>
      <button type="submit" class="mh-button">
        {t('reminder.confirm')}
      </button>
      {venues.map(({ id, slug, name, lines }) => (
        <div key={id} class="mh-true__group">
          <h2 class="govuk-heading-m" id={`venue-${id}`} dir="auto">
            {name}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href(`${venuePath({ id, slug })}/still-true`)}>
              {t('reminder.change')}
              <span class="govuk-visually-hidden">: {name}</span>
            </a>
          </p>
        </div>
      ))}
    </form>
  );
}

export function RemindedPage({ data }: Page) {
  const { t, href } = useLanguage();
  const { step, count } = data;
  return (
    <Layout settings={data.settings}>
      <div class="mh-desk">
        {step === 'done' && <Done>{t('still.done_still', { count })}</Done>}
        <h1 class="govuk-heading-l">{t(step === 'over' ? 'reminder.over' : 'reminder.title')}</h1>
        {step === 'ask' && <Ask data={data} />}
        {step === 'done' && <p class="govuk-body">{t('reminder.thanks')}</p>}
        {step === 'over' && <p class="govuk-body">{t('reminder.overText')}</p>}
        {step !== 'ask' && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/account')}>
              {t('account.yourPlaces')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
