/** On the page of styles: how a place is kept true, and what becomes of what is typed. */
import { useLanguage } from '../language/context.tsx';
import { factLabel } from '../logic/facts.ts';
import { emptyForm } from '../logic/form.ts';
import { checked, clash, correction, samplePlace, stillTrue } from '../logic/style-samples-true.ts';
import { Questions } from '../pages/check.tsx';
import { Correction } from '../pages/corrections.tsx';
import type { Settings } from '../pages/data.ts';
import { FactItem } from '../pages/still-true.tsx';
import { Clashes } from './clashes.tsx';
import { Done } from './form.tsx';
import { Part } from './style-parts.tsx';

/** As the script puts it into a page (`client/desk/notice.ts`): above a form, or at its foot. */
function Kept({ look, text, act }: { look: 'top' | 'foot'; text: string; act?: string }) {
  return (
    <div class={`mh-kept mh-kept--${look} is-said mh-style__kept`}>
      <p>{text}</p>
      {act && (
        <button type="button" class="mh-button mh-button--quiet">
          {act}
        </button>
      )}
    </div>
  );
}

export function StyleTrue({ settings }: { settings: Settings }) {
  const language = useLanguage();
  const { t } = language;
  const about = { venue: samplePlace, form: emptyForm, settings };
  return (
    <>
      <Part name="checking">
        <div class="mh-desk mh-checking">
          <Questions
            data={{ ...about, page: 'check', parts: [], clashes: [], who: '', day: '', said: [] }}
            part={checked(language)}
            level={3}
          />
        </div>
      </Part>
      <Part name="kept">
        <div class="mh-desk">
          <Kept look="top" text={t('keep.still')} act={t('keep.afresh')} />
          <Kept look="top" text={t('keep.copy')} />
          <Kept look="foot" text={t('keep.sending')} />
          <Kept look="foot" text={t('keep.noLine')} act={t('keep.sendAgain')} />
          <Kept look="foot" text={t('keep.answersWaiting', { count: 3 })} />
          <Done>
            <p class="mh-done__text">{t('style.done')}</p>
            <a class="govuk-link mh-tap" href="#kept">
              {t('history.undo')}
            </a>
          </Done>
        </div>
      </Part>
      <Part name="versions">
        <div class="mh-desk">
          <Clashes
            clashes={[clash(t('listing.field_description'))]}
            who={t('style.somebody')}
            day={t('style.someDay')}
            form={emptyForm}
          />
        </div>
      </Part>
      <Part name="corrected">
        <div class="mh-desk">
          {correction(factLabel(language, 'door_clear_width'), t('style.visitor')).map((each) => (
            <Correction
              key={each.id}
              data={{ ...about, page: 'corrections', version: 1, back: '', items: [] }}
              each={each}
            />
          ))}
        </div>
      </Part>
      <Part name="stillTrue">
        <div class="mh-desk">
          <ul class="mh-true">
            {stillTrue.map((each) => (
              <FactItem
                key={each.id}
                data={{ ...about, page: 'stillTrue', groups: [] }}
                each={each}
                next="end"
              />
            ))}
          </ul>
        </div>
      </Part>
    </>
  );
}
