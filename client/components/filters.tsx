/** The filters: plain disclosure panels that work without JavaScript, each saying how much of it is in use. */
import type { ComponentChildren } from 'preact';
import type { Facets } from '../../server/venues/schema.ts';
import { accessFacts, amenityFacts } from '../../server/vocabulary.ts';
import {
  dayChoices,
  factGroups,
  kindChoices,
  radiusChoices,
  sortChoices,
  timeChoices,
} from '../logic/choices.ts';
import { first, type Query, readOpenAt } from '../logic/query.ts';
import type { AreaChoice } from '../pages/data.ts';
import { Checks } from './checks.tsx';
import { Select } from './fields.tsx';

interface PanelProps {
  label: string;
  used: number;
  children: ComponentChildren;
  submit: string;
  /** What is wrong in here must be seen. */
  faulty?: boolean;
}

function Panel({ label, used, children, submit, faulty = false }: PanelProps) {
  return (
    <details class="mh-filter" open={faulty}>
      <summary class={used > 0 ? 'mh-filter__summary mh-filter__summary--used' : 'mh-filter__summary'}>
        {label}
        {used > 0 && (
          <span class="mh-filter__used">
            <span class="govuk-visually-hidden">, </span>
            {used}
            <span class="govuk-visually-hidden"> chosen</span>
          </span>
        )}
      </summary>
      <div class="mh-filter__panel">
        {children}
        <button type="submit" class="mh-button mh-button--quiet">
          {submit}
        </button>
      </div>
    </details>
  );
}

interface Props {
  draft: Query;
  facets?: Facets;
  areas: readonly AreaChoice[];
  /** Is there a point to measure from, asked or read from the sentence? */
  hasPlace: boolean;
  submit: string;
  errorOf: (parameter: string) => string | undefined;
}

export function Filters({ draft, facets, areas, hasPlace, submit, errorOf }: Props) {
  const { day, time } = readOpenAt(draft);
  const shared = { exact: facets?.exact, submit };
  const within = draft.within ?? [];
  return (
    <div class="mh-filters">
      <Panel label="Kind of place" used={draft.kind?.length ?? 0} submit={submit}>
        <Checks
          name="kind"
          legend="Kind of place"
          hideLegend
          entries={kindChoices}
          chosen={draft.kind ?? []}
          counts={facets?.kind}
          {...shared}
        />
      </Panel>
      <Panel label="Access needs" used={draft.access?.length ?? 0} submit={submit}>
        {factGroups(accessFacts).map((topic) => (
          <Checks
            key={topic.key}
            name="access"
            legend={topic.label}
            entries={topic.entries}
            chosen={draft.access ?? []}
            counts={facets?.access}
            {...shared}
          />
        ))}
      </Panel>
      <Panel label="Facilities" used={draft.amenity?.length ?? 0} submit={submit}>
        {factGroups(amenityFacts).map((topic) => (
          <Checks
            key={topic.key}
            name="amenity"
            legend={topic.label}
            entries={topic.entries}
            chosen={draft.amenity ?? []}
            counts={facets?.amenity}
            {...shared}
          />
        ))}
      </Panel>
      <Panel label="Day and time" used={day ? 1 : 0} submit={submit} faulty={errorOf('openAt') !== undefined}>
        <div class="mh-fields">
          <Select
            id="openDay"
            name="openDay"
            label="Open on"
            any="Any day"
            value={day}
            choices={dayChoices}
            error={errorOf('openAt')}
          />
          <Select
            id="openTime"
            name="openTime"
            label="At"
            value={time}
            choices={timeChoices(time).map((each) => ({ value: each, label: each }))}
          />
        </div>
      </Panel>
      {(areas.length > 0 || hasPlace) && (
        <Panel
          label="Where"
          used={within.length + (draft.radius ? 1 : 0)}
          submit={submit}
          faulty={errorOf('within') !== undefined || errorOf('radius') !== undefined}
        >
          <div class="mh-fields">
            {areas.length > 0 && (
              <Select
                id="within"
                name="within"
                label="In"
                any="Anywhere"
                value={within[0] ?? ''}
                choices={areas.map((area) => ({ value: area.id, label: `${area.name} (${area.kind})` }))}
                error={errorOf('within')}
              />
            )}
            {hasPlace && (
              <Select
                id="radius"
                name="radius"
                label="No further than"
                any="Any distance"
                value={first(draft, 'radius')}
                choices={radiusChoices(first(draft, 'radius'))}
                error={errorOf('radius')}
              />
            )}
          </div>
        </Panel>
      )}
      {within.slice(1).map((id) => (
        <input key={id} type="hidden" name="within" value={id} />
      ))}
      <Select
        id="sort"
        name="sort"
        label="Order"
        class="mh-field--inline"
        value={first(draft, 'sort')}
        choices={sortChoices(draft, hasPlace)}
        error={errorOf('sort')}
      />
    </div>
  );
}
