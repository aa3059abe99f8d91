/**
 * Two crowds for the map, where nobody else is: one as dense as signs can stand side by side, so that each venue in view
 * has a marker of its own, and one of a thousand venues and more in a view, which the map has to gather.
 */
import type { Knex } from 'knex';
import { drainAll } from '../server/search/upkeep.ts';
import { generateVenue } from './generate.ts';
import { insertVenues } from './insert.ts';

export interface Crowd {
  lon: number;
  lat: number;
  /** Venues along a side of the square. */
  side: number;
  /** Pixels from one to the next at the closest zoom that a search opens with. */
  apart: number;
}

export const single: Crowd = { lon: -3.95, lat: 50.6, side: 30, apart: 37 };
export const gathered: Crowd = { lon: -3.8, lat: 50.6, side: 60, apart: 19 };

const ZOOM = 16;
const degrees = 360 / (256 * 2 ** ZOOM);

/** Adds them once, after the venues that are there. */
export async function addCrowds(db: Knex, rows: number, seed: number): Promise<void> {
  const there = await db('venue').where('id', '>', rows).first('id');
  if (there) return;
  let number = rows;
  for (const { lon, lat, side, apart } of [single, gathered]) {
    const step = degrees * apart;
    const records = Array.from({ length: side * side }, (_, at) => {
      const [column, row] = [(at % side) - (side - 1) / 2, Math.floor(at / side) - (side - 1) / 2];
      const place = {
        lon: lon + column * step,
        lat: lat + row * step * Math.cos((lat * Math.PI) / 180),
        precision: 'exact' as const,
      };
      const venue = generateVenue(seed, number + at);
      return { ...venue, location: place };
    });
    await db.transaction(async (transaction) => {
      await transaction.raw('set local session_replication_role = replica');
      await insertVenues(transaction, records);
    });
    number += side * side;
  }
  await drainAll(db);
  await db.raw('vacuum (analyze)');
}
