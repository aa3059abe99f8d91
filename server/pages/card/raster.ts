/** From SVG to PNG: one at a time in a process, for a limited time, and what was drawn is kept for a while. */
import { createHash } from 'node:crypto';
import { renderAsync } from '@resvg/resvg-js';
import { busy } from '../../problem.ts';

const LIMIT = 5000;
const MOST_WAITING = 20;
/** Of some 50 kB each. */
const MOST_KEPT = 100;

const kept = new Map<string, Promise<Buffer>>();
let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Names the picture: equal drawings are equal pictures. */
export const cardEtag = (svg: string): string => `"${createHash('sha1').update(svg).digest('base64url')}"`;

/** The picture of a drawing. Throws Problem 503 when too many wait, or it takes too long. */
export function paint(svg: string): Promise<Buffer> {
  const key = cardEtag(svg);
  const known = kept.get(key);
  if (known) return known;
  if (waiting >= MOST_WAITING) throw busy(5);
  waiting += 1;
  const turn = queue
    .then(() => inTime(svg))
    .finally(() => {
      waiting -= 1;
    });
  queue = turn.catch(() => undefined);
  kept.set(key, turn);
  turn.catch(() => kept.delete(key));
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  return turn;
}

async function inTime(svg: string): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(busy(30)), LIMIT);
  });
  try {
    return await Promise.race([
      renderAsync(svg, { font: { loadSystemFonts: false } }).then((image) => image.asPng()),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
