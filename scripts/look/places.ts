/** Places in every state that the demo has none of, or none that can be found again by itself. */
import type { Knex } from 'knex';
import { hideVenue } from '../../server/operator/hide.ts';
import type { NewVenue } from '../../server/venues/schema.ts';
import { OPERATOR_TOKEN } from '../../test/support/app.ts';
import { addVenue, fact, space } from '../../test/support/factories.ts';
import { scene } from './scene.ts';

/** A word that no venue of the demo has. */
export const rare = 'Quillfeather';

/** Their paths. */
export interface Places {
  exact: string;
  approximate: string;
  secret: string;
  /** With a holder, names in two scripts, and more facts than a screen holds. */
  rich: string;
  unclaimed: string;
  withdrawn: string;
  /** Hidden by an operator, with its reason. */
  noticed: string;
  pictured: string;
  old: string;
}

export const idOf = (path: string): number => Number(/\d+$/.exec(path)?.[0]);
const LONG_AGO = '2019-03-02';

/** Photos, by the door that everybody's photos come through. */
export async function addPhotos(url: string, venueId: number, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const body = new FormData();
    const tall = index % 4 === 2;
    body.set('alt', `The hall from the door, picture ${index + 1}`);
    if (index % 2 === 0)
      body.set('caption', `How the hall looks on a ${index === 0 ? 'Monday' : 'market day'}`);
    body.set('photo', new Blob([new Uint8Array(await scene(index, tall))]), `${index}.jpg`);
    const headers = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
    const answer = await fetch(`${url}/api/v1/venues/${venueId}/photos`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`A photo was refused: ${await answer.text()}`);
  }
}

export async function addPlaces({ db, url }: { db: Knex; url: string }): Promise<Places> {
  const add = async (name: string, lon: number, more: Partial<NewVenue> = {}) => {
    const { id } = await addVenue(db, {
      name: `${rare} ${name}`,
      location: { lon, lat: 51.431, precision: 'exact' },
      address: { street: '1 Quill Road', town: 'London', postcode: 'SW17 8ZZ' },
      facts: [fact('step_free_entrance', 'yes'), fact('lift', 'no'), fact('kitchen', 'partial')],
      spaces: [space('Hall', { theatre: 80, banquet: 60 }), space('Snug', { boardroom: 8 })],
      openingHours: { timezone: 'Europe/London', weekly: [{ weekday: 1, opens: '09:00', closes: '17:00' }] },
      ...more,
    });
    const { slug } = await db('venue').where({ id }).first('slug');
    return `/venues/${slug}-${id}`;
  };
  const lat = 51.431;
  const away = { street: '9 Inkwell Mews', town: 'London', postcode: 'SW17 8ZX' };
  const at = (precision: 'approximate' | 'hidden', lon: number) => ({
    location: { lon, lat, precision },
    address: away,
  });
  const rich = await db('venue').whereLike('name', '%Gurdwara Sanjhivalta%').first('id', 'slug');
  if (!rich)
    throw new Error('The demo has no Gurdwara Sanjhivalta any more: choose another venue with many facts.');
  const places: Places = {
    exact: await add('exact hall', -0.16),
    approximate: await add('approximate hall', -0.15, at('approximate', -0.15)),
    secret: await add('hidden hall', -0.14, at('hidden', -0.14)),
    rich: `/venues/${rich.slug}-${rich.id}`,
    unclaimed: await add('unclaimed hall', -0.162, { facts: [], openingHours: undefined }),
    withdrawn: await add('withdrawn hall', -0.163, { status: 'withdrawn' }),
    noticed: await add('noticed hall', -0.164),
    pictured: await add('pictured hall', -0.165),
    old: await add('old hall', -0.166, {
      facts: ['step_free_entrance', 'accessible_toilet', 'hearing_loop', 'kitchen'].map((key) =>
        fact(key, 'yes', { observedOn: LONG_AGO }),
      ),
    }),
  };
  await addPhotos(url, idOf(places.pictured), 8);
  await hideVenue(
    db,
    {
      venueId: idOf(places.noticed),
      visitor: { kind: 'operator' },
      reason: 'Two people told us that the hall was sold in spring. We have asked the group.',
    },
    () => ({ subject: 'Hidden', text: 'Hidden' }),
  );
  return places;
}
