/** Facts as sentences, each with who saw it, how and when. What nobody has said is listed as not known. */
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import {
  ageLabel,
  ageSentence,
  byTopic,
  evidenceSentence,
  factLabel,
  factSentence,
  type Statement,
  statements,
  unknownAccess,
} from '../logic/facts.ts';

function FactLine({ said }: { said: Statement }) {
  const language = useLanguage();
  const { fact } = said;
  const answer = typeof fact.value === 'number' ? 'number' : fact.value;
  return (
    <li class={`mh-fact mh-fact--${answer}`}>
      <p class="mh-fact__sentence">{factSentence(language, said)}</p>
      {fact.note && (
        <p class="mh-fact__note" dir="auto">
          {language.t('venue.quoted', { note: fact.note })}
        </p>
      )}
      <p class="mh-fact__evidence">
        <span class={`mh-age mh-age--${fact.age.state}`}>{ageLabel(language, fact)}</span>{' '}
        {evidenceSentence(language, fact)} ({ageSentence(language, fact)})
      </p>
    </li>
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
          <ul class="mh-facts">
            {topic.said.map((each) => (
              <FactLine key={`${each.entry.key}-${each.space ?? ''}`} said={each} />
            ))}
          </ul>
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

export function Facilities({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="facilities" class="mh-section">
      <h2 id="facilities" class="mh-section__title">
        {t('venue.facilities')}
      </h2>
      <Topics said={statements(venue, 'amenity')} none={t('venue.facilitiesNone')} />
    </section>
  );
}

export function UnknownFacts({ venue }: { venue: Venue }) {
  const language = useLanguage();
  const { t, word } = language;
  const topics = unknownAccess(venue);
  return (
    <section aria-labelledby="unknown" class="mh-section">
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
                <dd>
                  {topic.entries.map((entry) => factLabel(language, entry.key)).join(t('common.comma'))}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
