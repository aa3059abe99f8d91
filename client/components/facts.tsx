/** Facts as sentences, each with who saw it, how and when. What nobody has said is listed as not known. */
import { useContext } from 'preact/hooks';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { inSentence } from '../logic/evidence.ts';
import {
  ageLabel,
  ageSentence,
  byTopic,
  evidenceSentence,
  factSentence,
  type Statement,
  statements,
  type Unknown,
  unknownAccess,
  unknownText,
} from '../logic/facts.ts';
import { askPath } from '../logic/place.ts';
import { EvidenceContext, photoAnchor, useEvidenceNumber, usePhotosOf } from './evidence.ts';
import { useWhoToAsk } from './who-to-ask.ts';

function FactLine({ said }: { said: Statement }) {
  const language = useLanguage();
  const who = useWhoToAsk();
  const { fact } = said;
  const known = evidenceSentence(language, fact);
  const number = useEvidenceNumber(known);
  const answer = typeof fact.value === 'number' ? 'number' : fact.value;
  return (
    <li class={`mh-fact mh-fact--${answer}`}>
      <p class="mh-fact__sentence" data-known={number && formatNumber(language, number)}>
        {factSentence(language, said, who)}
      </p>
      {fact.note && (
        <p class="mh-fact__note" dir="auto">
          {language.t('venue.quoted', { note: fact.note })}
        </p>
      )}
      <p class="mh-fact__evidence">
        <span class={`mh-age mh-age--${fact.age.state}`}>{ageLabel(language, fact, who)}</span>{' '}
        <span class="mh-fact__known">{known}</span>
        <span class="mh-fact__ago"> ({ageSentence(language, fact)})</span>
      </p>
      {usePhotosOf(said).map((photo) => (
        <p key={photo.id} class="mh-fact__photo">
          <a href={`#${photoAnchor(photo)}`}>{language.t('venue.photoSee', { alt: photo.alt })}</a>
        </p>
      ))}
    </li>
  );
}

function Facts({ said }: { said: readonly Statement[] }) {
  return (
    <ul class="mh-facts">
      {said.map((each) => (
        <FactLine key={`${each.entry.key}-${each.space ?? ''}`} said={each} />
      ))}
    </ul>
  );
}

/** Beside what is known: who decides by this topic must not take a gap in it for a no, or for nothing to ask. */
function NotKnown({ entries }: { entries: readonly Unknown[] }) {
  const language = useLanguage();
  const needs = entries.map((each) => inSentence(language, unknownText(language, each)));
  return (
    <p class="mh-topic__unknown">
      {language.t('venue.unknownHere', { needs: needs.join(language.t('common.comma')) })}
    </p>
  );
}

interface TopicsProps {
  said: readonly Statement[];
  none: string;
  unknown?: ReturnType<typeof unknownAccess>;
}

function Topics({ said, none, unknown = [] }: TopicsProps) {
  const language = useLanguage();
  const { t, word } = language;
  if (said.length === 0) return <p class="govuk-body">{none}</p>;
  const known = byTopic(said);
  const label = (key: string) => word('topics', key, 'label') ?? key;
  const silent = unknown.filter(({ key }) => known.every((topic) => topic.key !== key));
  return (
    <>
      {known.map((topic) => {
        const open = unknown.find(({ key }) => key === topic.key);
        return (
          <div key={topic.key} class="mh-topic">
            <h3 class="mh-topic__title">{label(topic.key)}</h3>
            <Facts said={topic.said} />
            {open && <NotKnown entries={open.entries} />}
          </div>
        );
      })}
      {silent.length > 0 && (
        <p class="mh-topic__unknown mh-topic__unknown--all">
          {t('venue.unknownTopics', {
            topics: silent.map(({ key }) => inSentence(language, label(key))).join(t('common.comma')),
          })}
        </p>
      )}
    </>
  );
}

export function AccessFacts({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  const who = useWhoToAsk();
  return (
    <section aria-labelledby="access" class="mh-section">
      <h2 id="access" class="mh-section__title">
        {t('venue.access')}
      </h2>
      <Topics
        said={statements(venue, 'access')}
        none={t('venue.accessNone', { who })}
        unknown={unknownAccess(venue)}
      />
    </section>
  );
}

export function EatingTogether({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  const who = useWhoToAsk();
  const said = byTopic(statements(venue, 'amenity')).find(({ key }) => key === 'eating')?.said ?? [];
  return (
    <section aria-labelledby="eating" class="mh-section">
      <h2 id="eating" class="mh-section__title">
        {t('venue.eating')}
      </h2>
      {said.length === 0 ? <p class="govuk-body">{t('venue.eatingNone', { who })}</p> : <Facts said={said} />}
    </section>
  );
}

export function Facilities({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  const who = useWhoToAsk();
  const said = statements(venue, 'amenity').filter(({ entry }) => entry.topic !== 'eating');
  return (
    <section aria-labelledby="facilities" class="mh-section">
      <h2 id="facilities" class="mh-section__title">
        {t('venue.facilities')}
      </h2>
      <Topics said={said} none={t('venue.facilitiesNone', { who })} />
    </section>
  );
}

/** What the numbers of the answers stand for, on paper; on a screen each says it itself. */
export function HowKnown() {
  const { t } = useLanguage();
  const { known } = useContext(EvidenceContext);
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="known" class="mh-section mh-print-only">
      <h2 id="known" class="mh-section__title">
        {t('venue.howKnown')}
      </h2>
      <ol class="mh-known">
        {known.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
    </section>
  );
}

export function UnknownFacts({ venue }: { venue: Venue }) {
  const language = useLanguage();
  const { t, word } = language;
  const who = useWhoToAsk();
  const open = unknownAccess(venue);
  const mail = askPath(
    venue,
    t('venue.askSubject', { venue: venue.name }),
    open
      .flatMap(({ entries }) =>
        entries.map((each) => t('venue.askLine', { label: unknownText(language, each) })),
      )
      .join('\n'),
  );
  return (
    <section aria-labelledby="unknown" class="mh-section mh-unknown-section">
      <h2 id="unknown" class="mh-section__title">
        {t('venue.unknown')}
      </h2>
      {open.length === 0 ? (
        <p class="govuk-body">{t('venue.unknownNone')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('venue.unknownText', { who })}</p>
          <dl class="mh-unknown">
            {open.map((topic) => (
              <div key={topic.key}>
                <dt>{word('topics', topic.key, 'label')}</dt>
                <dd>{topic.entries.map((each) => unknownText(language, each)).join(t('common.comma'))}</dd>
              </div>
            ))}
          </dl>
          {mail && (
            <p class="govuk-body mh-ask">
              <a class="govuk-link" href={mail}>
                {t('venue.askMail')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
