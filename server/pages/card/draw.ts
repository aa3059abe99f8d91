/** A card: what a message shows of a page before it is opened. Drawn as SVG in our colours, 1200 × 630. */
import { type Frame, fitText, type Ink, LEADING, measure, writeLine } from './text.ts';

export interface Card {
  title: string;
  /** What kind of thing it is, with the path of its icon on a 16 × 16 grid. */
  kind?: string;
  icon?: string;
  lines: string[];
  /** Up to three things that are known. */
  chips: string[];
  /** Said on cards of the demo. */
  demo?: string;
  name: string;
  dir: 'ltr' | 'rtl';
}

export const WIDTH = 1200;
export const HEIGHT = 630;
const EDGE = 64;
const INSIDE = WIDTH - 2 * EDGE;
const HEAD = 92;

const colours = {
  head: '#17463b',
  headText: '#ffffff',
  roof: '#f2b441',
  paper: '#faf6ef',
  text: '#211d18',
  quiet: '#5a5046',
  accent: '#a8431f',
  yes: '#e2efe4',
  yesText: '#12482f',
  demo: '#fbe3ad',
  demoText: '#3b2a06',
};

/** The frames of a card, which its text must keep to. */
export const frames = {
  title: { width: INSIDE, height: 232, sizes: [92, 80, 70, 62, 54, 47, 41], weight: 700 },
  line: { width: INSIDE, height: 46, sizes: [36, 33, 30], weight: 400 },
  kind: { width: INSIDE - 84, height: 46, sizes: [36, 32], weight: 700 },
  demo: { width: 640, height: 36, sizes: [28, 25], weight: 700 },
  chip: { width: 440, height: 40, sizes: [29, 26], weight: 400 },
} satisfies Record<string, Frame>;

/** A line from where reading begins: from a left edge, or up to a right one. */
const write = (text: string, from: number, y: number, ink: Ink, end: boolean): string =>
  writeLine(text, end ? from - measure(text, ink.size, ink.weight) : from, y, ink);

export function drawCard(card: Card): string {
  const rtl = card.dir === 'rtl';
  const parts = [head(card, rtl), ...body(card, rtl)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.paper}"/>
${parts.join('\n')}
</svg>`;
}

/** Where something so wide begins, that stands so far from the edge where reading begins. */
const place = (rtl: boolean, from: number, width: number) => (rtl ? WIDTH - from - width : from);

function head({ name, demo }: Card, rtl: boolean): string {
  const mark = `<g transform="translate(${place(rtl, EDGE, 52)} 20) scale(1.3)">
<path fill="${colours.roof}" d="M3 17 20 4l17 13-2.4 3L20 8.9 5.4 20z"/>
<path fill="${colours.headText}" d="M8 20.5 20 11.4l12 9.1V36h-7v-8a5 5 0 0 0-10 0v8H8z"/></g>`;
  const title = write(
    name,
    rtl ? WIDTH - EDGE - 68 : EDGE + 68,
    61,
    { size: 42, weight: 700, fill: colours.headText },
    rtl,
  );
  return `<rect width="${WIDTH}" height="${HEAD}" fill="${colours.head}"/>
<rect y="${HEAD}" width="${WIDTH}" height="8" fill="${colours.roof}"/>
${mark}${title}${demo ? demoLabel(demo, rtl) : ''}`;
}

function demoLabel(demo: string, rtl: boolean): string {
  const { lines, size } = fitText(demo, frames.demo);
  const [line = ''] = lines;
  const width = Math.ceil(measure(line, size, 700)) + 40;
  const x = place(rtl, WIDTH - EDGE - width, width);
  return `<rect x="${x}" y="22" width="${width}" height="48" rx="24" fill="${colours.demo}"/>${write(line, x + 20, 56, { size, weight: 700, fill: colours.demoText }, false)}`;
}

function body({ title, kind, icon, lines, chips }: Card, rtl: boolean): string[] {
  const start = rtl ? WIDTH - EDGE : EDGE;
  const inner = (frame: Frame, text: string) => fitText(text, frame);
  const name = inner(frames.title, title);
  const step = Math.round(name.size * LEADING);
  const top = kind ? 206 : 150;
  const drawn = name.lines.map((line, index) =>
    write(
      line,
      start,
      Math.round(top + name.size * 0.86 + index * step),
      { size: name.size, weight: 700, fill: colours.text },
      rtl,
    ),
  );
  let y = top + step * name.lines.length + 50;
  const under = lines.slice(0, 2).map((line) => {
    const { lines: fitted, size } = inner(frames.line, line);
    const text = write(fitted[0] ?? '', start, y, { size, weight: 400, fill: colours.quiet }, rtl);
    y += 46;
    return text;
  });
  return [...(kind ? [kindRow(kind, icon, rtl)] : []), ...drawn, ...under, chipRow(chips, rtl)];
}

function kindRow(kind: string, icon: string | undefined, rtl: boolean): string {
  const { lines, size } = fitText(kind, frames.kind);
  const x = place(rtl, EDGE, 60);
  const sign = icon
    ? `<rect x="${x}" y="126" width="60" height="60" rx="12" fill="${colours.head}"/>
<g transform="translate(${x + 10} 136) scale(2.5)" fill="none" stroke="${colours.headText}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"><path d="${icon}"/></g>`
    : '';
  const from = icon ? 80 : 0;
  return `${sign}${write(lines[0] ?? '', rtl ? WIDTH - EDGE - from : EDGE + from, 169, { size, weight: 700, fill: colours.accent }, rtl)}`;
}

/** One row, as many as go. */
function chipRow(chips: readonly string[], rtl: boolean): string {
  const [y, height] = [544, 58];
  let from = EDGE;
  const drawn: string[] = [];
  for (const chip of chips) {
    const { lines, size } = fitText(chip, frames.chip);
    const [line = ''] = lines;
    const width = Math.ceil(measure(line, size, 400)) + 78;
    if (from + width > WIDTH - EDGE) continue;
    const x = place(rtl, from, width);
    const tick = rtl ? x + width - 52 : x + 18;
    drawn.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="${colours.yes}"/>
<path transform="translate(${tick} ${y + 14}) scale(1.9)" fill="${colours.yesText}" d="m6.2 12.8-4-4 1.6-1.6 2.4 2.4 6-6L13.8 5.2z"/>
${write(line, rtl ? x + width - 58 : x + 58, y + 39, { size, weight: 400, fill: colours.yesText }, rtl)}`,
    );
    from += width + 14;
  }
  return drawn.join('');
}
