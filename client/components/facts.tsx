/** Facts as sentences, each with who saw it, how and when. What nobody has said is listed as not known. */

import { useContext } from 'preact/hooks';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import {
  ageLabel,
  ageSentence,
  byTopic,
  evidenceSentence,
  factSentence,
  type Statement,
  statements,
  unknownAccess,
  unknownText,
} from '../logic/facts.ts';
import { askPath } from '../logic/place.ts';
import { EvidenceContext, photoAnchor, useEvidenceNumber, usePhotosOf } from './evidence.ts';

function FactLine({ said }: { said: Statement }) {
  const language = useLanguage();
  const { fact } = said;
  const known = evidenceSentence(language, fact);
  const number = useEvidenceNumber(known);
  const answer = typeof fact.value === 'number' ? 'number' : fact.value;
  return (
    <li class={`mh-fact mh-fact--${answer}`}>
      <p class="mh-fact__sentence" data-known={number && formatNumber(language, number)}>
        {factSentence(language, said)}
      </p>
      {fact.note && (
        <p class="mh-fact__note" dir="auto">
          {language.t('venue.quoted', { note: fact.note })}
        </p>
      )}
      <p class="mh-fact__evidence">
        <span class={`mh-age mh-age--${fact.age.state}`}>{ageLabel(language, fact)}</span>
        <span class="govuk-visually-hidden">.</span> <span class="mh-fact__known">{known}</span>
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

function Topics({ said, none }: { said: readonly Statement[]; none: string }) {
  const { word } = useLanguage();
  const topics = byTopic(said);
  if (topics.length === 0) return <p class="govuk-body">{none}</p>;
  return (
    <>
      {topics.map((topic) => (
        <div key={topic.key} class="mh-topic">
          <h3 class="mh-topic__title">{word('topics', topic.key, 'label')}</h3>
          <Facts said={topic.said} />
        </div>
      ))}
    </>
  );
}

export function AccessFacts({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="access" class="mh-section">
      <h2 id="access" class="mh-section__title">
        {t('venue.access')}
      </h2>
      <Topics said={statements(venue, 'access')} none={t('venue.accessNone')} />
    </section>
  );
}

export function EatingTogether({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  const said = byTopic(statements(venue, 'amenity')).find(({ key }) => key === 'eating')?.said ?? [];
  return (
    <section aria-labelledby="eating" class="mh-section">
      <h2 id="eating" class="mh-section__title">
        {t('venue.eating')}
      </h2>
      {said.length === 0 ? <p class="govuk-body">{t('venue.eatingNone')}</p> : <Facts said={said} />}
    </section>
  );
}

export function Facilities({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  const said = statements(venue, 'amenity').filter(({ entry }) => entry.topic !== 'eating');
  return (
    <section aria-labelledby="facilities" class="mh-section">
      <h2 id="facilities" class="mh-section__title">
        {t('venue.facilities')}
      </h2>
      <Topics said={said} none={t('venue.facilitiesNone')} />
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
  const topics = unknownAccess(venue);
  const mail = askPath(
    venue,
    t('venue.askSubject', { venue: venue.name }),
    topics
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
      {topics.length === 0 ? (
        <p class="govuk-body">{t('venue.unknownNone')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('venue.unknownText')}</p>
          <dl class="mh-unknown">
            {topics.map((topic) => (
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
