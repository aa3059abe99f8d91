/** Whose a place is, and on whose word; and where to go when that is wrong. */
import type { Claim } from '../../server/claims/schema.ts';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';

/** Who claimed it, by which evidence, and in which words. */
export function ClaimWords({
  claim,
  holder,
}: {
  claim: Pick<Claim, 'evidence' | 'declaration'>;
  holder: string;
}) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t(`claim.by_${claim.evidence}`, { holder })}</p>
      {claim.declaration && (
        <blockquote class="mh-said" dir="auto">
          {claim.declaration}
        </blockquote>
      )}
    </>
  );
}

/** Who claimed it, by which evidence, and until when another group can say otherwise. */
export function ClaimLine({ claim, today }: { claim: Claim; today: string }) {
  const language = useLanguage();
  const { t } = language;
  const until = claim.contestableUntil.slice(0, 10);
  return (
    <>
      <ClaimWords claim={claim} holder={claim.organisation.name} />
      {claim.contests.some(({ state }) => state === 'open') ? (
        <p>
          <strong>{t('claim.isContested')}</strong>
        </p>
      ) : (
        claim.evidence !== 'decision' &&
        until >= today && <p>{t('claim.contestableUntil', { day: formatDay(language, until) })}</p>
      )}
    </>
  );
}

export function Whose({ venue, claim, today }: { venue: Venue; claim?: Claim; today: string }) {
  const { t, href } = useLanguage();
  const path = href(`${venuePath(venue)}/claim`);
  return (
    <section aria-labelledby="whose" class="mh-sources mh-whose">
      <h2 id="whose" class="mh-sources__title">
        {t('claim.whose')}
      </h2>
      {claim && <ClaimLine claim={claim} today={today} />}
      {venue.organisation ? (
        <p>
          <a class="mh-tap" href={path}>
            {t('claim.isThisWrong')}
          </a>
        </p>
      ) : (
        <p>
          {t('claim.unclaimed')} {venue.provenance.length > 0 && `${t('claim.publicData')} `}
          <a class="mh-tap" href={path}>
            {t('claim.doYouRun')}
          </a>
        </p>
      )}
      <p>
        <a class="mh-tap" href={href(`${venuePath(venue)}/suggest`)}>
          {t('correction.link')}
        </a>
      </p>
      <p>
        <a class="mh-tap" href={href(`${venuePath(venue)}/report`)}>
          {t('claim.report')}
        </a>
      </p>
    </section>
  );
}
