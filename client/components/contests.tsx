/** What both sides of a contest say, and what was decided. */
import type { Contest } from '../../server/claims/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';

export function ContestWords({ contest, level = 3 }: { contest: Contest; level?: 2 | 3 }) {
  const language = useLanguage();
  const { t } = language;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="mh-card" aria-labelledby={`contest-${contest.id}`}>
      <Heading class="govuk-heading-s" id={`contest-${contest.id}`} dir="auto">
        {t('claim.contestedBy', { contester: contest.organisation.name })}
      </Heading>
      {contest.words.map(({ side, words, at }) => (
        <div key={at}>
          <p class="mh-quiet">
            {t(`claim.side_${side}`)} · {formatDay(language, at)}
          </p>
          <blockquote class="mh-said" dir="auto">
            {words}
          </blockquote>
        </div>
      ))}
      <p class="govuk-body">
        <strong>{t(`claim.state_${contest.state}`)}</strong>
      </p>
      {contest.reason && (
        <p class="govuk-body" dir="auto">
          {t('claim.reason', { reason: contest.reason })}
        </p>
      )}
    </section>
  );
}
