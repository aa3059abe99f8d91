/** One venue: what a person needs in order to decide, and what nobody knows yet. */

import { findKind } from '../../server/vocabulary.ts';
import { AccessFacts, Facilities, UnknownFacts } from '../components/facts.tsx';
import { Layout } from '../components/layout.tsx';
import { ResultCard } from '../components/result-card.tsx';
import { Rooms } from '../components/rooms.tsx';
import { Sources } from '../components/sources.tsx';
import { VenueAside } from '../components/venue-aside.tsx';
import { languageName } from '../logic/format.ts';
import { words } from '../words.ts';
import type { VenuePageData } from './data.ts';

function OtherNames({ names }: { names: Record<string, string> }) {
  const all = Object.entries(names);
  if (all.length === 0) return null;
  return (
    <ul class="mh-names" aria-label="Names in other languages">
      {all.map(([tag, name]) => (
        <li key={tag}>
          <span lang={tag} dir="auto">
            {name}
          </span>
          {languageName(tag) && <span class="mh-quiet"> ({languageName(tag)})</span>}
        </li>
      ))}
    </ul>
  );
}

export function VenuePage({ data }: { data: VenuePageData }) {
  const { venue, hours, near, back, settings } = data;
  const sections = [
    { id: 'rooms', label: 'Rooms' },
    { id: 'access', label: 'Access' },
    { id: 'facilities', label: 'Facilities' },
    { id: 'unknown', label: 'Not known yet' },
    { id: 'visit', label: 'Place and hours' },
  ];
  return (
    <Layout settings={settings}>
      <a class="govuk-back-link" href={back ?? '/'}>
        {back ? 'Back to your results' : 'Find another place'}
      </a>
      {venue.status !== 'published' && (
        <p class="mh-notice">
          <strong>{venue.status === 'draft' ? words.draft : words.withdrawn}</strong>
        </p>
      )}
      <div class="mh-venue__head">
        <p class="mh-venue__kind">{findKind(venue.kind)?.label ?? venue.kind}</p>
        <h1 class="mh-venue__name">{venue.name}</h1>
        <OtherNames names={venue.names} />
        {venue.organisation && (
          <p class="mh-venue__holder">
            Held by <strong>{venue.organisation.name}</strong>
          </p>
        )}
        {venue.description && <p class="mh-venue__text">{venue.description}</p>}
      </div>
      <nav class="mh-jump" aria-label="On this page">
        <ul>
          {sections.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="mh-venue">
        <div class="mh-venue__main">
          <Rooms spaces={venue.spaces} />
          <AccessFacts venue={venue} />
          <Facilities venue={venue} />
          <UnknownFacts venue={venue} />
        </div>
        <VenueAside venue={venue} hours={hours} settings={settings} />
      </div>
      {near.length > 0 && (
        <section aria-labelledby="near" class="mh-near">
          <h2 id="near" class="mh-section__title">
            Other places near here
          </h2>
          <ul class="mh-near__list">
            {near.map((item) => (
              <ResultCard key={item.id} item={item} asked={[]} />
            ))}
          </ul>
        </section>
      )}
      <Sources provenance={venue.provenance} updatedAt={venue.updatedAt} />
    </Layout>
  );
}
