/** On the page of styles: the forms of members, what was kept, house terms, and the numbers of an area. */
import { Rich, useLanguage } from '../language/context.tsx';
import { emptyForm, type FormState } from '../logic/form.ts';
import { sampleArea, sampleGaps, sampleNumbers } from '../logic/style-samples-area.ts';
import { AreaGaps } from './area-here.tsx';
import { AreaNeeds } from './area-needs.tsx';
import { Checkboxes, Done, ErrorSummary, Radios, TextArea, TextInput } from './form.tsx';
import { hide } from './hide.tsx';
import { Part } from './style-parts.tsx';
import { TermsSaid } from './terms-said.tsx';

function Forms() {
  const { t } = useLanguage();
  const wrong = t('style.wrong');
  const faulty: FormState = {
    values: { 'sample-count': '−3', 'sample-one': 'b', 'sample-many': ['a'] },
    faults: [{ field: 'sample-count', sentence: wrong }],
  };
  const options = [
    { value: 'a', label: t('style.chipOne') },
    { value: 'b', label: t('style.chipTwo'), hint: t('style.hint') },
  ];
  const label = t('style.label');
  return (
    <div class="mh-desk">
      <ErrorSummary form={faulty} />
      <TextInput form={faulty} name="sample-count" label={label} hint={t('style.hint')} chars={5} />
      <TextArea form={emptyForm} name="sample-words" label={label} hint={t('style.hint')} rows={3} />
      <Radios form={faulty} name="sample-one" label={label} options={options} />
      <Checkboxes form={faulty} name="sample-many" label={label} options={options} small />
      <Done>{t('style.done')}</Done>
    </div>
  );
}

/** As the button stands on a card: before it is pressed, and after. */
function Keeping() {
  const { t } = useLanguage();
  const label = <Rich text={t('shortlist.keep', { venue: t('style.suggestion') })} tags={{ hide }} />;
  return (
    <div class="mh-style__row">
      <button type="button" class="mh-keep" aria-pressed="false">
        {label}
      </button>
      <span>
        <button type="button" class="mh-keep" aria-pressed="true">
          {label}
        </button>
        <a class="mh-keep__see" href="#keeping">
          {t('shortlist.see')}
        </a>
      </span>
      <a class="mh-action" href="#keeping">
        {t('shortlist.mail')}
      </a>
    </div>
  );
}

export function StyleForms() {
  const { t } = useLanguage();
  return (
    <>
      <Part name="keeping">
        <Keeping />
      </Part>
      <Part name="terms">
        <div class="mh-panel mh-style__open">
          <TermsSaid
            terms={{
              version: 2,
              sentences: [t('style.termsOne'), t('style.termsTwo')],
              text: t('style.sample'),
              unstated: t('style.termsUnstated'),
              older: { path: '#terms', label: t('style.link') },
              stated: t('style.termsStated'),
            }}
          />
        </div>
      </Part>
      <Part name="numbers">
        <AreaGaps area={sampleArea} gaps={sampleGaps} />
        <AreaNeeds area={sampleArea} numbers={sampleNumbers} />
      </Part>
      <Part name="forms">
        <Forms />
      </Part>
    </>
  );
}
