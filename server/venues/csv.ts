/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */

/** A cell that a spreadsheet would run as a formula is made text by an apostrophe (OWASP, CSV injection). */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const stringify = (rows: (string | number | undefined)[][]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
