/** The filters: plain disclosure panels that work without JavaScript, each saying how much of it is in use. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Facets, VenueList } from '../../server/venues/schema.ts';
import { accessFacts, amenityFacts } from '../../server/vocabulary.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import {
  areaChoices,
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
import { hide } from './hide.tsx';
import { LayoutChoice } from './layout-choice.tsx';
import { Profiles } from './profiles.tsx';
import { WakesLater } from './wakes-later.tsx';

interface PanelProps {
  label: string;
  used: number;
  children: ComponentChildren;
  submit: string;
  /** What is wrong in here must be seen. */
  faulty?: boolean;
}

function Panel({ label, used, children, submit, faulty = false }: PanelProps) {
  const { t } = useLanguage();
  const [opened] = useState(faulty);
  const details = useRef<HTMLDetailsElement>(null);
  // Opened for a fault, and never shut on whoever mends it.
  useEffect(() => {
    if (faulty && details.current) details.current.open = true;
  }, [faulty]);
  return (
    <details class="mh-filter" open={opened} ref={details}>
      <summary class={used > 0 ? 'mh-filter__summary mh-filter__summary--used' : 'mh-filter__summary'}>
        {label}
        {used > 0 && (
          <span class="mh-filter__used">
            <Rich text={t('search.used', { count: used })} tags={{ hide }} />
          </span>
        )}
      </summary>
      <div class="mh-filter__panel">
        <WakesLater>{children}</WakesLater>
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
  /** The order of the list, where none was asked. */
  usualSort?: VenueList['sort'];
  submit: string;
  errorOf: (parameter: string) => string | undefined;
}

export function Filters({ draft, facets, areas, hasPlace, usualSort, submit, errorOf }: Props) {
  const language = useLanguage();
  const { t } = language;
  const { day, time } = readOpenAt(draft);
  const atTime = day ? time : first(draft, 'openTime');
  const shared = { exact: facets?.exact };
  const within = draft.within ?? [];
  return (
    <div class="mh-filters">
      <Panel
        label={t('search.layout')}
        used={draft.layout ? 1 : 0}
        submit={submit}
        faulty={errorOf('layout') !== undefined}
      >
        <LayoutChoice chosen={first(draft, 'layout')} />
      </Panel>
      <Panel label={t('search.kind')} used={draft.kind?.length ?? 0} submit={submit}>
        <Checks
          name="kind"
          legend={t('search.kind')}
          hideLegend
          entries={kindChoices(language)}
          chosen={draft.kind ?? []}
          counts={facets?.kind}
          {...shared}
        />
      </Panel>
      <Panel
        label={t('search.access')}
        used={(draft.profile?.length ?? 0) + (draft.access?.length ?? 0)}
        submit={submit}
      >
        <Profiles chosen={draft.profile ?? []} />
        <p class="mh-filter__title">{t('search.needs')}</p>
        {factGroups(language, accessFacts).map((topic) => (
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
      <Panel label={t('search.amenity')} used={draft.amenity?.length ?? 0} submit={submit}>
        {factGroups(language, amenityFacts).map((topic) => (
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
      <Panel
        label={t('search.when')}
        used={day ? 1 : 0}
        submit={submit}
        faulty={errorOf('openAt') !== undefined}
      >
        <div class="mh-fields">
          <Select
            id="openDay"
            name="openDay"
            label={t('search.openOn')}
            any={t('search.anyDay')}
            value={day}
            choices={dayChoices(language)}
            error={errorOf('openAt')}
          />
          <Select
            id="openTime"
            name="openTime"
            label={t('search.openTime')}
            // Without a day a time asks nothing; with one, a time is asked.
            any={day ? undefined : t('search.anyTime')}
            value={atTime}
            choices={timeChoices(language, atTime)}
          />
        </div>
      </Panel>
      {(areas.length > 0 || hasPlace) && (
        <Panel
          label={t('search.where')}
          used={within.length + (draft.radius ? 1 : 0)}
          submit={submit}
          faulty={errorOf('within') !== undefined || errorOf('radius') !== undefined}
        >
          <div class="mh-fields">
            {areas.length > 0 && (
              <Select
                id="within"
                name="within"
                label={t('search.within')}
                any={t('search.anywhere')}
                value={within[0] ?? ''}
                choices={areaChoices(language, areas, within[0])}
                error={errorOf('within')}
              />
            )}
            {hasPlace && (
              <Select
                id="radius"
                name="radius"
                label={t('search.radius')}
                any={t('search.anyDistance')}
                value={first(draft, 'radius')}
                choices={radiusChoices(language, first(draft, 'radius'))}
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
        label={t('search.order')}
        class="mh-field--inline"
        value={first(draft, 'sort')}
        choices={sortChoices(language, draft, hasPlace, usualSort)}
        error={errorOf('sort')}
      />
    </div>
  );
}
