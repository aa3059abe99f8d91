/** A bar while a person watches; nothing in a log or a pipe. */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  show(rows: number): void;
  stop(): void;
}

/** `part` tells how much is done, from 0 to 1. */
export function progressBar(part: () => number): Progress {
  if (!process.stderr.isTTY) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {rows} rows | {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(1000, 0, { rows: 0 });
  return {
    show: (rows) => bar.update(Math.round(part() * 1000), { rows: rows.toLocaleString('en-GB') }),
    stop: () => bar.stop(),
  };
}
