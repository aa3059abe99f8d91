/** Ways to reach the group, each with who may know it. Private is what it is until somebody says otherwise. */
import { contactKinds } from '../../../server/vocabulary.ts';
import { useLanguage } from '../../language/context.tsx';
import { type FormState, typedValues } from '../../logic/form.ts';
import { rowsOf } from '../../logic/step-fields.ts';
import { SelectInput, TextInput } from '../form.tsx';
import { Row } from './row.tsx';

export function ContactFields({ form }: { form: FormState }) {
  const { t } = useLanguage();
  const stands = rowsOf(typedValues(form, 'contacts'), 4);
  // One more of each kind that most groups have; empty rows come back as they were.
  const missing = ['email', 'phone'].filter((kind) => stands.every((row) => row[0] !== kind));
  const more = missing.length > 0 ? missing : ['email'];
  const rows = [...stands, ...more.map((kind) => [kind, '', '', 'private'])];
  const shown = stands.filter((row) => row[3] === 'public').map((row) => row[1]);
  return (
    <>
      <p class="govuk-body">
        {t('listing.contactsHow')} {stands.length > 0 && t('listing.takeOut')}
      </p>
      <p class="mh-panel mh-panel__text">
        {shown.length > 0
          ? t('listing.worldSees', { contacts: shown.join(t('common.comma')) })
          : t('listing.worldSeesNone')}
      </p>
      {rows.map(([kind = '', value = '', name = '', who = ''], n) => {
        const id = `contacts_${n}`;
        const field = { form, name: 'contacts' };
        return (
          <Row key={n} form={form} id={id} legend={t('listing.contact', { number: n + 1 })}>
            <SelectInput
              {...field}
              id={id}
              label={t('listing.contactKind')}
              value={kind}
              options={contactKinds.map((each) => ({ value: each, label: t(`venue.${each}`) }))}
            />
            <TextInput
              {...field}
              id={`${id}-value`}
              label={t('listing.contactValue')}
              value={value}
              maxLength={300}
              autocomplete="off"
              dir="ltr"
            />
            <TextInput
              {...field}
              id={`${id}-name`}
              label={t('listing.contactName')}
              value={name}
              maxLength={120}
              autocomplete="off"
              dir="auto"
            />
            <SelectInput
              {...field}
              id={`${id}-who`}
              label={t('listing.contactWho')}
              value={who}
              options={[
                { value: 'private', label: t('listing.private') },
                { value: 'public', label: t('listing.everybody') },
              ]}
            />
          </Row>
        );
      })}
      <button
        type="submit"
        class="mh-button mh-button--quiet"
        name="do"
        value="row"
        formaction={`#contacts_${rows.length}`}
      >
        {t('listing.moreContacts')}
      </button>
    </>
  );
}
