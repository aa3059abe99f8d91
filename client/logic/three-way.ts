/**
 * Two people changed the same thing at once. From what both began with, what is stored now and what one of them typed,
 * field by field: what can be kept of both, and what a person has to choose.
 */

export type FieldValue = string | string[];
/** The fields of a form by name. A field that one side does not have is empty there. */
export type Fields = Readonly<Record<string, FieldValue | undefined>>;

export type Outcome = 'unchanged' | 'mine' | 'theirs' | 'same' | 'clash';

export interface Compared {
  name: string;
  outcome: Outcome;
  base: FieldValue;
  theirs: FieldValue;
  mine: FieldValue;
}

/** Browsers end lines in their own way, and a space at the end is nobody's change. */
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
const canonical = (value: FieldValue | undefined): string => {
  const parts = (Array.isArray(value) ? value : [value ?? '']).map(plain);
  while (parts.at(-1) === '') parts.pop();
  return JSON.stringify(parts);
};

export const isSame = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  canonical(a) === canonical(b);

function outcomeOf(base: FieldValue, theirs: FieldValue, mine: FieldValue): Outcome {
  if (isSame(theirs, mine)) return isSame(base, mine) ? 'unchanged' : 'same';
  if (isSame(base, theirs)) return 'mine';
  return isSame(base, mine) ? 'theirs' : 'clash';
}

/** Each field that any of the three has, in the order of the first that has it. */
export function compare(base: Fields, theirs: Fields, mine: Fields): Compared[] {
  const names = [...new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])];
  return names.map((name) => {
    const [was, stored, typed] = [base[name] ?? '', theirs[name] ?? '', mine[name] ?? ''];
    return { name, outcome: outcomeOf(was, stored, typed), base: was, theirs: stored, mine: typed };
  });
}

export interface Merged {
  /** What to go on with: theirs where only they changed it, and otherwise what was typed. */
  values: Record<string, FieldValue>;
  /** What only they changed, and is kept. */
  theirs: string[];
  /** What both changed, each in another way. */
  clashes: Compared[];
}

export function merge(base: Fields, theirs: Fields, mine: Fields): Merged {
  const all = compare(base, theirs, mine);
  return {
    values: Object.fromEntries(
      all.map((each) => [each.name, each.outcome === 'theirs' ? each.theirs : each.mine]),
    ),
    theirs: all.filter(({ outcome }) => outcome === 'theirs').map(({ name }) => name),
    clashes: all.filter(({ outcome }) => outcome === 'clash'),
  };
}

/** The name of the group in which a person chooses. */
export const choiceName = (name: string): string => `choose_${name}`;

/** What was chosen among the clashes that a form showed; what nobody chose is `open`. */
function chosen(typed: Fields, stored: Fields): { mine: Fields; open: string[] } {
  const mine = { ...typed };
  const open: string[] = [];
  for (const name of [typed.clash ?? []].flat()) {
    const choice = [typed[choiceName(name)]].flat()[0];
    if (choice === 'theirs') mine[name] = stored[name];
    else if (choice !== 'mine') open.push(name);
  }
  return { mine, open };
}

/**
 * What becomes of a form that was sent: `typed` as it came, with its choices; `base` what it was made against; `stored`
 * what there is now. Only the fields of these `names` count. Nothing may be saved while there is a clash.
 */
export function settle(sent: {
  names: readonly string[];
  typed: Fields;
  base: Fields;
  stored: Fields;
}): Merged {
  const { names, typed, base, stored } = sent;
  const { mine, open } = chosen(typed, base);
  // A box that is not ticked is not sent.
  const merged = merge(base, stored, Object.fromEntries(names.map((name) => [name, mine[name] ?? ''])));
  // What nobody chose is a clash still, also where what is stored has not changed again.
  const unchosen = compare(base, stored, mine)
    .filter(({ name }) => names.includes(name) && open.includes(name))
    .filter(({ name }) => !merged.clashes.some((each) => each.name === name))
    .map((each): Compared => ({ ...each, outcome: 'clash' }));
  return { ...merged, clashes: [...merged.clashes, ...unchosen] };
}
