/** What a place is called, what kind it is, and what it is like. */
import { kinds } from '../../../server/vocabulary.ts';
import { useLanguage } from '../../language/context.tsx';
import { languageChoices } from '../../language/names.ts';
import { type FormState, typedValues } from '../../logic/form.ts';
import { rowsOf } from '../../logic/step-fields.ts';
import { SelectInput, TextArea, TextInput } from '../form.tsx';
import { Row } from './row.tsx';

export function KindField({ form }: { form: FormState }) {
  const { t, word, tag } = useLanguage();
  const options = kinds
    .map(({ key, label }) => ({ value: key, label: word('kinds', key, 'label') ?? label }))
    .sort((a, b) => a.label.localeCompare(b.label, tag));
  return (
    <SelectInput
      form={form}
      name="kind"
      label={t('listing.kind')}
      options={[{ value: '', label: t('listing.choose') }, ...options]}
    />
  );
}

function Names({ form }: { form: FormState }) {
  const language = useLanguage();
  const { t } = language;
  const stands = rowsOf(typedValues(form, 'names'), 2);
  const rows = [...stands, ['', '']];
  return (
    <>
      <h2 class="govuk-heading-m">{t('listing.field_names')}</h2>
      <p class="govuk-body">
        {t('listing.namesHow')} {stands.length > 0 && t('listing.takeOut')}
      </p>
      {rows.map(([tag = '', name = ''], n) => (
        <Row key={n} form={form} id={`names_${n}`} legend={t('listing.otherName', { number: n + 1 })}>
          <SelectInput
            form={form}
            name="names"
            id={`names_${n}`}
            label={t('listing.languageOf')}
            value={tag}
            options={[{ value: '', label: t('listing.choose') }, ...languageChoices(language, tag)]}
          />
          <TextInput
            form={form}
            name="names"
            id={`names_${n}-name`}
            label={t('listing.inLanguage')}
            value={name}
            maxLength={160}
            dir="auto"
          />
        </Row>
      ))}
      <button
        type="submit"
        class="mh-button mh-button--quiet"
        name="do"
        value="row"
        formaction={`#names_${rows.length}`}
      >
        {t('listing.moreNames')}
      </button>
    </>
  );
}

export function AboutFields({ form, isOpen }: { form: FormState; isOpen: (name: string) => boolean }) {
  const { t } = useLanguage();
  return (
    <>
      {isOpen('description') && (
        <TextArea
          form={form}
          name="description"
          label={t('listing.whatLike')}
          hint={t('listing.descriptionHint')}
          rows={6}
          maxLength={5000}
        />
      )}
      {isOpen('name') && (
        <TextInput form={form} name="name" label={t('listing.name')} maxLength={160} dir="auto" />
      )}
      {isOpen('kind') && <KindField form={form} />}
      {isOpen('names') && <Names form={form} />}
    </>
  );
}
