/** Wakes the map on which the pin of a place is set. The field for its point is what counts, and works without it. */
import { loadPart } from '../language/load.ts';
import { aboutLocale, type Locale } from '../language/locales.ts';
import { home } from '../logic/boxes.ts';
import type { Spot } from '../map/pin-map.ts';
import { wakeFold } from './fold.ts';

/** Latitude first, as it is shown everywhere. */
function spotIn(text: string): Spot | undefined {
  const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return lat === undefined || lon === undefined ? undefined : { lat: Number(lat), lon: Number(lon) };
}

const textOf = ({ lat, lon }: Spot) => `${lat}, ${lon}`;

async function show(details: HTMLDetailsElement, said: HTMLElement): Promise<void> {
  const { pin = '', locale = 'en', tiles = '', credit = '' } = details.dataset;
  const field = details.ownerDocument.getElementById(pin);
  const canvas = details.querySelector<HTMLElement>('.mh-map__canvas');
  if (!(field instanceof HTMLInputElement) || !canvas) return;
  const known = locale in aboutLocale ? (locale as Locale) : 'en';
  const [language, { createPinMap }] = await Promise.all([
    loadPart(known, 'pin'),
    import('../map/pin-map.ts'),
  ]);
  const typed = spotIn(field.value);
  const map = createPinMap(
    language,
    canvas,
    { tileUrl: tiles, tileAttribution: credit },
    {
      at: typed ?? home,
      hasPin: typed !== undefined,
      onMove: (to, metres) => {
        field.value = textOf(to);
        // Whoever keeps what is typed hears of it as of any other key.
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const point = textOf(to);
        said.textContent =
          metres === undefined
            ? language.t('listing.pinAt', { point })
            : language.t('listing.pinMoved', { point, metres });
      },
    },
  );
  field.addEventListener('change', () => {
    const spot = spotIn(field.value);
    if (spot) map.put(spot);
  });
}

function wake(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-pin]'))
    wakeFold(details, (said) => show(details, said));
}

wake();
// A form that comes back with faults takes the place of the page, and has a map of its own.
document.addEventListener('moothall:page', wake);
