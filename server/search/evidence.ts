/** What a listed venue's answer to the question rests on, as SQL that makes JSON: when facts were seen, what to ask. */
import type { Values } from '../database/read.ts';
import { findFact } from '../vocabulary.ts';
import { accessBits, amenityBits, maskOf } from './bits.ts';
import { capacityConditions, type Filters, needConditions, rowConditions, where } from './filters.ts';

interface AskedFact {
  key: string;
  group: 'access' | 'amenity';
  mask: string;
}

const askedFacts = ({ access = [], amenity = [] }: Filters): AskedFact[] => [
  ...access.map((key) => ({ key, group: 'access' as const, mask: maskOf(accessBits, [key]) })),
  ...amenity.map((key) => ({ key, group: 'amenity' as const, mask: maskOf(amenityBits, [key]) })),
];

const isMet = ({ group, mask }: AskedFact, alias: string) => `(${alias}.${group}_yes & ${mask}) <> 0`;

/** A number meets a need within its bounds, as `meetsNeed` says. */
function saysYes(key: string): string {
  const { meets } = findFact(key) ?? {};
  const bounds = [
    ...(meets?.atLeast === undefined ? [] : [`e.number >= ${meets.atLeast}`]),
    ...(meets?.atMost === undefined ? [] : [`e.number <= ${meets.atMost}`]),
  ];
  return bounds.length > 0 ? bounds.join(' and ') : `e.answer = 'yes'`;
}

function fittingSpaces(values: Values, filters: Filters): string {
  const fits = [
    'f.venue_id = v.venue_id',
    ...needConditions(values, filters, 'f', 'sure'),
    ...capacityConditions(values, filters, 'f', 'sure'),
  ];
  return `select f.space_id from space_search f ${where(fits)}`;
}

/**
 * `{"hearing_loop":{"on":"2026-03-12","method":"visited"}}`: of the facts that the public view of venue `v` knows to be met, the newest word; a
 * fitting space's own before its venue's. Undefined when no fact is asked.
 */
export function seenSql(values: Values, filters: Filters): string | undefined {
  const asked = askedFacts(filters);
  if (asked.length === 0) return undefined;
  const ofSpace = filters.match
    ? 'true'
    : `(e.space_id is null or e.space_id in (${fittingSpaces(values, filters)}))`;
  const facts = asked.map(
    (each) => `(e.key = ${values.bind(each.key)}::text and ${isMet(each, 'v')} and ${saysYes(each.key)})`,
  );
  return `(select coalesce(json_object_agg(key, json_build_object('on', observed_on, 'method', method)), '{}')::text from (
      select distinct on (e.key) e.key, e.observed_on, e.method from fact e
      where e.venue_id = v.venue_id and ${ofSpace} and (${facts.join(' or ')})
      order by e.key, e.space_id is null, e.observed_on desc) seen)`;
}

/** `["people","lift"]`: what is not known of the space of venue `v` that has least left to ask. Only for what might fit. */
export function askSql(values: Values, filters: Filters): string | undefined {
  if (!filters.match) return undefined;
  const { people, layout, openAt } = filters;
  const parts = [
    ...(people === undefined && layout === undefined
      ? []
      : [{ key: 'people', known: capacityConditions(values, filters, 'f', 'sure') }]),
    ...askedFacts(filters).map((each) => ({ key: each.key, known: [isMet(each, 'f')] })),
    ...(openAt === undefined
      ? []
      : [{ key: 'openAt', known: needConditions(values, { openAt }, 'f', 'sure') }]),
  ].map(
    ({ key, known }) =>
      `case when (${known.join(' and ')}) is true then null else ${values.bind(`"${key}"`)}::text end`,
  );
  if (parts.length === 0) return undefined;
  const conditions = ['f.venue_id = v.venue_id', ...rowConditions(values, filters, 'f', 'perhaps')];
  return `(select '[' || concat_ws(',', ${parts.join(', ')}) || ']' from space_search f ${where(conditions)}
      order by num_nonnulls(${parts.join(', ')}), f.space_id limit 1)`;
}

/** Is there anybody to ask about venue `v`: a group that holds it, or a contact that it shows to all? */
export const canAskSql = `(exists (select from venue h where h.id = v.venue_id and (h.organisation_id is not null
  or exists (select from contact c where c.venue_id = h.id and c.public))))::text`;
