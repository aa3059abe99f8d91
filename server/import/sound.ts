/** A venue that the register will take: what is optional and at fault is left out with a remark, never the whole row. */
import { checkVenue } from '../venues/check.ts';
import { isoDay } from '../venues/repository.ts';
import { NewVenue } from '../venues/schema.ts';
import { checker, type Fault } from './validate.ts';

const check = checker(NewVenue);

/** The venue, with what was left out of it; or why it cannot be taken. Changes the venue it is given. */
export function soundVenue(venue: NewVenue, today = isoDay()): { remarks: string[] } | { rejected: string } {
  const remarks: string[] = [];
  const { lon, lat } = venue.location;
  if (lon === 0 && lat === 0) return { rejected: 'its place is 0, 0, where nothing is' };
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    return { rejected: 'its place is not in degrees: the file may be in another coordinate system' };
  // Each round leaves something out, so it ends.
  for (let fault = faultIn(venue, today); fault; fault = faultIn(venue, today)) {
    if (!leaveOut(venue, fault.pointer)) return { rejected: describe(fault) };
    remarks.push(`${describe(fault)} Left out.`);
  }
  return { remarks: [...new Set(remarks)] };
}

function faultIn(venue: NewVenue, today: string): Fault | undefined {
  const [fault] = check(venue);
  if (fault) return fault;
  const [unsound] = checkVenue(venue, today);
  return unsound && { pointer: (unsound.pointer ?? '').replace(/^#/, ''), detail: unsound.detail };
}

/** The parts of a venue in words, without the positions and names that differ from row to row. */
function describe({ pointer, detail }: Fault): string {
  const parts = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  const field = parts[0] === 'location' ? 'place' : (parts[0] ?? 'venue');
  const inner = parts[1] && parts[0] !== 'names' ? ` (${parts[1]})` : '';
  return `${field}${inner}: ${detail}`;
}

const needed = new Set(['name', 'kind', 'location']);

/** Removes the smallest optional part that holds the pointer; false when there is none. */
function leaveOut(venue: NewVenue, pointer: string): boolean {
  const [field = '', at = '', part = '', inner = ''] = pointer.split('/').slice(1);
  if (needed.has(field) || field === '') return false;
  const holder: unknown = venue[field as keyof NewVenue];
  if (field === 'spaces') return leaveOutOfSpace(venue, Number(at), part, Number(inner));
  if (Array.isArray(holder) && at !== '') holder.splice(Number(at), 1);
  else if ((field === 'names' || field === 'address') && at !== '' && typeof holder === 'object' && holder)
    delete (holder as Record<string, unknown>)[at];
  else delete venue[field as keyof NewVenue];
  return true;
}

function leaveOutOfSpace({ spaces = [] }: NewVenue, at: number, part: string, inner: number): boolean {
  const space = spaces[at];
  if (!space) return false;
  if (part === '' || part === 'name') spaces.splice(at, 1);
  else if (part === 'facts' && Number.isInteger(inner)) space.facts?.splice(inner, 1);
  else delete space[part as keyof typeof space];
  return true;
}
