/** What changed, line by line; what it was and what it became stand apart, and are told by words. */
import { useLanguage } from '../language/context.tsx';
import type { HistoryLine } from '../logic/history.ts';

export function HistoryLines({ lines }: { lines: readonly HistoryLine[] }) {
  const { t } = useLanguage();
  return (
    <ul class="govuk-list mh-history__lines">
      {lines.map((line, index) =>
        typeof line === 'string' ? (
          <li key={index} dir="auto">
            {line}
          </li>
        ) : (
          <li key={index}>
            <strong dir="auto">{line.what}</strong>
            {line.before !== undefined && (
              <span>
                {t('history.before')} <bdi>{line.before}</bdi>
              </span>
            )}
            <span>
              {line.before !== undefined && <>{t('history.after')} </>}
              <bdi>{line.after}</bdi>
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
