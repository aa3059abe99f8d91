/** What a visitor says is wrong with a listing, for an operator to read and to close. */
import type { Report } from '../../server/operator/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';

export function ReportItem({ report, isNamed = true }: { report: Report; isNamed?: boolean }) {
  const language = useLanguage();
  const { t, href } = language;
  return (
    <li class="mh-card">
      {isNamed && (
        <p class="govuk-body" dir="auto">
          <a class="govuk-link" href={href(`/operator/venues/${report.venue.id}`)}>
            {report.venue.name}
          </a>
        </p>
      )}
      <p class="mh-quiet">
        {t(`operator.kind_${report.kind}`)} · {formatDay(language, report.madeAt)}
      </p>
      <blockquote class="mh-said" dir="auto">
        {report.words}
      </blockquote>
      <form method="post" action={href('/operator')}>
        <input type="hidden" name="report" value={report.id} />
        <button type="submit" class="mh-button mh-button--quiet">
          <span aria-hidden="true">{t('operator.close')}</span>
          <span class="govuk-visually-hidden">{t('operator.closeWhich', { venue: report.venue.name })}</span>
        </button>
      </form>
    </li>
  );
}
