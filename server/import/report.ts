/** What became of the rows of a file, counted so that the sum can be checked, and said in plain words. */
import type { Item } from './item.ts';

export interface Reason {
  rows: number;
  /** The first few, by label. */
  examples: string[];
}

/** Kept with the run, so that a resumed import tells of the whole file. */
export interface Report {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Rows that went into the venue of an earlier row. */
  grouped: number;
  skipped: number;
  rejected: number;
  /** Statements that a community has made otherwise; the import's are kept beside them. */
  suggestions: number;
  vanished: number;
  reasons: {
    skipped: Record<string, Reason>;
    rejected: Record<string, Reason>;
    remarks: Record<string, Reason>;
  };
}

export const emptyReport = (): Report => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  grouped: 0,
  skipped: 0,
  rejected: 0,
  suggestions: 0,
  vanished: 0,
  reasons: { skipped: {}, rejected: {}, remarks: {} },
});

const EXAMPLES = 8;
/** Beyond so many different reasons, the rest is one; the file of rejects has them all. */
const REASONS = 200;

function add(reasons: Record<string, Reason>, reason: string, labels: string[]): void {
  const known = reason in reasons || Object.keys(reasons).length < REASONS;
  const key = known ? reason : 'other reasons';
  const entry = reasons[key] ?? { rows: 0, examples: [] };
  entry.rows += labels.length;
  entry.examples.push(...labels.slice(0, EXAMPLES - entry.examples.length));
  reasons[key] = entry;
}

export type Outcome = 'created' | 'updated' | 'unchanged';

/** Counts one item in; `outcome` when it was saved. */
export function count<T>(report: Report, item: Item<T>, outcome?: Outcome, suggestions = 0): void {
  const labels = item.rows.map(({ label }) => label);
  report.read += labels.length;
  if (item.rejected !== undefined) {
    report.rejected += labels.length;
    add(report.reasons.rejected, item.rejected, labels);
  } else if (item.skipped !== undefined) {
    report.skipped += labels.length;
    add(report.reasons.skipped, item.skipped, labels);
  } else if (outcome) {
    report[outcome] += 1;
    report.grouped += labels.length - 1;
    report.suggestions += suggestions;
    for (const remark of new Set(item.remarks)) add(report.reasons.remarks, remark, labels.slice(0, 1));
  }
}

/** Do the parts add up to the rows read? */
export const addsUp = ({ read, created, updated, unchanged, grouped, skipped, rejected }: Report) =>
  read === created + updated + unchanged + grouped + skipped + rejected;

const figure = (value: number) => value.toLocaleString('en-GB');

export interface Told {
  /** What the file was read as. */
  title: string;
  /** What one record is called. */
  thing: 'venue' | 'area' | 'place' | 'line';
  dryRun: boolean;
}

/** The report as lines for a terminal or a log. */
export function tell(report: Report, { title, thing, dryRun }: Told): string {
  const word = (done: string) => (dryRun ? `would be ${done}` : done);
  const many = thing === 'venue' && report.grouped > 0 ? `${thing}s ` : '';
  const parts = [
    `${figure(report.created)} ${many}${word('created')}`,
    `${figure(report.updated)} ${word('updated')}`,
    `${figure(report.unchanged)} unchanged`,
    ...(report.grouped > 0 ? [`${figure(report.grouped)} that belong to the ${thing} of another row`] : []),
    `${figure(report.skipped)} skipped`,
    `${figure(report.rejected)} rejected`,
  ];
  const lines = [title, `  ${figure(report.read)} rows read`, `  = ${parts.join('\n  + ')}`];
  if (report.vanished > 0 && thing === 'line')
    lines.push(`  ${figure(report.vanished)} taken off the map, because the file no longer has them`);
  else if (report.vanished > 0)
    lines.push(
      `  ${figure(report.vanished)} ${dryRun ? 'would be marked as' : 'marked as'} no longer in the source; they stay listed until their holders decide`,
    );
  if (report.suggestions > 0)
    lines.push(
      `  ${figure(report.suggestions)} statements kept as suggestions, because the people who hold the venue, or another data set, say otherwise`,
    );
  lines.push(...section('Skipped', report.reasons.skipped));
  lines.push(...section('Rejected', report.reasons.rejected));
  lines.push(...section('Left out of records that were taken', report.reasons.remarks));
  if (dryRun) lines.push('This was a dry run: nothing has been changed.');
  return lines.join('\n');
}

function section(title: string, reasons: Record<string, Reason>): string[] {
  const sorted = Object.entries(reasons).sort(([, a], [, b]) => b.rows - a.rows);
  if (sorted.length === 0) return [];
  const shown = sorted.slice(0, 25).map(([reason, { rows, examples }]) => {
    const more = rows > examples.length ? ' …' : '';
    return `  ${figure(rows).padStart(6)}  ${reason} (${rows === 1 ? 'row' : 'rows'} ${examples.join(', ')}${more})`;
  });
  const rest = sorted.length - shown.length;
  return [`${title}:`, ...shown, ...(rest > 0 ? [`          and ${figure(rest)} other reasons`] : [])];
}
