/**
 * Who gets where before the plan and with it: two maps under each other, or, where there is a script, on each other
 * with a slider between them. On paper they stand side by side.
 */
import { useLanguage } from '../../language/context.tsx';
import type { Drawing } from '../../logic/plan-drawing.ts';
import { AccessLegend } from './access-legend.tsx';
import { AccessMap } from './access-map.tsx';

export function BeforeAfter({ drawing, id }: { drawing: Drawing; id: string }) {
  const { t } = useLanguage();
  return (
    <div class="mh-before-after" data-before-after>
      <div class="mh-before-after__maps">
        <figure class="mh-before-after__map">
          <figcaption>{t('figures.moment_before')}</figcaption>
          <AccessMap drawing={drawing} which="before" id={id} legend={false} />
        </figure>
        <figure class="mh-before-after__map mh-before-after__map--over">
          <figcaption>{t('figures.moment_after')}</figcaption>
          <AccessMap drawing={drawing} which="after" id={`${id}-after`} shapes={id} legend={false} />
        </figure>
        <span class="mh-before-after__edge" aria-hidden="true" />
      </div>
      <div class="mh-before-after__slide" hidden>
        <label for={`${id}-slide`}>{t('figures.slide')}</label>
        <div class="mh-before-after__ends">
          <span aria-hidden="true">{t('figures.moment_before')}</span>
          <input
            type="range"
            id={`${id}-slide`}
            min="0"
            max="100"
            step="5"
            value="50"
            data-before={t('figures.moment_before')}
            data-after={t('figures.moment_after')}
          />
          <span aria-hidden="true">{t('figures.moment_after')}</span>
        </div>
      </div>
      <AccessLegend drawing={drawing} which={['before', 'after']} id={id} />
    </div>
  );
}
