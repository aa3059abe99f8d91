/** How the room is laid out: radio buttons with what each looks like. */
import { useLanguage } from '../language/context.tsx';
import { layoutChoices } from '../logic/choices.ts';
import { LayoutDrawing } from './drawings.tsx';

export function LayoutChoice({ chosen }: { chosen: string }) {
  const language = useLanguage();
  const { t, word } = language;
  const choices = [{ value: '', label: t('search.anyLayout') }, ...layoutChoices(language)];
  return (
    <fieldset class="mh-layouts">
      <legend class="govuk-visually-hidden">{t('search.layout')}</legend>
      {choices.map(({ value, label }) => (
        <div class="mh-layout" key={value}>
          <input
            type="radio"
            id={`layout-${value || 'any'}`}
            name="layout"
            value={value}
            checked={chosen === value}
          />
          <label for={`layout-${value || 'any'}`}>
            {value && <LayoutDrawing layout={value} />}
            <span>{label}</span>
            {value && <span class="mh-layout__text">{word('layouts', value, 'sentence')}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
