/** Where a plan ends: at the groups that hold the places. */
import { useLanguage } from '../../language/context.tsx';
import type { PlanPageData } from '../../pages/data.ts';

export function Holders({ data }: { data: PlanPageData }) {
  const { t, href } = useLanguage();
  const { answer, question } = data.plan;
  if (!answer || answer.sites.length === 0 || question.kind === 'coverage') return null;
  return (
    <section aria-labelledby="holders" class="mh-planned__part">
      <h2 class="govuk-heading-m" id="holders">
        {t('plan.holdersTitle')}
      </h2>
      <p class="govuk-body">{t('plan.holdersHow')}</p>
      <form method="post" action={href(`/plan/${data.plan.id}/letters`)}>
        <button type="submit" name="do" value="make" class="mh-button">
          {t('enquiry.lettersTitle')}
        </button>
      </form>
    </section>
  );
}
