/** That two listings may be one place: what was proposed, why, and what both groups say to it. */
import type { Merger } from '../../server/operator/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';

function Side({ merger, side }: { merger: Merger; side: 'from' | 'into' }) {
  const { t, href } = useLanguage();
  const [venue, group] = [merger[side], merger[`${side}Group`]];
  const words = merger[`${side}Words`];
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={href(venuePath(venue))} dir="auto">
          {venue.name}
        </a>{' '}
        {t(side === 'from' ? 'operator.mergerGoes' : 'operator.mergerStays', { group: group.name })}
      </p>
      <p class="govuk-body">
        {t(`operator.mergerSays_${merger[`${side}Answer`] ?? 'nothing'}`, { group: group.name })}
      </p>
      {words && (
        <blockquote class="mh-said" dir="auto">
          {words}
        </blockquote>
      )}
    </>
  );
}

export function MergerShown({ merger }: { merger: Merger }) {
  const language = useLanguage();
  const { t } = language;
  const day = formatDay(language, merger.endedAt ?? merger.answerableUntil);
  return (
    <>
      <p class="govuk-body">{t('operator.mergerWhat', { day: formatDay(language, merger.proposedAt) })}</p>
      <blockquote class="mh-said" dir="auto">
        {merger.reason}
      </blockquote>
      <Side merger={merger} side="from" />
      <Side merger={merger} side="into" />
      <p class="govuk-body">
        {merger.state === 'open'
          ? t('operator.mergerUntil', { day })
          : t(`operator.mergerIs_${merger.state}`, { day })}
      </p>
    </>
  );
}
