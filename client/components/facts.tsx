/** Facts as sentences, each with who saw it, how and when. What nobody has said is listed as not known. */
import type { Venue } from '../../server/venues/schema.ts';
import {
  ageLabel,
  ageSentence,
  byTopic,
  evidenceSentence,
  factSentence,
  type Statement,
  statements,
  unknownAccess,
} from '../logic/facts.ts';

function FactLine({ said }: { said: Statement }) {
  const { fact } = said;
  const answer = typeof fact.value === 'number' ? 'number' : fact.value;
  return (
    <li class={`mh-fact mh-fact--${answer}`}>
      <p class="mh-fact__sentence">{factSentence(said)}</p>
      {fact.note && <p class="mh-fact__note">“{fact.note}”</p>}
      <p class="mh-fact__evidence">
        <span class={`mh-age mh-age--${fact.age.state}`}>{ageLabel(fact)}</span> {evidenceSentence(fact)} (
        {ageSentence(fact)})
      </p>
    </li>
  );
}

function Topics({ said, none }: { said: readonly Statement[]; none: string }) {
  const topics = byTopic(said);
  if (topics.length === 0) return <p class="govuk-body">{none}</p>;
  return (
    <>
      {topics.map((topic) => (
        <div key={topic.key} class="mh-topic">
          <h3 class="mh-topic__title">{topic.label}</h3>
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
  return (
    <section aria-labelledby="access" class="mh-section">
      <h2 id="access" class="mh-section__title">
        Access
      </h2>
      <Topics
        said={statements(venue, 'access')}
        none="Nobody has recorded anything about access here yet. That does not mean there is none: please ask."
      />
    </section>
  );
}

export function Facilities({ venue }: { venue: Venue }) {
  return (
    <section aria-labelledby="facilities" class="mh-section">
      <h2 id="facilities" class="mh-section__title">
        Eating together and facilities
      </h2>
      <Topics
        said={statements(venue, 'amenity')}
        none="Nobody has recorded the facilities here yet. Please ask."
      />
    </section>
  );
}

export function UnknownFacts({ venue }: { venue: Venue }) {
  const topics = unknownAccess(venue);
  return (
    <section aria-labelledby="unknown" class="mh-section">
      <h2 id="unknown" class="mh-section__title">
        What we do not know yet
      </h2>
      {topics.length === 0 ? (
        <p class="govuk-body">Every access question we ask has an answer here.</p>
      ) : (
        <>
          <p class="govuk-body">
            Nobody has told us about these. It may be yes, it may be no. Ask before you come if it matters to
            you.
          </p>
          <dl class="mh-unknown">
            {topics.map((topic) => (
              <div key={topic.key}>
                <dt>{topic.label}</dt>
                <dd>{topic.entries.map((entry) => entry.label).join(', ')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
