/** The kinds of question, by what one wants to know. Each is a button that keeps what is typed: no script is needed. */
import { useLanguage } from '../../language/context.tsx';
import type { Kind } from '../../logic/plan-question.ts';

export const kinds: readonly Kind[] = ['mclp', 'lscp', 'p_median', 'p_centre', 'coverage'];

export function Kinds({ chosen, action }: { chosen: Kind; action: string }) {
  const { t } = useLanguage();
  return (
    <fieldset class="mh-kinds">
      <legend>{t('plan.kindsTitle')}</legend>
      <div class="mh-kinds__list">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="submit"
            class="mh-kind"
            name="question"
            value={kind}
            formaction={`${action}#question`}
            formmethod="get"
            aria-current={kind === chosen ? 'true' : undefined}
          >
            <span class="mh-kind__name">{t(`plan.kind_${kind}`)}</span>
            <span class="mh-kind__how">{t(`plan.kindHow_${kind}`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
