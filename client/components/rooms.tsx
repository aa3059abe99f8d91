/** The rooms: what each holds in each layout, and which open up into one another. */
import type { Space } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatFloor, formatList, formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { LayoutDrawing } from './drawings.tsx';
import { Week } from './week.tsx';
import { useWhoToAsk } from './who-to-ask.ts';

function Capacities({ space }: { space: Space }) {
  const language = useLanguage();
  const { t, word } = language;
  const who = useWhoToAsk();
  if (space.capacities.length === 0) return <p class="govuk-body">{t('venue.holdsUnknown', { who })}</p>;
  const limits = space.capacities.some((each) => each.legalMaximum !== undefined);
  return (
    // A wide table on a narrow screen scrolls by itself, and can be reached to scroll it by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="mh-table-frame" aria-label={t('venue.holds', { space: space.name })} tabIndex={0}>
      <table class="govuk-table mh-capacities">
        <caption class="govuk-visually-hidden">{t('venue.holdsByLayout', { space: space.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('venue.layout')}</th>
            <th scope="col" class="mh-number">
              {t('venue.comfortable')}
            </th>
            {limits && (
              <th scope="col" class="mh-number">
                {t('venue.legalMaximum')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {space.capacities.map((each) => (
            <tr key={each.layout}>
              <th scope="row">
                <LayoutDrawing layout={each.layout} />
                {word('layouts', each.layout, 'label')}
                <span class="mh-capacities__what">{word('layouts', each.layout, 'sentence')}</span>
                {each.condition && (
                  <span class="mh-capacities__if" dir="auto">
                    {t('venue.condition', { condition: each.condition })}
                  </span>
                )}
              </th>
              <td class="mh-number">{formatNumber(language, each.comfortable)}</td>
              {limits && (
                <td class="mh-number">
                  {each.legalMaximum === undefined ? (
                    <span class="mh-quiet">{t('venue.notKnown')}</span>
                  ) : (
                    formatNumber(language, each.legalMaximum)
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const about = (language: Language, { setting, floor, floorArea }: Space): string =>
  [
    setting === 'outdoor' ? language.t('venue.outdoors') : undefined,
    floor === undefined ? undefined : formatFloor(language, floor),
    floorArea === undefined
      ? undefined
      : language.t('venue.squareMetres', { count: floorArea, number: formatNumber(language, floorArea) }),
  ]
    .filter(Boolean)
    .join(language.t('common.comma'));

function Room({ space, today }: { space: Space; today: string }) {
  const language = useLanguage();
  const { t } = language;
  const what = about(language, space);
  return (
    <article class="mh-room" aria-labelledby={`space-${space.id}`}>
      <h3 id={`space-${space.id}`} class="mh-room__name">
        {space.name}
      </h3>
      {what && <p class="mh-room__about">{what}</p>}
      {space.joins && space.joins.length > 0 && (
        <p class="govuk-body">{t('venue.joins', { rooms: formatList(language, space.joins) })}</p>
      )}
      {space.description && (
        <p class="govuk-body" dir="auto">
          {space.description}
        </p>
      )}
      <Capacities space={space} />
      {space.openingHours && (
        <Week
          hours={space.openingHours}
          caption={t('venue.roomHours', { space: space.name })}
          today={today}
          titled
        />
      )}
    </article>
  );
}

export function Rooms({ spaces, today }: { spaces: readonly Space[]; today: string }) {
  const { t } = useLanguage();
  const alone = spaces.filter((space) => !space.joins?.length).length;
  return (
    <section aria-labelledby="rooms" class="mh-section">
      <h2 id="rooms" class="mh-section__title">
        {alone === 0 ? t('venue.rooms') : t('common.rooms', { count: alone })}
      </h2>
      {spaces.length === 0 && <p class="govuk-body">{t('venue.roomsNone')}</p>}
      {spaces.map((space) => (
        <Room key={space.id} space={space} today={today} />
      ))}
    </section>
  );
}
