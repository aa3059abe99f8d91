/** The fields of what is said of a layer of demand. */
import { useLanguage } from '../language/context.tsx';
import type { FormState } from '../logic/form.ts';
import { Radios, TextInput } from './form.tsx';

export function LayerFields({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <TextInput
        form={form}
        name="name"
        label={t('demand.field_name')}
        hint={t('demand.hint_name')}
        dir="auto"
      />
      <TextInput
        form={form}
        name="unit"
        label={t('demand.field_unit')}
        hint={t('demand.hint_unit')}
        dir="auto"
      />
      <TextInput form={form} name="source" label={t('demand.field_source')} dir="auto" />
      <TextInput
        form={form}
        name="licence"
        label={t('demand.field_licence')}
        hint={t('demand.hint_licence')}
        dir="auto"
      />
      <TextInput form={form} name="attribution" label={t('demand.field_attribution')} dir="auto" />
      <Radios
        form={form}
        name="public"
        label={t('demand.field_public')}
        options={[
          { value: 'no', label: t('demand.public_no') },
          { value: 'yes', label: t('demand.public_yes') },
        ]}
      />
    </>
  );
}
