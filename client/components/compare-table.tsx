/** Places side by side, in a table that reads with the eye, by ear and on a phone. */
import { Rich, useLanguage } from '../language/context.tsx';
import { compareGroups, type Group, type Line } from '../logic/compare.ts';
import { whoToAsk } from '../logic/place.ts';
import { venuePath } from '../logic/rooms.ts';
import { comparePath } from '../logic/shortlist.ts';
import type { ComparePageData } from '../pages/data.ts';
import { hide } from './hide.tsx';

type Compared = Pick<ComparePageData, 'venues' | 'open' | 'layout' | 'differences' | 'settings'>;

const rows = (groups: readonly Group[]): number => groups.reduce((sum, group) => sum + group.rows.length, 0);

function Cell({ lines }: { lines: readonly Line[] }) {
  const { t } = useLanguage();
  return (
    <td>
      {lines.map(({ text, answer, age, day }) => (
        <p key={text} class={answer ? `mh-compare__line mh-compare__line--${answer}` : 'mh-compare__line'}>
          {text}
          {age && (
            <span class="mh-compare__age">
              <span class="govuk-visually-hidden">{t('common.comma')} </span>
              <span class="mh-compare__ago">{age}</span>
              <span class="mh-print-only">{day}</span>
            </span>
          )}
        </p>
      ))}
    </td>
  );
}

export function CompareTable({ data }: { data: Compared }) {
  const language = useLanguage();
  const { t, href } = language;
  const { venues, layout, differences } = data;
  const ids = venues.map(({ id }) => id);
  const groups = compareGroups(language, data);
  const left = differences
    ? rows(compareGroups(language, { ...data, differences: false })) - rows(groups)
    : 0;
  const who = venues.map(whoToAsk).find((each) => each !== 'nobody') ?? 'nobody';
  const more = `${layout ? `&layout=${layout}` : ''}${differences ? '&only=differences' : ''}`;
  const without = (id: number) => {
    const rest = ids.filter((each) => each !== id);
    return href(comparePath(rest) + (rest.length > 0 ? more : ''));
  };
  return (
    // A wide table on a narrow screen scrolls by itself, and can be reached to scroll it by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="mh-table-frame mh-compare-frame" aria-label={t('compare.title')} tabIndex={0}>
      <table class={venues.length < 3 ? 'mh-compare mh-compare--pair' : 'mh-compare'}>
        <caption class="mh-compare__caption">
          <span>
            {t('compare.caption', { who })}
            {left > 0 && ` ${t('compare.left', { count: left })}`}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.about')}</th>
            {venues.map((venue) => (
              // With each cell the name is read, and not what can be done with the column.
              <th scope="col" key={venue.id} abbr={venue.name}>
                <a href={href(venuePath(venue))}>{venue.name}</a>
                <a class="mh-compare__remove" href={without(venue.id)}>
                  <Rich text={t('compare.remove', { venue: venue.name })} tags={{ hide }} />
                </a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr class="mh-compare__group">
              <th scope="rowgroup" colSpan={venues.length + 1}>
                <span>{group.label}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.key} class={`mh-compare__row--${row.key}`}>
                <th scope="row">{row.label}</th>
                {row.cells.map((lines, index) => (
                  <Cell key={venues[index]?.id} lines={lines} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {groups.length === 0 && <p class="govuk-body">{t('compare.same')}</p>}
    </section>
  );
}
