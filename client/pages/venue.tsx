/** One venue: what a person needs in order to decide, and what nobody knows yet. */

import type { Venue } from '../../server/venues/schema.ts';
import { EvidenceContext } from '../components/evidence.ts';
import { AccessFacts, EatingTogether, Facilities, HowKnown, UnknownFacts } from '../components/facts.tsx';
import { FirstViewEnds } from '../components/first-view.tsx';
import { FitPanel } from '../components/fit-panel.tsx';
import { Layout } from '../components/layout.tsx';
import { PreviewBanner } from '../components/listing/preview-banner.tsx';
import { Photos } from '../components/photos.tsx';
import { ResultCard } from '../components/result-card.tsx';
import { Rooms } from '../components/rooms.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { Sources } from '../components/sources.tsx';
import { VenueAside } from '../components/venue-aside.tsx';
import { WakesLater } from '../components/wakes-later.tsx';
import { WhoToAskContext } from '../components/who-to-ask.ts';
import { Whose } from '../components/whose.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { evidenceOf } from '../logic/facts.ts';
import { areaPath, whoToAsk } from '../logic/place.ts';
import { venuePath } from '../logic/rooms.ts';
import type { VenuePageData } from './data.ts';

const nearTitles = { needs: 'venue.nearNeeds', kind: 'venue.nearKind', place: 'venue.near' } as const;

type Named = Pick<VenuePageData, 'languageNames'> & { names: Record<string, string> };

/** The name in the language of the page comes first. */
function OtherNames({ names, languageNames }: Named) {
  const { t, tag: own } = useLanguage();
  const all = Object.entries(names).sort(([a], [b]) => Number(b === own) - Number(a === own));
  if (all.length === 0) return null;
  return (
    <ul class="mh-names" aria-label={t('venue.otherNames')}>
      {all.map(([tag, name]) => (
        <li key={tag}>
          <span lang={tag} dir="auto">
            {name}
          </span>
          {languageNames[tag] && <span class="mh-quiet"> ({languageNames[tag]})</span>}
        </li>
      ))}
    </ul>
  );
}

/** More than one side of a printed sheet holds. */
const muchIsKnown = ({ facts, spaces }: Venue) =>
  facts.length + spaces.reduce((sum, space) => sum + space.facts.length, 0) > 30;

function VenueWords({ data }: { data: VenuePageData }) {
  const language = useLanguage();
  const { t, word, href } = language;
  const { venue, fit, open, terms, near, nearBy, back, settings } = data;
  const holder = venue.organisation;
  const isContested = data.claim?.contests.some(({ state }) => state === 'open') ?? false;
  const sections = [
    { id: 'rooms', label: t('venue.jumpRooms') },
    { id: 'access', label: t('venue.jumpAccess') },
    { id: 'facilities', label: t('venue.jumpFacilities') },
    { id: 'hours', label: t('venue.jumpVisit') },
    { id: 'contact', label: t('venue.jumpContact') },
    { id: 'unknown', label: t('venue.jumpUnknown') },
  ];
  return (
    <Layout settings={settings}>
      <PreviewBanner data={data} />
      {!data.preview && (
        <a class="govuk-back-link" href={back ?? href('/')}>
          {back ? t('venue.back') : t('venue.another')}
        </a>
      )}
      <div class="mh-venue__head">
        <p class="mh-venue__kind">{word('kinds', venue.kind, 'label') ?? venue.kind}</p>
        <h1 class="mh-venue__name" dir="auto">
          {venue.name}
        </h1>
        <OtherNames names={venue.names} languageNames={data.languageNames} />
        {holder && (
          <p class="mh-venue__holder">
            <Rich
              text={t(isContested ? 'venue.holderContested' : 'venue.holder', { holder: holder.name })}
              tags={{
                a: (words) => <a href="#whose">{words}</a>,
                b: (name) => (
                  <a class="govuk-link mh-tap" href={href(`/organisations/${holder.slug}-${holder.id}`)}>
                    <strong>{name}</strong>
                  </a>
                ),
              }}
            />
          </p>
        )}
        {venue.description && (
          <p class="mh-venue__text" dir="auto">
            {venue.description}
          </p>
        )}
      </div>
      {fit && <FitPanel fit={fit} />}
      <ShareBar venue={venue} settings={settings} />
      <nav class="mh-jump" aria-label={t('venue.onPage')}>
        <ul>
          {sections.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Photos photos={data.photos} spaces={venue.spaces} />
      <div class={`mh-venue ${muchIsKnown(venue) ? 'mh-venue--much' : ''}`}>
        <div class="mh-venue__main">
          <EvidenceContext.Provider
            value={{ photos: data.photos, spaces: venue.spaces, known: evidenceOf(language, venue) }}
          >
            <Rooms spaces={venue.spaces} today={settings.today} />
            <FirstViewEnds />
            <AccessFacts venue={venue} />
            <EatingTogether venue={venue} />
            <Facilities venue={venue} />
            <HowKnown />
          </EvidenceContext.Provider>
        </div>
        <VenueAside venue={venue} open={open} terms={terms} services={data.services} settings={settings} />
      </div>
      <UnknownFacts venue={venue} />
      {near.length > 0 && (
        <section aria-labelledby="near" class="mh-near">
          <h2 id="near" class="mh-section__title">
            {t(nearTitles[nearBy])}
          </h2>
          <WakesLater>
            <ul class="mh-near__list">
              {near.map((item) => (
                <ResultCard
                  key={item.id}
                  item={item}
                  asked={fit?.facts}
                  layout={fit?.layout}
                  people={fit?.people?.toString()}
                  query={fit?.query}
                  today={settings.today}
                />
              ))}
            </ul>
          </WakesLater>
        </section>
      )}
      {data.areas.length > 0 && (
        <ul class="mh-near__areas">
          {data.areas.map((area) => (
            <li key={area.id}>
              <a href={href(areaPath(area))}>{t('venue.moreIn', { area: area.name })}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="mh-print-only">{settings.publicUrl + href(venuePath(venue))}</p>
      <Whose venue={venue} claim={data.claim} today={settings.today} />
      <Sources venue={venue} />
    </Layout>
  );
}

export function VenuePage({ data }: { data: VenuePageData }) {
  return (
    <WhoToAskContext.Provider value={whoToAsk(data.venue)}>
      <VenueWords data={data} />
    </WhoToAskContext.Provider>
  );
}
