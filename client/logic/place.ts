/** An address as lines, and a contact as a link that is safe to follow. */
import type { Address, Venue } from '../../server/venues/schema.ts';

export function addressLines(address: Address): string[] {
  const lines = [address.street, address.locality, address.town, address.postcode];
  return [...new Set(lines.filter((line): line is string => Boolean(line)))];
}

/** Anybody may have typed the value: only the three kinds of link that can do no harm are made. */
export function contactLink({ kind, value }: Venue['contacts'][number]): string | undefined {
  if (kind === 'email') return /^[^\s@/?#]+@[^\s@/?#]+$/.test(value) ? `mailto:${value}` : undefined;
  if (kind === 'phone') {
    const digits = value.replace(/[^\d+]/g, '');
    return digits.length >= 3 ? `tel:${digits}` : undefined;
  }
  return /^https?:\/\/[^\s]+$/i.test(value) ? value : undefined;
}

/** The address of an area’s page, from the root. */
export const areaPath = ({ slug }: { slug: string }): string => `/areas/${slug}`;
