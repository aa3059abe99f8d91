/** What two people changed at once: both versions of each field, and nothing chosen for the person. */
import { useLanguage } from '../language/context.tsx';
import type { FormState } from '../logic/form.ts';
import { type Compared, choiceName } from '../logic/three-way.ts';
import { Radios } from './form.tsx';

export interface ClashView extends Pick<Compared, 'name' | 'mine'> {
  label: string;
  /** Both, as a person reads them; empty where it was taken out. */
  theirsText: string;
  mineText: string;
}

interface Props {
  clashes: readonly ClashView[];
  /** Who stored theirs, and on which day. */
  who: string;
  day: string;
  form: FormState;
}

function Version({ whose, text }: { whose: string; text: string }) {
  const { t } = useLanguage();
  return (
    <>
      <span class="mh-clash__whose">{whose}</span>
      <span class="mh-clash__text" dir="auto">
        {text || t('form.empty')}
      </span>
    </>
  );
}

/** Stands in a form, in the place of the fields that it is about. Sends what was typed along, whatever is chosen. */
export function Clashes({ clashes, who, day, form }: Props) {
  const { t } = useLanguage();
  if (clashes.length === 0) return null;
  return (
    <section class="mh-clashes" aria-labelledby="clashes">
      <h2 class="govuk-heading-m" id="clashes">
        {t('form.clashes')}
      </h2>
      <p class="govuk-body">{t('form.clashesHow', { who })}</p>
      {clashes.map(({ name, label, mine, theirsText, mineText }) => (
        <div key={name}>
          <Radios
            form={form}
            name={choiceName(name)}
            label={label}
            options={[
              {
                value: 'theirs',
                label: <Version whose={t('form.theirs', { who, day })} text={theirsText} />,
              },
              { value: 'mine', label: <Version whose={t('form.mine')} text={mineText} /> },
            ]}
          />
          <input type="hidden" name="clash" value={name} />
          {[mine].flat().map((value, index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
        </div>
      ))}
    </section>
  );
}
