/** Open now? For the items of a page. Asked for by name, because the answer is another a minute later. */
import type { Knex } from 'knex';
import { clockTextAt, coversWeek, stateAt } from './opening-hours.ts';
import { loadHours } from './rows.ts';
import type { Hours, OpenState, VenueItem } from './schema.ts';

/** Undefined where no hours are stated, and where not open may still be open by arrangement. */
export function openState(hours: Hours | undefined, now: Date): OpenState | undefined {
  if (!hours) return undefined;
  const state = stateAt(hours, now);
  if (!state.open && !coversWeek(hours)) return undefined;
  return { ...state, now: clockTextAt(now, hours.timezone) };
}

/** The items, as JSON text, each with its state. */
export async function withOpenState(db: Knex, json: string, now = new Date()): Promise<string> {
  const items: VenueItem[] = JSON.parse(json);
  const hours = await loadHours(
    db,
    items.map(({ id }) => id),
  );
  return JSON.stringify(
    items.map((item) => {
      const open = openState(hours.get(item.id), now);
      return open ? { ...item, open } : item;
    }),
  );
}
