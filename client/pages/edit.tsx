/** One part of a listing: its rooms, how one gets in and about, what is there, and publishing it. */
import { accessFacts, amenityFacts, type FactEntry, layouts, topics } from '../../server/vocabulary.ts';
import { Checkboxes, ErrorSummary, Radios, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { editSteps } from '../logic/listing.ts';
import { venuePath } from '../logic/rooms.ts';
import type { EditPageData } from './data.ts';

function Room({ data, n }: { data: EditPageData; n: number }) {
  const { t, word } = useLanguage();
  const { form } = data;
  const number = n + 1;
  return (
    <fieldset class="govuk-fieldset mh-desk-part">
      <legend class="govuk-heading-m">{t('listing.room', { number })}</legend>
      <input type="hidden" name={`room${n}_id`} value={String(form.values[`room${n}_id`] ?? '')} />
      <TextInput
        form={form}
        name={`room${n}_name`}
        label={t('listing.roomName')}
        hint={t('listing.roomNameHint')}
        maxLength={120}
        dir="auto"
      />
      <TextInput
        form={form}
        name={`room${n}_floor`}
        label={t('listing.floor')}
        hint={t('listing.floorHint')}
        inputMode="numeric"
        chars={3}
      />
      <p class="govuk-body">{t('listing.capacities')}</p>
      <div class="mh-desk-numbers">
        {layouts.map(({ key, label }) => (
          <TextInput
            key={key}
            form={form}
            name={`room${n}_${key}`}
            label={word('layouts', key, 'label') ?? label}
            inputMode="numeric"
            chars={5}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Fact({ data, entry }: { data: EditPageData; entry: FactEntry }) {
  const { t, word } = useLanguage();
  const label = word('facts', entry.key, 'label') ?? entry.label;
  const name = `fact_${entry.key}`;
  if (entry.value === 'number') {
    const unit =
      entry.unit === 'cm' ? t('listing.inCm') : entry.unit === 'm' ? t('listing.inM') : t('listing.howMany');
    return <TextInput form={data.form} name={name} label={label} hint={unit} inputMode="numeric" chars={5} />;
  }
  // Nothing said is "I don't know": it is chosen until something else is.
  const values = { [name]: '', ...data.form.values };
  const options = [
    { value: 'yes', label: t('listing.yes') },
    { value: 'no', label: t('listing.no') },
    { value: 'partial', label: t('listing.partly') },
    { value: '', label: t('listing.dontKnow') },
  ];
  return <Radios form={{ ...data.form, values }} name={name} label={label} options={options} inline small />;
}

function Facts({ data, entries }: { data: EditPageData; entries: readonly FactEntry[] }) {
  const { t, word } = useLanguage();
  return (
    <>
      <p class="govuk-body">{t('listing.factsHow')}</p>
      <Checkboxes
        form={data.form}
        name="seen"
        label={t('listing.seen')}
        options={[{ value: 'yes', label: t('listing.seenToday') }]}
      />
      {topics.map(({ key, label }) => {
        const here = entries.filter(({ topic, scope }) => topic === key && scope !== 'space');
        return (
          here.length > 0 && (
            <section key={key} class="mh-desk-part" aria-labelledby={`topic-${key}`}>
              <h2 class="govuk-heading-m" id={`topic-${key}`}>
                {word('topics', key, 'label') ?? label}
              </h2>
              {here.map((entry) => (
                <Fact key={entry.key} data={data} entry={entry} />
              ))}
            </section>
          )
        );
      })}
    </>
  );
}

function Publish({ data }: { data: EditPageData }) {
  const { t } = useLanguage();
  return (
    <>
      <p class="govuk-body">{t('listing.publishHow')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('listing.rooms', { count: data.rooms.length })}</li>
        <li>{t('listing.facts', { count: data.facts })}</li>
      </ul>
      {!data.isSteward && <p class="govuk-body">{t('listing.onlyStewards')}</p>}
    </>
  );
}

export function EditPage({ data }: { data: EditPageData }) {
  const { t, href } = useLanguage();
  const { step, venue, form, status, isSteward } = data;
  const path = venuePath(venue);
  const number = editSteps.indexOf(step) + 1;
  const isDraft = status === 'draft';
  const rooms = Array.from({ length: data.rooms.length + 2 }, (_, n) => n);
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}/manage`)} dir="auto">
        {venue.name}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {isDraft && <p class="mh-quiet">{t('listing.stepOf', { number, all: editSteps.length })}</p>}
        <h1 class="govuk-heading-l">{t(`listing.step_${step}`)}</h1>
        <form method="post" action={href(`${path}/edit/${step}`)} novalidate>
          <input type="hidden" name="version" value={data.version} />
          {step === 'rooms' && rooms.map((n) => <Room key={n} data={data} n={n} />)}
          {step === 'access' && <Facts data={data} entries={accessFacts} />}
          {step === 'facilities' && <Facts data={data} entries={amenityFacts} />}
          {step === 'publish' && <Publish data={data} />}
          <div class="mh-desk-actions">
            {(step !== 'publish' || isSteward) && (
              <button type="submit" class="mh-button">
                {t(step === 'publish' ? 'listing.publish' : isDraft ? 'listing.saveGoOn' : 'listing.save')}
              </button>
            )}
            {isDraft && step !== 'publish' && (
              <button type="submit" class="mh-button mh-button--quiet" name="then" value="later">
                {t('listing.saveLater')}
              </button>
            )}
          </div>
        </form>
      </div>
    </Layout>
  );
}
