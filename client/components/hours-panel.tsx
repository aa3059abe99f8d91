/** Open now, and the hours of an ordinary week; said to be unknown when nobody has told. */
import type { Hours, OpenState } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { todayText } from '../logic/hours.ts';
import { Week } from './week.tsx';
import { useWhoToAsk } from './who-to-ask.ts';

interface Props {
  /** Of the heading. */
  id: string;
  title?: string;
  hours?: Hours;
  /** At the moment when the page was made. */
  open?: OpenState;
  today: string;
}

export function HoursPanel({ id, title, hours, open, today }: Props) {
  const language = useLanguage();
  const { t } = language;
  const who = useWhoToAsk();
  return (
    <section aria-labelledby={id} class="mh-panel">
      <h2 id={id} class="mh-panel__title">
        {title ?? t('venue.hours')}
      </h2>
      {hours && open ? (
        <>
          <p class={open.open ? 'mh-hours__today mh-hours__today--open' : 'mh-hours__today'}>
            {todayText(language, hours, open)}
          </p>
          <Week hours={hours} caption={t('venue.week')} today={today} />
        </>
      ) : (
        <p class="mh-panel__note">{t('venue.hoursNone', { who })}</p>
      )}
    </section>
  );
}
