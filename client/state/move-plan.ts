/** The map of a plan that moves, for whoever asked for it: fetched only then, with all that it needs. */
import { fetchPlan, fetchPlanAreas } from '../api.ts';
import { loadPart } from '../language/load.ts';
import { aboutLocale, type Locale } from '../language/locales.ts';

export async function showMap(details: HTMLDetailsElement, said: HTMLElement): Promise<void> {
  const { plan, picture = '', locale = 'en', tiles = '', credit = '' } = details.dataset;
  const canvas = details.querySelector<HTMLElement>('.mh-moved__map');
  const before = details.querySelector<HTMLInputElement>('.mh-moved__before input');
  if (!canvas) return;
  const known = locale in aboutLocale ? (locale as Locale) : 'en';
  const [language, { createPlanMap }, about, { features }] = await Promise.all([
    loadPart(known, 'planMap'),
    import('../map/plan-map.ts'),
    fetchPlan(Number(plan)),
    fetchPlanAreas(Number(plan)),
  ]);
  const map = createPlanMap(
    language,
    canvas,
    { tileUrl: tiles, tileAttribution: credit },
    {
      plan: about,
      areas: features,
      hatch: `${picture}-hatch`,
      isBefore: before !== null,
      onSaid: (text) => {
        said.textContent = text;
      },
    },
  );
  const show = () => map.show(before?.checked ? 'before' : 'after');
  show();
  before?.addEventListener('change', show);
}
