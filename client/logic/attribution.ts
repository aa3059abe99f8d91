/** Who made the pictures of the map, as a line of HTML. */
import type { Settings } from '../pages/data.ts';

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** OpenStreetMap asks for a link to its terms. What is configured as HTML stays as it is. */
export function tileCredit({ tileAttribution }: Pick<Settings, 'tileAttribution'>): string {
  if (/<a\s/i.test(tileAttribution)) return tileAttribution;
  return escapeHtml(tileAttribution).replace(
    /OpenStreetMap( contributors)?/,
    (name) => `<a href="https://www.openstreetmap.org/copyright">${name}</a>`,
  );
}
