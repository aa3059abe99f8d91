/** What is typed into a form, as it is kept in the browser: pure, so that it can be tested without one. */

export type Entry = readonly [name: string, value: string];

export interface Kept {
  /** Whose, on which page, in which form, in which tab. */
  id: string;
  person: string;
  place: string;
  form: string;
  /** Where the form is sent, and where one finds it again. */
  action: string;
  href: string;
  title: string;
  /** Everything that the form sends but files and secrets, hidden fields too: with them, what it was made from. */
  fields: Entry[];
  /** Every name that the form could send, ticked or not. */
  names: string[];
  /** The button that was pressed, when it has a name. */
  button?: Entry;
  /** `waiting`: the person has sent it, and it has not arrived. */
  state: 'typing' | 'waiting';
  /** Part of the key under which it is sent, so that it is taken once. */
  nonce: string;
  /** The record of another tab that this one goes on from. */
  from?: { id: string; at: number };
  at: number;
}

const DAY = 86_400_000;
/** Typed and forgotten: after so long it goes. */
export const KEPT_FOR = 14 * DAY;
/** Who is not signed in is a tab; what was typed there lies open to nobody, and goes sooner. */
export const NOBODY = 'tab ';
/** As long as the server knows again what it was sent; later, a person presses the button. */
export const SENT_BY_ITSELF_FOR = 3 * DAY;

/**
 * A path in whatever language, whatever the venue is called by now: `/cy/venues/old-hall-12/terms` is `/venues/12/terms`. The
 * folders of languages stand here, too: the script of the desk pages is small, and what knows all about them is not.
 */
export const plainPath = (path: string): string =>
  path.replace(/^\/(?:cy|ar)(?=\/|$)/, '').replace(/^\/venues\/(?:[^/]*-)?(\d+)(?=\/|$)/, '/venues/$1');

/** The page that a form is on. What only tells the page what was just done does not count. */
export function placeOf(pathname: string, search: string): string {
  const query = new URLSearchParams(search);
  for (const name of ['kept', 'done', 'theirs']) query.delete(name);
  const rest = query.toString();
  return plainPath(pathname) + (rest && `?${rest}`);
}

/** Browsers end lines in their own way. */
const plain = (text: string) => text.replaceAll('\r\n', '\n');

export const sameFields = (one: readonly Entry[], other: readonly Entry[]): boolean =>
  one.length === other.length &&
  one.every(([name, value], at) => name === other[at]?.[0] && plain(value) === plain(other[at][1]));

/** What there is to come back to: this tab’s own first, then what was typed last in another. */
export function keptHere(
  all: readonly Kept[],
  { person, place, form, id }: Pick<Kept, 'person' | 'place' | 'form' | 'id'>,
): Kept | undefined {
  const here = all.filter((each) => each.person === person && each.place === place && each.form === form);
  return here.find((each) => each.id === id) ?? here.sort((a, b) => b.at - a.at)[0];
}

export const isOver = ({ at, person }: Pick<Kept, 'at' | 'person'>, now: number): boolean =>
  now - at > (person.startsWith(NOBODY) ? DAY : KEPT_FOR);

export const goesByItself = ({ state, at }: Pick<Kept, 'state' | 'at'>, now: number): boolean =>
  state === 'waiting' && now - at < SENT_BY_ITSELF_FOR;

/** A number of 53 bits from a text (cyrb53): enough to tell two contents of one form apart. */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** The same content of the same form is taken once, from whichever tab it comes; what was changed since is new. */
export const sendKey = ({ nonce, fields, button }: Pick<Kept, 'nonce' | 'fields' | 'button'>): string =>
  `${nonce}-${hash(JSON.stringify([fields, button ?? null]))}`;

/** How many questions are answered, by what the names of their fields begin with; “still the same” is an answer too. */
export const countAnswers = (fields: readonly Entry[], start: string): number =>
  new Set(
    fields
      .filter(([, value]) => value.trim() !== '')
      .map(([name]) => name.replace(/^same_/, ''))
      .filter((name) => name.startsWith(start)),
  ).size;

/** What a form sends: its fields, and the button. */
export function bodyOf({ fields, button }: Pick<Kept, 'fields' | 'button'>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of [...fields, ...(button ? [button] : [])]) body.append(name, value);
  return body;
}

export type Arrival =
  /** Taken; the browser goes on to where it leads. */
  | 'taken'
  /** The form comes back: with faults, or with both versions of a clash. */
  | 'again'
  | 'signedOut'
  /** Nobody answered, or nobody could: it is sent again later. */
  | 'noLine'
  /** Answered, and refused. */
  | 'refused';

/** What became of a form that was sent, from the status of the answer; 0 is no answer at all. */
export function arrivalOf(status: number): Arrival {
  if (status === 0 || [408, 429, 502, 503, 504].includes(status)) return 'noLine';
  if (status === 204) return 'taken';
  if (status === 401) return 'signedOut';
  return status < 400 || [400, 409, 412].includes(status) ? 'again' : 'refused';
}
