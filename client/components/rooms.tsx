/** The rooms: what each holds in each layout, and which open up into one another. */
import type { Space } from '../../server/venues/schema.ts';
import { findLayout } from '../../server/vocabulary.ts';
import { formatCount, formatFloor, formatList, formatNumber } from '../logic/format.ts';

function Capacities({ space }: { space: Space }) {
  if (space.capacities.length === 0)
    return <p class="govuk-body">How many people it holds is not known yet. It is worth asking.</p>;
  const limits = space.capacities.some((each) => each.legalMaximum !== undefined);
  return (
    // A wide table on a narrow screen scrolls by itself, and can be reached to scroll it by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="mh-table-frame" aria-label={`How many people ${space.name} holds`} tabIndex={0}>
      <table class="govuk-table mh-capacities">
        <caption class="govuk-visually-hidden">How many people {space.name} holds, by layout</caption>
        <thead>
          <tr>
            <th scope="col">Layout</th>
            <th scope="col" class="mh-number">
              In comfort
            </th>
            {limits && (
              <th scope="col" class="mh-number">
                Legal most
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {space.capacities.map((each) => (
            <tr key={each.layout}>
              <th scope="row">
                {findLayout(each.layout)?.label ?? each.layout}
                <span class="mh-capacities__what">{findLayout(each.layout)?.sentence}</span>
                {each.condition && <span class="mh-capacities__if">Condition: {each.condition}</span>}
              </th>
              <td class="mh-number">{formatNumber(each.comfortable)}</td>
              {limits && (
                <td class="mh-number">
                  {each.legalMaximum === undefined ? (
                    <span class="mh-quiet">not known</span>
                  ) : (
                    formatNumber(each.legalMaximum)
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

const about = (space: Space): string =>
  [
    space.setting === 'outdoor' ? 'Outdoors' : undefined,
    space.floor === undefined ? undefined : formatFloor(space.floor),
    space.floorArea === undefined ? undefined : `${formatNumber(space.floorArea)} square metres`,
  ]
    .filter(Boolean)
    .join(', ');

export function Rooms({ spaces }: { spaces: readonly Space[] }) {
  const alone = spaces.filter((space) => !space.joins?.length).length;
  return (
    <section aria-labelledby="rooms" class="mh-section">
      <h2 id="rooms" class="mh-section__title">
        {alone === 0 ? 'Rooms' : formatCount(alone, 'room', 'rooms')}
      </h2>
      {spaces.length === 0 && <p class="govuk-body">No rooms are listed yet.</p>}
      {spaces.map((space) => (
        <article key={space.id} class="mh-room" aria-labelledby={`space-${space.id}`}>
          <h3 id={`space-${space.id}`} class="mh-room__name">
            {space.name}
          </h3>
          {about(space) && <p class="mh-room__about">{about(space)}</p>}
          {space.joins && space.joins.length > 0 && (
            <p class="govuk-body">
              This is {formatList(space.joins)} opened up into one. When it is in use, they are too.
            </p>
          )}
          {space.description && <p class="govuk-body">{space.description}</p>}
          <Capacities space={space} />
        </article>
      ))}
    </section>
  );
}
