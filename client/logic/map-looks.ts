/** What signs and popups of the map show, as data: drawn by the map itself, and by the page of styles. Knows no Leaflet. */
import { capitalised, formatEstimate, formatNumber, rounded } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { Fit } from './map-state.ts';
import type { Spot, SpotVenue } from './spots.ts';

export interface Look {
  className: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What is written on it; without it, the kind is drawn. */
  text?: string;
  kind?: string;
  fit?: Fit;
}

/** A tick or a question mark, where something was asked. */
export const fitMark = (fit: Fit): string | undefined => fit && (fit === 'met' ? '✓' : '?');

export const fitWords = ({ t }: Language, fit: Fit): string =>
  fit ? t(fit === 'met' ? 'map.met' : 'map.ask') : '';

/** As it is read aloud. */
export function nameOf(language: Language, { venues, count, exact, approximate }: Spot, fit: Fit): string {
  const { t, word } = language;
  const [only] = venues;
  if (!only) {
    const number = formatEstimate(language, { value: count, exact });
    return capitalised(language, t('map.crowd', { count, number }));
  }
  if (venues.length > 1) return t('map.shared', { count: venues.length });
  const kind = only.kind && word('kinds', only.kind, 'label');
  const about = approximate ? t('map.aboutHere') : '';
  return [only.name, kind, about, fitWords(language, fit)].filter(Boolean).join(t('common.comma'));
}

/** How wide and high it is on the screen. */
export function sizeOf({ venues, count, approximate }: Spot): number {
  if (venues.length === 0) return count < 10 ? 36 : count < 100 ? 44 : count < 10_000 ? 54 : 64;
  return approximate ? 30 : venues.length > 1 ? 32 : 40;
}

export const pinLook = (kind?: string, fit?: Fit): Look => ({
  className: fit === 'ask' ? 'mh-pin mh-pin--ask' : 'mh-pin',
  width: 32,
  height: 40,
  kind,
  fit,
});

export function lookOf(language: Language, spot: Spot, fit: Fit): Look {
  const { venues, count, approximate } = spot;
  const size = sizeOf(spot);
  const ask = fit === 'ask' ? ' mh-pin--ask' : '';
  const badge = (className: string, text: string) => ({
    className: className + ask,
    width: size,
    height: size,
    text,
  });
  if (venues.length === 0)
    // Whoever speaks to the screen says what is written there, so the name has the same number.
    return badge('mh-cluster', formatNumber(language, spot.exact ? count : rounded(count)));
  const several = venues.length > 1 ? String(venues.length) : '';
  if (approximate) return badge('mh-pin mh-pin--about', several);
  return several ? badge('mh-pin mh-pin--several', several) : pinLook(venues[0]?.kind, fit);
}

/** What a popup says of a venue below its name. */
export function popupLines(language: Language, venue: SpotVenue, fit: Fit): string[] {
  const { t, word } = language;
  const label = venue.kind && word('kinds', venue.kind, 'label');
  const about = venue.approximate ? t('map.aboutHere') : '';
  const count = venue.capacity ?? 0;
  return [
    [label, about].filter(Boolean).join(t('common.comma')),
    count > 0 ? t('map.largest', { count, number: formatNumber(language, count) }) : '',
    fit ? t(fit === 'met' ? 'map.metSentence' : 'map.askSentence') : '',
  ].filter(Boolean);
}

/** What a popup is called. */
export const popupName = ({ t }: Language, venues: readonly SpotVenue[]): string =>
  venues.length === 1 ? t('map.chosen') : t('map.here', { count: venues.length });
