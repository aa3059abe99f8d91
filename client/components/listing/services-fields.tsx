/** May the place be proposed for regular services? A yes may have a limit; a no is never asked again by a plan. */
import { serviceConsents } from '../../../server/vocabulary.ts';
import { useLanguage } from '../../language/context.tsx';
import { type FormState, typedValues } from '../../logic/form.ts';
import { servicesText } from '../../logic/services.ts';
import { Radios, TextInput } from '../form.tsx';

export function ServicesFields({ form, isSteward }: { form: FormState; isSteward: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const [consent = '', sessions = ''] = typedValues(form, 'services');
  if (!isSteward)
    return (
      <>
        <p class="govuk-body">{t('listing.servicesHow')}</p>
        <p class="govuk-body">{t('listing.precisionNow')}</p>
        <p class="mh-panel mh-panel__text">{servicesText(language, consent, sessions)}</p>
      </>
    );
  return (
    <>
      <p class="govuk-body">{t('listing.servicesHow')}</p>
      <Radios
        form={form}
        name="services"
        label={t('listing.field_services')}
        options={serviceConsents.map((each) => ({
          value: each,
          label: t(`listing.services_${each}`),
          hint: t(`listing.servicesMeans_${each}`),
        }))}
      />
      <TextInput
        form={form}
        name="sessions"
        label={t('listing.sessions')}
        hint={t('listing.sessionsHint')}
        value={sessions}
        chars={3}
        inputMode="numeric"
        dir="ltr"
      />
    </>
  );
}
