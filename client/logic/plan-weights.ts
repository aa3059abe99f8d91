/** Ways of counting people that a layer of demand offers by its columns, so that nobody need write an expression. */
import { isEverybody, isMeasure } from '../../server/vocabulary.ts';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';

export interface Weighing {
  /** In forms and links. */
  key: string;
  expression: string;
}

export interface Column {
  column: string;
  /** The most that stands in it. */
  max?: number;
}

/** The most deprived three tenths count so many times. */
const WORST = 3;
const TIMES = 2;
const isDecile = /decile/;
const isShare = /_(share|percent|pct)$/;

const aged = (years: number) =>
  new RegExp(
    `^(?:(?:people|persons|residents|population)_)?(?:(?:over|aged?)_?${years}|${years}_?(?:plus|over))(?:_(?:and_)?(?:over|plus|older))?(?:_years)?$`,
  );
/** What is counted in a column, where its whole name tells: `aged_65_to_74` or `homes_without_car` is said as it stands. */
const known: [pattern: RegExp, key: MessageKey][] = [
  [aged(65), 'plan.weight_over65'],
  [aged(75), 'plan.weight_over75'],
  [/^(?:(?:children|people|persons)_)?(?:aged?_)?under_?16s?$|^children$/, 'plan.weight_under16'],
  [
    /^(?:disabled(?:_(?:people|persons|residents))?|(?:people|persons|residents)_disabled)$/,
    'plan.weight_disabled',
  ],
  [/^(?:(?:all|total)_)?(?:households|homes|dwellings)$/, 'plan.weight_homes'],
];

/** The column in which people are counted; the first that counts anything, where none says so. */
export const peopleColumn = (columns: readonly Column[]): string | undefined => {
  const counts = columns.filter(({ column }) => !isMeasure(column));
  return (counts.find(({ column }) => isEverybody(column)) ?? counts[0])?.column;
};

/** Deciles of deprivation are ranked from 1, the most deprived; the first of several is that of all together. */
const decileColumn = (columns: readonly Column[]) =>
  columns.find(({ column }) => isDecile.test(column))?.column;

export function weighings(columns: readonly Column[]): Weighing[] {
  const people = peopleColumn(columns);
  if (people === undefined) return [];
  const decile = decileColumn(columns);
  const others = columns.flatMap(({ column, max = 0 }): Weighing[] => {
    if (column === people) return [];
    if (isShare.test(column))
      return [{ key: column, expression: `${people} * ${column}${max > 1 ? ' / 100' : ''}` }];
    return isMeasure(column) ? [] : [{ key: column, expression: column }];
  });
  return [
    { key: 'people', expression: people },
    ...(decile
      ? [{ key: 'deprived', expression: `if(${decile} <= ${WORST}, ${TIMES}, 1) * ${people}` }]
      : []),
    ...others,
  ];
}

const isSharePart = (text: string): string | undefined =>
  /^\w+ \* (\w+_(?:share|percent|pct))(?: \/ 100)?$/.exec(text)?.[1];

/** What is counted in a column, by its name. */
export const columnWords = ({ t }: Language, column: string): string => {
  if (isEverybody(column)) return t('plan.weight_people');
  const [, key] = known.find(([pattern]) => pattern.test(column)) ?? [];
  return key ? t(key) : column.replaceAll('_', ' ');
};

/** The same where it is said again and again: what is more than a column is “as counted”. */
export function weightBrief(language: Language, expression: string): string {
  const text = expression.trim();
  if (/^[a-z]\w*$/.test(text) || isSharePart(text)) return weightWords(language, text);
  const [, people] = / \* (\w+)$/.exec(text) ?? [];
  return language.t('plan.weight_counted', {
    people: people ? columnWords(language, people) : language.t('plan.weight_people'),
  });
}

/** Who counts, in words that go on in a sentence; an expression of somebody's own as it is. */
export function weightWords(language: Language, expression: string): string {
  const { t } = language;
  const text = expression.trim();
  const [, people] = /^if\(\w*decile\w* <= \d+, \d+, 1\) \* (\w+)$/.exec(text) ?? [];
  if (people) return t('plan.weight_deprived', { people: columnWords(language, people) });
  const share = isSharePart(text);
  if (share) return columnWords(language, share.replace(isShare, ''));
  return /^[a-z]\w*$/.test(text) ? columnWords(language, text) : t('plan.weight_said', { expression: text });
}

/** The groups to show: a weight that is a column is a group already. */
export const groupsOf = <Group extends { name: string }>(
  { groups }: { groups: readonly Group[] },
  weight: string,
): Group[] =>
  groups.filter(({ name }) => name !== 'weight' || !groups.some((each) => each.name === weight.trim()));
