/**
 * One venue that several data sets know. What one of them leaves out, or says otherwise, does not take away what
 * another has said: the one that had it first leads, the others fill in what is empty. Pure.
 */
import { canonical, isEmpty } from './record.ts';
import type { Identifier } from './schema.ts';

export type Share = 'leads' | 'adds';

export interface Shared {
  value: unknown;
  /** What was sent and not taken. */
  left?: unknown;
}

const sortKey = ({ scheme, value }: Identifier) => `${scheme} ${value}`;
/** In the one order in which they are kept. */
export const sortIdentifiers = (identifiers: readonly Identifier[]): Identifier[] =>
  [...identifiers].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

/** A field of a venue after a data set has spoken. Contacts go by kind, identifiers by scheme, addresses and names by part. */
export function share(field: string, kept: unknown, sent: unknown, part: Share): Shared {
  if (isEmpty(sent)) return { value: kept };
  if (isEmpty(kept)) return { value: sent };
  if (field === 'contacts') return shareList(kept as Entry[], sent as Entry[], ({ kind }) => kind, part);
  if (field === 'identifiers') {
    const { value, left } = shareList(kept as Entry[], sent as Entry[], ({ scheme }) => scheme, part);
    return { value: sortIdentifiers(value as Identifier[]), left };
  }
  if (field === 'address' || field === 'names') return shareParts(kept as object, sent as object, part);
  if (part === 'leads') return { value: sent };
  return canonical(kept) === canonical(sent) ? { value: kept } : { value: kept, left: sent };
}

type Entry = Record<string, unknown>;

function shareList(kept: Entry[], sent: Entry[], key: (entry: Entry) => unknown, part: Share): Shared {
  const without = (entries: Entry[], others: Entry[]) =>
    entries.filter((entry) => !others.some((other) => key(other) === key(entry)));
  if (part === 'leads') return { value: [...without(kept, sent), ...sent] };
  const left = sent.filter((entry) => {
    const same = kept.filter((each) => key(each) === key(entry)).map(canonical);
    return same.length > 0 && !same.includes(canonical(entry));
  });
  return { value: [...kept, ...without(sent, kept)], ...(left.length > 0 && { left }) };
}

function shareParts(kept: object, sent: object, part: Share): Shared {
  if (part === 'leads') return { value: { ...kept, ...sent } };
  const value: Entry = { ...sent, ...kept };
  const left = Object.entries(sent).filter(([name, text]) => value[name] !== text);
  return { value, ...(left.length > 0 && { left: Object.fromEntries(left) }) };
}
