/** Questions that somebody can answer standing in the doorway. Not to know is an answer, and the one that is given first. */
import type { FactEntry } from '../../../server/vocabulary.ts';
import { useLanguage } from '../../language/context.tsx';
import { factLabel, numberHint } from '../../logic/facts.ts';
import { type FormState, faultOf, typedValue } from '../../logic/form.ts';
import { Radios, TextArea, TextInput } from '../form.tsx';

interface Props {
  form: FormState;
  entries: readonly FactEntry[];
  /** That show an answer. */
  photos: readonly { id: string; factKey: string; alt: string }[];
  isOpen: (name: string) => boolean;
}

function Answer({ form, entry }: { form: FormState; entry: FactEntry }) {
  const language = useLanguage();
  const { t, word } = language;
  const { key } = entry;
  const name = `fact_${key}`;
  const label = factLabel(language, key);
  if (entry.value === 'number') {
    const hint = numberHint(language, entry);
    return (
      <TextInput form={form} name={name} label={label} hint={hint} inputMode="numeric" chars={5} dir="ltr" />
    );
  }
  const options = [
    { value: 'yes', label: t('listing.yes') },
    { value: 'partial', label: t('listing.partly') },
    { value: 'no', label: t('listing.no') },
    { value: '', label: t('listing.dontKnow') },
  ];
  const values = { ...form.values, [name]: typedValue(form, name) };
  return (
    <Radios
      form={{ ...form, values }}
      name={name}
      label={label}
      hint={word('facts', key, 'yes', { n: 1 })}
      options={options}
      inline
      small
    />
  );
}

function Question({ form, entry, photos, isOpen }: Props & { entry: FactEntry }) {
  const language = useLanguage();
  const { t } = language;
  const label = factLabel(language, entry.key);
  const note = `note_${entry.key}`;
  const shown = photos.filter(({ factKey }) => factKey === entry.key);
  const hasMore = typedValue(form, note) !== '' || shown.length > 0;
  return (
    <div class="mh-question">
      {isOpen(`fact_${entry.key}`) && <Answer form={form} entry={entry} />}
      <details class="mh-question__more" open={hasMore || faultOf(form, note) !== undefined}>
        <summary>
          {t(hasMore ? 'listing.hasNoteOrPhoto' : 'listing.noteOrPhoto')}
          <span class="govuk-visually-hidden">: {label}</span>
        </summary>
        {isOpen(note) && (
          <TextArea
            form={form}
            name={note}
            label={
              <>
                {t('listing.note')}
                <span class="govuk-visually-hidden">: {label}</span>
              </>
            }
            hint={t('listing.noteHint')}
            rows={2}
            maxLength={500}
          />
        )}
        {shown.map(({ id, alt }) => (
          <p key={id} class="govuk-hint">
            {t('listing.shownIn', { alt })}
          </p>
        ))}
        <button type="submit" class="mh-button mh-button--quiet" name="do" value={`photo-${entry.key}`}>
          {t('listing.addPhoto')}
          <span class="govuk-visually-hidden">: {label}</span>
        </button>
      </details>
    </div>
  );
}

export function Questions(props: Props) {
  const { t } = useLanguage();
  const { form, entries } = props;
  const values = { ...form.values, seen: typedValue(form, 'seen') || 'no' };
  return (
    <>
      <p class="govuk-body">{t('listing.factsHow')}</p>
      {entries.map((entry) => (
        <Question key={entry.key} {...props} entry={entry} />
      ))}
      <div class="mh-question mh-seen">
        <Radios
          form={{ ...form, values }}
          name="seen"
          label={t('listing.seen')}
          hint={t('listing.seenHint')}
          options={[
            { value: 'yes', label: t('listing.seenToday') },
            { value: 'no', label: t('listing.told') },
          ]}
          small
        />
      </div>
    </>
  );
}
