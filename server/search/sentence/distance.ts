/** How far: “within 2 miles of”, “10 minutes walk from”, “500m from”. */
import { phraseAt, rowAt, type Word } from './split.ts';
import { setOf } from './vocabulary.ts';

const mile = 1609.344;
/** A person walks 80 metres in a minute. */
const metres = new Map<string, number>([
  ...['mile', 'miles', 'mi'].map((unit): [string, number] => [unit, mile]),
  ...['km', 'kilometre', 'kilometres', 'kilometer', 'kilometers', 'k'].map((unit): [string, number] => [
    unit,
    1000,
  ]),
  ...['m', 'metre', 'metres', 'meter', 'meters'].map((unit): [string, number] => [unit, 1]),
  ...['minute', 'minutes', 'min', 'mins'].map((unit): [string, number] => [unit, 80]),
]);
const amounts = new Map([
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['five', 5],
  ['ten', 10],
  ['fifteen', 15],
  ['half a', 0.5],
]);
const walks = setOf('walk, walking, walk away, walking distance, away, on foot');
const from = setOf('of, from, to, around, round, near');
const walkable = setOf('walking distance, easy walking distance, a short walk, short walk');

/** Metres, and where the place begins that they are from. */
export function distanceAt(words: readonly Word[], at: number): { end: number; radius: number } | undefined {
  let end = at + (words[at]?.word === 'within' || words[at]?.word === 'under' ? 1 : 0);
  let radius: number;
  const walk = phraseAt(words, end, walkable, 3);
  if (walk > 0) {
    radius = 800;
    end += walk;
  } else {
    const [first = '', second = '', third = ''] = rowAt(words, end, 3);
    const glued = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(first);
    const two = first === 'half' && second === 'a';
    const amount = Number(
      glued?.[1] ?? (/^\d+(\.\d+)?$/.test(first) ? first : amounts.get(two ? 'half a' : first)),
    );
    const perUnit = metres.get(glued?.[2] ?? (two ? third : second));
    if (!(amount > 0) || perUnit === undefined) return undefined;
    radius = amount * perUnit;
    end += glued ? 1 : two ? 3 : 2;
    if (perUnit === 80) end += phraseAt(words, end, walks, 2);
    else end += words[end]?.word === 'away' ? 1 : 0;
  }
  const joint = phraseAt(words, end, from, 1);
  return joint > 0 && radius <= 200_000
    ? { end: end + joint, radius: Math.max(1, Math.round(radius)) }
    : undefined;
}

/** “1 mile”, “2.5 miles”, “500 m”. */
export const distanceText = (metres: number) => {
  if (metres >= 1600) return `${Number((metres / mile).toFixed(1))} miles`.replace(/^1 miles$/, '1 mile');
  return `${Math.round(metres)} m`;
};
