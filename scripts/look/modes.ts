/** In which ways each state is looked at. */
import { type Width, widths } from './state.ts';

export const colours = {
  light: { media: 'screen', colorScheme: 'light', forcedColors: 'none' },
  dark: { media: 'screen', colorScheme: 'dark', forcedColors: 'none' },
  // Most people who force colours choose light words on black.
  forced: { media: 'screen', colorScheme: 'dark', forcedColors: 'active' },
} as const;

export type Colour = keyof typeof colours;

export const print = 'print';
const all = [...widths.flatMap((width) => Object.keys(colours).map((colour) => `${width}-${colour}`)), print];

/** `390-dark,print`, or a part of their names, such as `390` or `dark`. All of them when nothing is asked. Throws where it means nothing. */
export function modesOf(asked: string | undefined): string[] {
  if (asked === undefined) return all;
  const wanted = asked.split(',').map((each) => each.trim());
  const found = (each: string) => all.filter((mode) => mode === each || mode.split('-').includes(each));
  const none = wanted.filter((each) => found(each).length === 0);
  if (none.length > 0) throw new Error(`No such mode: ${none.join(', ')}. There are ${all.join(', ')}.`);
  return all.filter((mode) => wanted.some((each) => found(each).includes(mode)));
}

export const coloursAt = (modes: readonly string[], width: Width): Colour[] =>
  (Object.keys(colours) as Colour[]).filter((colour) => modes.includes(`${width}-${colour}`));
