/**
 * Numbers as all languages of the register write them in Britain: 1,234.5. `Intl` writes the same, but a browser reads
 * its tables before its first number, which keeps a slow phone for a tenth of a second just when a page wakes.
 */
export function writeNumber(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part ? `${grouped}.${part}` : grouped;
}
