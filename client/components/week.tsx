/** An ordinary week, day by day, and the days that are other than usual. */
import type { Hours } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { describeWeek, exceptionsText } from '../logic/hours.ts';

interface Props {
  hours: Hours;
  caption: string;
  /** The day on which the page was made: what is over by then is not told. */
  today: string;
  /** Is the caption seen, or only heard? */
  titled?: boolean;
}

export function Week({ hours, caption, today, titled = false }: Props) {
  const language = useLanguage();
  const exceptions = exceptionsText(language, hours, today);
  return (
    <>
      <table class="mh-hours">
        <caption class={titled ? 'mh-hours__title' : 'govuk-visually-hidden'}>{caption}</caption>
        <tbody>
          {describeWeek(language, hours).map((day) => (
            <tr key={day.weekday}>
              <th scope="row">{day.label}</th>
              <td>{day.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {exceptions.length > 0 && (
        <>
          <p class="mh-hours__title">{language.t('venue.exceptions')}</p>
          <ul class="mh-reach">
            {exceptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {hours.note && (
        <p class="mh-panel__note" dir="auto">
          {hours.note}
        </p>
      )}
    </>
  );
}
