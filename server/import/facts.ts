/** Facts out of cells: by a mapping's own rules, or by the standards that the vocabulary names. */
import type { NewFact } from '../venues/schema.ts';
import { type Answer, facts as entries, type FactEntry, findFact } from '../vocabulary.ts';
import type { FactRule, Mapping } from './mapping.ts';
import type { Values } from './row.ts';
import { choose, fill, matches } from './template.ts';

type Value = Answer | number;

/** A fact without its evidence. */
export interface Stated {
  key: string;
  value: Value;
  note?: string;
}

/** How data sets say yes and no. */
const plainWords: Record<string, Answer> = {
  yes: 'yes',
  true: 'yes',
  y: 'yes',
  oui: 'yes',
  vrai: 'yes',
  no: 'no',
  false: 'no',
  n: 'no',
  non: 'no',
  faux: 'no',
  partial: 'partial',
  partly: 'partial',
  limited: 'partial',
};
/** Words of the French schema besides True and False. */
const frenchWords: Record<string, Answer> = { ...plainWords, aucune: 'no', fixe: 'yes' };

const longestNote = 500;
const noted = (note: string | undefined) =>
  note ? { note: note.length > longestNote ? `${note.slice(0, longestNote - 1)}…` : note } : {};

/** Digits, with the unit behind them if there is one. */
function numberIn(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*(?:cm|m)?$/.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** Everything the row states, and what of it could not be understood. Unknown is left unsaid. */
export function readFacts(mapping: Mapping, values: Values): { facts: Stated[]; remarks: string[] } {
  const found = new Map<string, Stated>();
  const remarks: string[] = [];
  const rules = mapping.facts ?? {};
  // One column may be read by several entries; its value is lost only when none of them knows it.
  const [known, unknown] = [new Set<string>(), new Set<string>()];
  for (const entry of entries) {
    if (entry.key in rules || entry.scope === 'space') continue;
    const { osm, acceslibre } = entry.standard;
    const readings = [
      mapping.osmTags && osm && { column: osm.tag, stated: fromOsm(entry, values) },
      mapping.acceslibre && acceslibre && { column: acceslibre, stated: fromAcceslibre(entry, values) },
    ];
    for (const reading of readings) {
      if (!reading || !values[reading.column]) continue;
      (reading.stated ? known : unknown).add(reading.column);
      if (reading.stated && !found.has(entry.key)) found.set(entry.key, reading.stated);
    }
  }
  for (const column of unknown)
    if (!known.has(column))
      remarks.push(`“${column}” is “${values[column]}”, which the vocabulary does not know: left out`);
  for (const [key, rule] of Object.entries(rules)) {
    const entry = findFact(key);
    if (!entry || rule === null) continue;
    const read = fromRule(entry, rule, values);
    if (typeof read === 'string') remarks.push(read);
    else if (read) found.set(key, read);
  }
  return { facts: [...found.values()], remarks };
}

function fromRule(entry: FactEntry, rule: FactRule, values: Values): Stated | string | undefined {
  const said = fill(rule.from, values);
  if (said === '') return undefined;
  const choice = rule.values ? choose({ from: rule.from, values: rule.values }, values) : undefined;
  const value = choice ? ('chosen' in choice ? choice.chosen : undefined) : plain(entry, said);
  if (value === null) return undefined;
  if (value === undefined) return `“${entry.label}” is “${said}”, which the mapping does not know: left out`;
  return { key: entry.key, value, ...noted(rule.note && fill(rule.note, values)) };
}

const plain = (entry: FactEntry, said: string): Value | undefined =>
  entry.value === 'number' ? numberIn(said) : plainWords[said.toLowerCase()];

function fromOsm({ key, standard: { osm } }: FactEntry, values: Values): Stated | undefined {
  const said = osm && values[osm.tag];
  if (!said) return undefined;
  const note = noted(values[`${osm.tag}:description`] ?? values[`${osm.tag}:description:en`]);
  if (osm.number) {
    const value = numberIn(said);
    return value === undefined ? undefined : { key, value, ...note };
  }
  const answer = (['yes', 'partial', 'no'] as const).find((each) =>
    osm[each]?.some((pattern) => matches(pattern, said)),
  );
  return answer && { key, value: answer, ...note };
}

function fromAcceslibre(
  { key, value: kind, standard: { acceslibre } }: FactEntry,
  values: Values,
): Stated | undefined {
  const said = acceslibre && values[acceslibre];
  if (!said) return undefined;
  const value = kind === 'number' ? numberIn(said) : frenchWords[said.toLowerCase()];
  return value === undefined ? undefined : { key, value };
}

/** The same with its evidence. */
export const dated = (stated: Stated[], observedOn: string): NewFact[] =>
  stated.map((fact) => ({ ...fact, method: 'imported', observedOn }));
