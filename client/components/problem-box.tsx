/** What went wrong, in a sentence, with links to the fields it is about. */
import { useLanguage } from '../language/context.tsx';
import { fieldIds } from '../logic/problems.ts';
import type { PageProblem } from '../pages/data.ts';

export function ProblemBox({ problem, onRetry }: { problem: PageProblem; onRetry?: () => void }) {
  const { t } = useLanguage();
  const errors = problem.errors ?? [];
  return (
    <div class="govuk-error-summary mh-problem">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{problem.title}</h2>
        <div class="govuk-error-summary__body">
          {errors.length > 0 ? (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => {
                const id = fieldIds[error.parameter ?? ''];
                return (
                  <li key={error.detail}>{id ? <a href={`#${id}`}>{error.detail}</a> : error.detail}</li>
                );
              })}
            </ul>
          ) : (
            <p>{problem.detail}</p>
          )}
          {onRetry && errors.length === 0 && (
            <button type="button" class="mh-button mh-button--quiet" onClick={onRetry}>
              {t('search.tryAgain')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
