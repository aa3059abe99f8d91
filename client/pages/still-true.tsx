/** Is it still true? Every fact of a place, the oldest first, for its members to say so in one tap each. */
import { findFact } from '../../server/vocabulary.ts';
import { Clashes } from '../components/clashes.tsx';
import { Done, ErrorSummary, Radios, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { ageLabel, ageSentence, evidenceSentence, memberSentence, numberHint } from '../logic/facts.ts';
import { type FormState, typedValue } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { StillTrueFact, StillTrueGroup, StillTruePageData } from './data.ts';

type Page = { data: StillTruePageData };
/** A fact, and the id of the next one: there one goes on, whatever was said of this one. */
type Item = Page & { each: StillTrueFact; next: string };

/** The sentence of a fact, which names its buttons for whoever does not see what they stand beside. */
function useSentence({ fact, space }: StillTrueFact): string {
  const language = useLanguage();
  const entry = findFact(fact.key);
  return entry ? memberSentence(language, { fact, entry, ...(space && { space }) }) : fact.key;
}

function KnownHow({ form, id }: { form: FormState; id?: string }) {
  const { t } = useLanguage();
  return (
    <Radios
      form={{ ...form, values: { how: 'told', ...form.values } }}
      name="how"
      {...(id && { id })}
      label={t('still.knownHow')}
      small
      options={[
        { value: 'told', label: t('still.told') },
        { value: 'visited', label: t('still.visited') },
      ]}
    />
  );
}

const sentTo = ({ data, next }: Item): string => `${venuePath(data.venue)}/still-true?before=${next}`;

function Change(item: Item) {
  const { data, each } = item;
  const language = useLanguage();
  const { t } = language;
  const { changing, form, venue } = data;
  if (!changing) return null;
  const { key } = each.fact;
  const label = t('still.whatNow');
  const isClash = (name: string) => changing.clashes.some((clash) => clash.name === name);
  return (
    <form method="post" action={language.href(`${venuePath(venue)}/still-true#${each.id}`)} novalidate>
      <input type="hidden" name="change" value={changing.ref} />
      {Object.entries(changing.base).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Clashes clashes={changing.clashes} who={t('still.somebody')} day="" form={form} />
      {!isClash('value') &&
        (changing.kind === 'number' ? (
          <TextInput
            form={form}
            name="value"
            label={label}
            hint={numberHint(language, findFact(key))}
            inputMode="numeric"
            chars={5}
            dir="ltr"
          />
        ) : (
          <Radios
            form={form}
            name="value"
            label={label}
            small
            options={[
              { value: 'yes', label: t('listing.yes') },
              { value: 'no', label: t('listing.no') },
              { value: 'partial', label: t('listing.partly') },
              { value: '', label: t('listing.dontKnow') },
            ]}
          />
        ))}
      {!isClash('note') && (
        <TextInput
          form={form}
          name="note"
          label={t('still.note')}
          hint={t('still.noteHint')}
          maxLength={500}
          dir="auto"
        />
      )}
      <KnownHow form={form} id="change-how" />
      <div class="mh-desk-actions">
        <button type="submit" class="mh-button" formaction={language.href(`${sentTo(item)}#${each.id}`)}>
          {t('listing.save')}
        </button>
        <a class="govuk-link mh-tap" href={language.href(`${venuePath(venue)}/still-true#${each.id}`)}>
          {t('still.cancel')}
        </a>
      </div>
    </form>
  );
}

function Buttons(item: Item) {
  const { data, each } = item;
  const { t, href } = useLanguage();
  const sentence = useSentence(each);
  const how = data.form.values.how === 'visited' ? '&how=visited' : '';
  const sends = {
    type: 'submit',
    form: 'still',
    value: each.ref,
    formaction: href(sentTo(item)),
  } as const;
  const named = (text: string) => (
    <>
      {text}
      <span class="govuk-visually-hidden">: {sentence}</span>
    </>
  );
  return (
    <div class="mh-true__buttons">
      {each.isOfToday ? (
        <span class="mh-quiet">{t('still.today')}</span>
      ) : (
        <button {...sends} name="still" class="mh-button">
          {named(t('still.still'))}
        </button>
      )}
      <a
        class="mh-button mh-button--quiet"
        href={href(`${venuePath(data.venue)}/still-true?change=${each.id.slice(5)}${how}#${each.id}`)}
      >
        {named(t('still.noLonger'))}
      </a>
      <button {...sends} name="unknown" class="mh-button mh-button--quiet">
        {named(t('still.unknown'))}
      </button>
    </div>
  );
}

export function FactItem(item: Item) {
  const { data, each } = item;
  const language = useLanguage();
  const { fact, id } = each;
  const sentence = useSentence(each);
  const isChanging = data.changing?.id === id;
  return (
    <li class="mh-true__fact" id={id} tabIndex={-1}>
      {data.done?.before === id && <WhatWasDone data={data} topic={data.done.topic} before={id} />}
      <p class="mh-true__sentence">{sentence}</p>
      {fact.note && (
        <p class="mh-true__note" dir="auto">
          {language.t('venue.quoted', { note: fact.note })}
        </p>
      )}
      <p class="mh-fact__evidence">
        <span class={`mh-age mh-age--${fact.age.state}`}>{ageLabel(language, fact)}</span>{' '}
        {evidenceSentence(language, fact)} ({ageSentence(language, fact)})
      </p>
      {isChanging ? <Change {...item} /> : <Buttons {...item} />}
    </li>
  );
}

function WhatWasDone({ data, topic, before }: Page & { topic?: string; before?: string }) {
  const { t, href } = useLanguage();
  const { done } = data;
  if (!done || done.topic !== topic || done.before !== before) return null;
  return (
    <div class="mh-true__done">
      <Done id="done">
        <p class="mh-done__text">{done.text}</p>
        {done.undo && (
          <a class="govuk-link mh-tap" href={href(done.undo)}>
            {t('history.undo')}
          </a>
        )}
      </Done>
    </div>
  );
}

function AllOf({ data, group }: Page & { group: StillTrueGroup }) {
  const { t, href, word } = useLanguage();
  const { topic, waiting, facts } = group;
  const path = `${venuePath(data.venue)}/still-true`;
  const label = word('topics', topic, 'label') ?? topic;
  if (waiting < 2) return null;
  if (data.asking !== topic) {
    const how = data.form.values.how === 'visited' ? '&how=visited' : '';
    return (
      <p class="govuk-body">
        <a class="govuk-link mh-tap" href={href(`${path}?all=${topic}${how}#topic-${topic}`)}>
          {t('still.all', { count: waiting })}
          <span class="govuk-visually-hidden">: {label}</span>
        </a>
      </p>
    );
  }
  return (
    <div class="mh-true__all" data-focus tabIndex={-1}>
      <p class="govuk-body">{t('still.allAsk', { count: waiting, topic: label })}</p>
      {facts
        .filter(({ isOfToday }) => !isOfToday)
        .map(({ ref }) => (
          <input key={ref} form="still" type="hidden" name="fact" value={ref} />
        ))}
      <div class="mh-desk-actions">
        <button type="submit" form="still" name="all" value={topic} class="mh-button">
          {t('still.allYes', { count: waiting })}
        </button>
        <a class="govuk-link mh-tap" href={href(`${path}#topic-${topic}`)}>
          {t('still.leave')}
        </a>
      </div>
    </div>
  );
}

export function StillTruePage({ data }: Page) {
  const { t, href, word } = useLanguage();
  const { venue, groups, form } = data;
  const path = venuePath(venue);
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}/manage`)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <WhatWasDone data={data} />
        <h1 class="govuk-heading-l">{t('still.title', { venue: venue.name })}</h1>
        <p class="govuk-body">{t('still.how')}</p>
        {groups.length === 0 && <p class="govuk-body">{t('still.nothing')}</p>}
        {groups.length > 0 && (
          <>
            {/* The buttons beside the facts are of this form; a fact that is changed has a form of its own. */}
            <form id="still" method="post" action={href(`${path}/still-true`)}>
              {/* The first button is what the Enter key presses: it must confirm nothing. */}
              <button type="submit" disabled hidden />
              {/* While a fact is changed, its own form asks this. */}
              {data.changing ? (
                <input type="hidden" name="how" value={typedValue(form, 'how') || 'told'} />
              ) : (
                <KnownHow form={form} />
              )}
            </form>
            {groups.map((group) => (
              <section key={group.topic} aria-labelledby={`topic-${group.topic}`} class="mh-true__group">
                <h2 class="govuk-heading-m" id={`topic-${group.topic}`} tabIndex={-1}>
                  {word('topics', group.topic, 'label')}
                </h2>
                <WhatWasDone data={data} topic={group.topic} />
                <AllOf data={data} group={group} />
                <ul class="mh-true">
                  {group.facts.map((each, at) => (
                    <FactItem key={each.id} data={data} each={each} next={group.facts[at + 1]?.id ?? 'end'} />
                  ))}
                </ul>
                <WhatWasDone data={data} topic={group.topic} before="end" />
              </section>
            ))}
          </>
        )}
      </div>
    </Layout>
  );
}
