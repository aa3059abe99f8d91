/** What the page of an area says of its numbers, and the searches behind them. */
import type { AreaLink, Gap, NeedCount } from '../../server/areas/schema.ts';
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import { needOf } from './need.ts';
import { type Query, searchPath } from './query.ts';

/** The search that is kept within an area. */
export const searchWithin = (area: Pick<AreaLink, 'id'>, query: Query = {}): string =>
  searchPath({ ...query, within: [area.id] });

/** What a kind of area is called; kinds come with the data, so one that is not known is said as it is. */
function kindWord({ t }: Language, prefix: 'kind' | 'kinds', kind: string): string {
  const key = `area.${prefix}_${kind}` as MessageKey;
  const said = t(key);
  return said === key ? kind.charAt(0).toUpperCase() + kind.slice(1) : said;
}
export const areaKind = (language: Language, kind: string): string => kindWord(language, 'kind', kind);
export const areaKinds = (language: Language, kind: string): string => kindWord(language, 'kinds', kind);

/** “Tooting Bec (ward)” */
export const areaName = (language: Language, { name, kind }: Pick<AreaLink, 'name' | 'kind'>): string =>
  language.t('area.named', {
    area: name,
    kind: areaKind(language, kind).toLocaleLowerCase(language.tag),
  });

/** A gap as a sentence, whose marked words lead to the search that shows it. */
export function gapText(language: Language, gap: Gap): string {
  const { t } = language;
  if (gap.kind === 'size' || gap.kind === 'stepFree')
    return t(gap.kind === 'size' ? 'area.gapSize' : 'area.gapStepFree', {
      count: gap.people,
      number: formatNumber(language, gap.people),
    });
  const need = needOf(language, gap.need);
  const counts = {
    need,
    count: gap.venues,
    unknown: formatNumber(language, gap.unknown),
    number: formatNumber(language, gap.venues),
  };
  if (gap.kind === 'unrecorded') return t('area.gapUnrecorded', counts);
  if (gap.unknown === gap.venues) return t('area.gapNobody', { need });
  return gap.unknown === 0 ? t('area.gapNo', { need }) : t('area.gapNone', counts);
}

export function gapQuery(gap: Gap): Query {
  if (gap.kind === 'size') return { people: [String(gap.people)] };
  if (gap.kind === 'stepFree') return { people: [String(gap.people)], access: ['step_free_entrance'] };
  return { [gap.group]: [gap.need] };
}

/** The needs that are asked most, in the order in which a visitor meets them; the others come after. */
const first: readonly string[] = [
  'step_free_entrance',
  'step_free_route',
  'lift',
  'blue_badge_bays',
  'accessible_toilet',
  'changing_places',
  'baby_change',
  'hearing_loop',
  'quiet_space',
  'assistance_dogs',
  'bsl',
  'kitchen',
  'eating_together',
  'halal_kitchen',
  'vegetarian_kitchen',
  'private_room',
  'prayer_room',
  'creche',
  'wifi',
  'projector',
  'pa_system',
  'outdoor_space',
  'parking',
];

export function sortNeeds(needs: readonly NeedCount[]): { telling: NeedCount[]; others: NeedCount[] } {
  const telling = first.flatMap((key) => needs.find((need) => need.key === key) ?? []);
  return { telling, others: needs.filter(({ key }) => !first.includes(key)) };
}
