/** Does it fit? Each need of the reader's search, answered by one fact of the best room. */
import type { Verdict } from '../../server/fit/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { needText, reasonAge, reasonText } from '../logic/fit.ts';
import type { FitData } from '../pages/data.ts';
import { useWhoToAsk } from './who-to-ask.ts';

const verdicts = { yes: 'venue.fitYes', ask: 'venue.fitAsk', no: 'venue.fitNo' } as const;
const answers = { yes: 'venue.answerYes', ask: 'venue.answerAsk', no: 'venue.answerNo' } as const;
const others = { yes: 'venue.fitRoomYes', ask: 'venue.fitRoomAsk', no: 'venue.fitRoomNo' } as const;

function Age({ verdict }: { verdict: Verdict }) {
  const age = reasonAge(useLanguage(), verdict);
  return age ? <span class="mh-fit__age"> {age}</span> : null;
}

export function FitPanel({ fit }: { fit: FitData }) {
  const language = useLanguage();
  const { t } = language;
  const who = useWhoToAsk();
  const [best, ...rest] = fit.rooms;
  if (!best) return null;
  return (
    <section aria-labelledby="fit" class={`mh-fit mh-fit--${fit.answer}`}>
      <h2 id="fit" class="mh-section__title">
        {t('venue.fit')}
      </h2>
      <p class="mh-fit__verdict">{t(verdicts[best.answer], { room: best.name, who })}</p>
      <ul class="mh-fit__needs">
        {best.verdicts.map((verdict) => (
          <li key={verdict.need} class={`mh-fit__need mh-fit__need--${verdict.answer}`}>
            <span class="mh-fit__answer">{t(answers[verdict.answer], { who })}</span>{' '}
            <span>
              <strong>{needText(language, verdict, fit)}</strong>{' '}
              <span class="mh-fit__reason">
                {reasonText(language, verdict, who)}
                <Age verdict={verdict} />
                {verdict.note && <span dir="auto"> {t('venue.quoted', { note: verdict.note })}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <>
          <h3 class="mh-fit__others">{t('venue.fitOthers')}</h3>
          <ul class="mh-fit__rooms">
            {rest.map((room) => (
              <li key={room.id}>{t(others[room.answer], { room: room.name, who })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
