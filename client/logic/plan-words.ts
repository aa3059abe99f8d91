/** What the figures of a plan say: classes of travel, amounts and shares, and by which model travel was measured. */
import type { TravelModel } from '../../server/travel/schema.ts';
import { formatDistance, formatNumber, isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { Bands } from './plan-bands.ts';
import { columnWords } from './plan-weights.ts';

/** Travel as a person would say it: “15 minutes”, “1.2 km”. */
export const formatTravel = (language: Language, unit: Bands['unit'], travel: number): string =>
  unit === 'metres'
    ? formatDistance(language, travel)
    : language.t('figures.minutes', {
        count: Math.round(travel),
        number: formatNumber(language, Math.round(travel)),
      });

/** A class in words: “up to 5 minutes”, “out of reach”. */
export function bandName(language: Language, { unit, limits, beyond }: Bands, band: number): string {
  const { t } = language;
  const travel = (limit: number | undefined) => formatTravel(language, unit, limit ?? 0);
  const limit = limits[band];
  const before = limits[band - 1];
  if (limit !== undefined)
    return before === undefined
      ? t('figures.upTo', { travel: travel(limit) })
      : t('figures.between', { from: travel(before), to: travel(limit) });
  if (beyond && band === limits.length) return t('figures.over', { travel: travel(limits.at(-1)) });
  return beyond || limits.length === 0
    ? t('figures.none')
    : t('figures.overOrNone', { travel: travel(limits.at(-1)) });
}

/** People are whole; what a weight makes of them may not be. */
export const formatAmount = (language: Language, amount: number): string =>
  formatNumber(language, Math.abs(amount) < 10 ? Math.round(amount * 10) / 10 : Math.round(amount));

/** “62%”; what is more than nothing is never 0%, nor less than all 100%. */
export function formatShare(language: Language, part: number, all: number): string {
  const share = all > 0 ? (100 * part) / all : 0;
  const whole = Math.round(share);
  const { t } = language;
  if (whole === 0 && share > 0) return t('figures.lessThanShare', { number: 1 });
  if (whole === 100 && part < all) return t('figures.moreThanShare', { number: 99 });
  return t('figures.share', { number: formatNumber(language, whole) });
}

/** The name of a column as words: `over_65` is “people over 65”. */
export const columnName = (language: Language, name: string): string =>
  name === 'weight' ? language.t('figures.weight') : isolated(language, columnWords(language, name));

/** By which model travel was measured, in a sentence. */
export function travelSentence(language: Language, model: TravelModel): string {
  const { t } = language;
  const mode = t(`figures.mode_${model.mode}`);
  const speed = t('figures.speed', {
    speed: formatNumber(language, Math.round((model.metresPerMinute * 6) / 10) / 10),
  });
  if (model.kind === 'network')
    return t('figures.byNetwork', { mode, speed, extract: model.extract.slice(0, 12) });
  return model.detour === 1
    ? t('figures.byStraightLine', { mode, speed })
    : t('figures.byDetour', { mode, speed, detour: formatNumber(language, model.detour) });
}
