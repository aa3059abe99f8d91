/** The styles as text: what mirrors with the direction of reading, and colours that can be read. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, minimum, pairs, palette, schemes } from '../../client/logic/palette.ts';

const folder = join(import.meta.dirname, '../../client/styles');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.scss'))
  .map((name) => ({ name, lines: readFileSync(join(folder, name), 'utf8').split('\n') }));

/** Left and right as such, and four-sided shorthands whose sides differ. */
function physical(line: string): boolean {
  const code = line.replace(/\/\/.*$/, '');
  if (
    /\b(?:margin|padding|border)-(?:left|right)\b|\bborder-(?:top|bottom)-(?:left|right)-radius\b/.test(code)
  )
    return true;
  if (
    /(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)|(?:float|clear):\s*(?:left|right)/.test(code)
  )
    return true;
  const sides = /\b(?:margin|padding|inset|border-width):\s*(\S+) (\S+) (\S+) ([^\s;]+);/.exec(code);
  return sides !== null && sides[2] !== sides[4];
}

/** A turned shape stays as it is in either direction: the tip of a pin on the map, the arrow of a disclosure. */
const turned: Record<string, RegExp> = {
  'map.scss': /right: -7px|border-radius|translate/,
  '_filters.scss': /border-width: 0 2px 2px 0/,
};

describe('styles', () => {
  it('mirror with the direction of reading', () => {
    assert.ok(files.length > 15);
    const found = files.flatMap(({ name, lines }) =>
      lines.flatMap((line, at) =>
        physical(line) && !turned[name]?.test(line) ? [`${name}:${at + 1} ${line.trim()}`] : [],
      ),
    );
    assert.deepEqual(found, []);
  });

  it('are caught when they say left or right', () => {
    for (const line of [
      'margin-left: 1rem;',
      '  left: 0;',
      'text-align: right;',
      'padding: 1px 2px 3px 4px;',
      'float: left;',
    ])
      assert.ok(physical(line), line);
    for (const line of [
      'margin-inline-start: 1rem;',
      'inset-inline: 0;',
      'text-align: start;',
      'padding: 1px 2px 3px 2px;',
      'top: 0; // left: 0',
    ])
      assert.ok(!physical(line), line);
  });

  it('have the colours that the page of styles shows', () => {
    const tokens = readFileSync(join(folder, '_tokens.scss'), 'utf8');
    const settings = readFileSync(join(folder, '_settings.scss'), 'utf8');
    const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
    const valueIn = (text: string, name: string) => new RegExp(`--${name}: (#\\w+);`).exec(text)?.[1];
    for (const [name, colour] of Object.entries(palette)) {
      const short = name.replace('govuk-', '');
      const inLight = name.startsWith('mh-')
        ? valueIn(light, name)
        : new RegExp(`"${short}": (#\\w+)`).exec(settings)?.[1];
      const inDark = valueIn(dark, name.startsWith('mh-') ? name : `${name}-colour`) ?? inLight;
      assert.deepEqual({ light: inLight, dark: inDark }, colour, name);
    }
  });

  it('knows the contrast of two colours', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777', '#fff').toFixed(2), '4.48');
  });

  for (const scheme of schemes)
    it(`can be read in ${scheme}`, () => {
      assert.deepEqual(
        pairs(scheme)
          .filter(({ use, ratio }) => ratio < minimum[use])
          .map(({ front, ground, ratio }) => `${front} on ${ground}: ${ratio.toFixed(2)}`),
        [],
      );
    });
});
