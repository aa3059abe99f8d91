/** One room: what it is called, how many people fit in each layout, and what else is to be said of it. */
import { layouts } from '../../../server/vocabulary.ts';
import { useLanguage } from '../../language/context.tsx';
import { type FormState, faultOf, typedValue } from '../../logic/form.ts';
import { stepFieldLabel } from '../../logic/step-fields.ts';
import { LayoutDrawing } from '../drawings.tsx';
import { Checkboxes, Radios, TextArea, TextInput } from '../form.tsx';

interface Props {
  form: FormState;
  /** That it may be made of. */
  others: readonly { id: number; name: string }[];
  /** Fields that a person has to choose between first. */
  isOpen: (name: string) => boolean;
  /** Everything in sight. */
  whole?: boolean;
}

/** Is there something to see in one of these fields? */
const isUsed = (form: FormState, names: readonly string[]) =>
  names.some((name) => typedValue(form, name) !== '' || faultOf(form, name));

function Layouts({ form, isOpen }: Props) {
  const language = useLanguage();
  const { t } = language;
  const limits = layouts.flatMap(({ key }) => [`most_${key}`, `condition_${key}`]);
  return (
    <>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          <h2 class="govuk-fieldset__heading">{t('listing.capacities')}</h2>
        </legend>
        <div class="mh-layouts">
          {layouts
            .filter(({ key }) => isOpen(`people_${key}`))
            .map(({ key }) => (
              <div class="mh-layouts__one" key={key}>
                <LayoutDrawing layout={key} />
                <TextInput
                  form={form}
                  name={`people_${key}`}
                  label={stepFieldLabel(language, `people_${key}`)}
                  inputMode="numeric"
                  chars={5}
                  dir="ltr"
                />
              </div>
            ))}
        </div>
      </fieldset>
      <details class="mh-more" open={isUsed(form, limits)}>
        <summary>{t('listing.limits')}</summary>
        <p class="govuk-hint">{t('listing.limitsHint')}</p>
        {layouts.map(({ key }) => (
          <div class="mh-limits" key={key}>
            {isOpen(`most_${key}`) && (
              <TextInput
                form={form}
                name={`most_${key}`}
                label={stepFieldLabel(language, `most_${key}`)}
                inputMode="numeric"
                chars={5}
                dir="ltr"
              />
            )}
            {isOpen(`condition_${key}`) && (
              <TextInput
                form={form}
                name={`condition_${key}`}
                label={stepFieldLabel(language, `condition_${key}`)}
                maxLength={200}
                dir="auto"
              />
            )}
          </div>
        ))}
      </details>
    </>
  );
}

function More({ form, others, isOpen }: Props) {
  const { t } = useLanguage();
  return (
    <>
      {isOpen('setting') && (
        <Radios
          form={form}
          name="setting"
          label={t('listing.field_setting')}
          options={[
            { value: 'indoor', label: t('listing.indoors') },
            { value: 'outdoor', label: t('listing.outdoors') },
          ]}
          inline
          small
        />
      )}
      {isOpen('floor') && (
        <TextInput
          form={form}
          name="floor"
          label={t('listing.field_floor')}
          hint={t('listing.floorHint')}
          chars={3}
          dir="ltr"
        />
      )}
      {isOpen('floorArea') && (
        <TextInput
          form={form}
          name="floorArea"
          label={t('listing.field_floorArea')}
          hint={t('listing.floorAreaHint')}
          inputMode="decimal"
          chars={5}
          dir="ltr"
        />
      )}
      {isOpen('description') && (
        <TextArea
          form={form}
          name="description"
          label={t('listing.roomDescription')}
          rows={3}
          maxLength={2000}
        />
      )}
      {isOpen('joins') && others.length > 1 && (
        <Checkboxes
          form={form}
          name="joins"
          label={t('listing.joins')}
          hint={t('listing.joinsHint')}
          options={others.map(({ id, name }) => ({ value: String(id), label: <bdi>{name}</bdi> }))}
          small
        />
      )}
    </>
  );
}

export function RoomFields(props: Props) {
  const { t } = useLanguage();
  const { form, isOpen, whole } = props;
  const more = ['floor', 'floorArea', 'description', 'joins'];
  // Rooms are indoors unless somebody says otherwise.
  const withSetting = {
    ...form,
    values: { ...form.values, setting: typedValue(form, 'setting') || 'indoor' },
  };
  return (
    <>
      {isOpen('name') && (
        <TextInput form={form} name="name" label={t('listing.roomName')} maxLength={120} dir="auto" />
      )}
      <Layouts {...props} />
      {whole ? (
        <More {...props} form={withSetting} />
      ) : (
        <details class="mh-more" open={isUsed(form, more) || typedValue(form, 'setting') === 'outdoor'}>
          <summary>{t('listing.moreRoom')}</summary>
          <More {...props} form={withSetting} />
        </details>
      )}
    </>
  );
}
