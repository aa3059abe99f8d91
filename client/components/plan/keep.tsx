/** What one does with a plan: ask it anew, compare it, pass it on, take it away, delete it. */
import { useLanguage } from '../../language/context.tsx';
import type { PlanPageData } from '../../pages/data.ts';

export function Next({ data }: { data: PlanPageData }) {
  const { t, href } = useLanguage();
  const { plan, others, from } = data;
  const compare = (id: number) => href(`/plan/${id}/compare/${plan.id}`);
  return (
    <div class="mh-planned__next">
      <a class="mh-button" href={href(`/plan/new?from=${plan.id}`)}>
        {t(plan.status === 'cancelled' ? 'plan.askAgain' : 'plan.change')}
      </a>
      {from && (
        <a class="mh-button mh-button--quiet" href={compare(from.id)}>
          {t('plan.compareFrom')}
        </a>
      )}
      {plan.answer && (
        <a class="mh-button mh-button--quiet" href={href(`/plan/${plan.id}/report`)}>
          {t('plan.report')}
        </a>
      )}
      {plan.answer && others.length > 0 && (
        <details class="mh-asking__more">
          <summary>{t('plan.compare')}</summary>
          <ul class="govuk-list govuk-list--spaced">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a class="govuk-link mh-tap" href={compare(id)} dir="auto">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function TakeAway({ data }: { data: PlanPageData }) {
  const { t, href } = useLanguage();
  const { plan, organisation, settings } = data;
  const files = [
    { file: 'result.csv', label: t('plan.takeCsv') },
    { file: 'result.geojson', label: t('plan.takeGeojson') },
    ...(data.drawing
      ? [
          { file: 'areas.csv', label: t('plan.takeAreas') },
          { file: 'areas.geojson', label: t('plan.takeAreasGeojson') },
        ]
      : []),
    { file: 'bundle', label: t('plan.takeBundle') },
  ];
  const address = settings.publicUrl + href(`/plan/${plan.id}`);
  return (
    <section aria-labelledby="take" class="mh-planned__part mh-planned__take">
      <h2 class="govuk-heading-m" id="take">
        {t('plan.takeTitle')}
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {files.map(({ file, label }) => (
          <li key={file}>
            <a class="govuk-link mh-tap" href={`/api/v1/plans/${plan.id}/${file}`} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <label class="govuk-label mh-label" for="share">
        {t('plan.share')}
      </label>
      <div id="share-hint" class="govuk-hint" dir="auto">
        {t('plan.shareHow', { organisation })}
      </div>
      <input
        class="govuk-input"
        id="share"
        type="text"
        readOnly
        dir="ltr"
        value={address}
        aria-describedby="share-hint"
      />
      <p class="mh-print-only">
        {t('plan.share')}: <bdi dir="ltr">{address}</bdi>
      </p>
    </section>
  );
}

/** In two steps, for what goes does not come back. */
export function Delete({ data }: { data: PlanPageData }) {
  const { t, href } = useLanguage();
  return (
    <details class="mh-asking__more mh-planned__delete">
      <summary>{t('plan.deleteTitle')}</summary>
      <p class="govuk-body">{t('plan.deleteHow')}</p>
      <form method="post" action={href(`/plan/${data.plan.id}`)}>
        <input type="hidden" name="do" value="delete" />
        <button type="submit" class="mh-button mh-button--quiet">
          {t('plan.delete')}
        </button>
      </form>
    </details>
  );
}
