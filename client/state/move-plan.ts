/** Opens the map of a plan that moves, when somebody asks for it, and puts it away again. */
import { fetchPlan, fetchPlanAreas } from '../api.ts';
import { loadPart } from '../language/load.ts';
import { aboutLocale, type Locale } from '../language/locales.ts';

async function show(details: HTMLDetailsElement): Promise<void> {
  const { plan, picture = '', locale = 'en', tiles = '', credit = '' } = details.dataset;
  const canvas = details.querySelector<HTMLElement>('.mh-moved__map');
  const said = details.querySelector<HTMLElement>('.mh-moved__said');
  const before = details.querySelector<HTMLInputElement>('.mh-moved__before input');
  if (!canvas || !said || !before) return;
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
      onSaid: (text) => {
        said.textContent = text;
      },
    },
  );
  map.show(before.checked ? 'before' : 'after');
  before.addEventListener('change', () => map.show(before.checked ? 'before' : 'after'));
}

/** The map is made once, and stays as it was left when it is shut and opened again. */
export function wakeMap(details: HTMLDetailsElement): void {
  details.hidden = false;
  const open = () =>
    show(details).catch(() => {
      const said = details.querySelector('.mh-moved__said');
      if (said) said.textContent = details.dataset.failed ?? '';
      details.addEventListener('toggle', open, { once: true });
    });
  if (details.open) void open();
  else details.addEventListener('toggle', open, { once: true });
}
