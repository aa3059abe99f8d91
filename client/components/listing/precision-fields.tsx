/** How exactly the public is told where the place is: each way with what they will see, drawn and in words. */
import { pin, squareAround, streets } from '../../drawings/precision.ts';
import { useLanguage } from '../../language/context.tsx';
import { type FormState, typedValue } from '../../logic/form.ts';
import { Radios } from '../form.tsx';

const ways = ['exact', 'approximate', 'hidden'] as const;

function Drawing({ way }: { way: (typeof ways)[number] }) {
  // An empty frame would look like a picture that failed.
  if (way === 'hidden') return null;
  return (
    <svg
      class="mh-precision"
      viewBox="0 0 96 64"
      width="96"
      height="64"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class="mh-precision__streets" d={streets} />
      {way === 'approximate' && <path class="mh-precision__square" d={squareAround} />}
      {way === 'exact' && <path class="mh-precision__pin" d={pin} />}
    </svg>
  );
}

export function PrecisionFields({ form, isSteward }: { form: FormState; isSteward: boolean }) {
  const { t } = useLanguage();
  const now = ways.find((way) => way === typedValue(form, 'precision')) ?? 'exact';
  if (!isSteward)
    return (
      <>
        <p class="govuk-body">{t('listing.precisionNow')}</p>
        <Drawing way={now} />
        <p class="govuk-body">{t(`listing.precisionSees_${now}`)}</p>
      </>
    );
  return (
    <>
      <p class="govuk-body">{t('listing.precisionHow')}</p>
      <Radios
        form={form}
        name="precision"
        label={t('listing.field_precision')}
        options={ways.map((way) => ({
          value: way,
          label: t(`listing.precision_${way}`),
          hint: (
            <>
              <Drawing way={way} />
              <span>{t(`listing.precisionSees_${way}`)}</span>
            </>
          ),
        }))}
      />
    </>
  );
}
