/** The vocabulary as a browser needs it: keys, topics and units. Its words are in the messages of the page's language. */
import * as access from '../vocabulary/access.ts';
import * as inside from '../vocabulary/access-inside.ts';
import * as amenities from '../vocabulary/amenities.ts';
import * as kinds from '../vocabulary/kinds.ts';
import * as profiles from '../vocabulary/profiles.ts';

const lists: Record<string, object> = { access, 'access-inside': inside, amenities, kinds, profiles };

/** What is said, what is typed, and what standards call it. */
const leftOut = new Set([
  ...['label', 'need', 'yes', 'no', 'one', 'sentence'],
  ...['words', 'standard', 'osm', 'schemaOrg', 'source'],
  // Rules of the server alone.
  ...['locates', 'meets'],
]);

/** Lists only: what is worked out from them stands in `server/vocabulary.ts`, which the browser has as it is. */
function outline(value: unknown): string {
  if (typeof value === 'function') throw new Error('A list of the vocabulary holds no functions');
  return JSON.stringify(value, (key, inner) => (leftOut.has(key) ? undefined : inner));
}

/** The source of `server/vocabulary/<name>.ts` for the browser, where it is one of the lists. */
export function vocabularyModule(name: string): string | undefined {
  const list = lists[name];
  return (
    list &&
    Object.entries(list)
      .map(([key, value]) => `export const ${key} = ${outline(value)};\n`)
      .join('')
  );
}
