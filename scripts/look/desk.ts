/** What members and operators work on: places, offers, contests, letters. Made through the doors that people use. */
import type { Knex } from 'knex';
import { reminderLetter } from '../../server/pages/reminder-letter.ts';
import { sendReminders } from '../../server/reminders/send.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import type { NewVenue, VenueChange } from '../../server/venues/schema.ts';
import { OPERATOR_TOKEN } from '../../test/support/app.ts';
import { addVenue, fact, holder, space } from '../../test/support/factories.ts';
import { type Letters, makeLetters } from './letters.ts';
import { addPhotos, idOf, rare } from './places.ts';
import { makePlans, type Plans } from './plans.ts';
import type { People, Person } from './world.ts';

/** Paths of pages, and the secrets of letters. */
export interface Desk {
  organisation: string;
  /** To be dissolved, with one place. */
  choir: string;
  gone: string;
  held: string;
  draft: string;
  /** As the draft, with a room, and nothing else. */
  begun: string;
  clash: string;
  changed: string;
  photo: string;
  contested: string;
  offered: string;
  merging: string;
  hidden: string;
  invitation: string;
  confirm: string;
  quiet: string;
  layer: string;
  plans: Plans;
  letters: Letters;
}

interface Ground {
  db: Knex;
  url: string;
  people: People;
}

const publicUrl = 'http://localhost:3000';
const words = 'We have run this hall since 1974, and our name is on its lease.';

/** The newest letter to somebody that leads to this page, and its secret. */
export async function secretIn(db: Knex, page: string, recipient?: string): Promise<string> {
  const letters = await db('letter')
    .whereLike('body', `%/${page}/%`)
    .modify((query) => {
      if (recipient) query.where({ recipient });
    })
    .orderBy('id', 'desc')
    .limit(1)
    .select('body');
  const secret = new RegExp(`/${page}/([\\w-]{43})`).exec(letters[0]?.body ?? '')?.[1];
  if (!secret) throw new Error(`No letter leads to /${page}/`);
  return secret;
}

export const change = (db: Knex, path: string, more: VenueChange): Promise<unknown> =>
  saveVenue(db, { ...holder, name: 'Bola' }, idOf(path), more);

export async function makeDesk({ db, url, people }: Ground): Promise<Desk> {
  async function ask(path: string, as: Person | 'machine', body: object, version?: string) {
    const who: Record<string, string> =
      as === 'machine'
        ? { Authorization: `Bearer ${OPERATOR_TOKEN}` }
        : { Cookie: `${people[as].name}=${people[as].value}`, 'Sec-Fetch-Site': 'same-origin' };
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { ...who, 'Content-Type': 'application/json', ...(version && { 'If-Match': version }) },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }
  const found = async (path: Promise<{ id: number; slug: string } | undefined>, start: string) => {
    const row = await path;
    if (!row) throw new Error(`The demo has nothing for ${start}`);
    return `/${start}/${row.slug}-${row.id}`;
  };
  const venueAt = (id: number) => found(db('venue').where({ id }).first('id', 'slug'), 'venues');
  const add = async (name: string, organisationId: number, more: Partial<NewVenue> = {}) =>
    venueAt(
      (
        await addVenue(db, {
          name: `${rare} ${name}`,
          organisationId,
          facts: [fact('step_free_entrance', 'yes'), fact('kitchen', 'partial')],
          spaces: [space('Hall', { theatre: 80 })],
          ...more,
        })
      ).id,
    );
  const group = async (name: string, as: Person) => {
    const { id, slug } = await ask('/organisations', as, { name, kind: 'community' });
    return { id: Number(id), path: `/organisations/${slug}-${id}` };
  };

  const ours = await db('member')
    .where({ person_id: people.amara.id })
    .join('organisation', 'organisation.id', 'organisation_id')
    .first('organisation.id', 'organisation.slug');
  const us = Number(ours?.id);
  const readers = await group(`${rare} Readers`, 'bola');
  const choir = await group(`${rare} Choir`, 'amara');
  const past = await group(`${rare} Bell Ringers`, 'bola');
  const { headers } = await fetch(`${url}/api/v1/organisations/${past.id}`);
  await ask(`/organisations/${past.id}/dissolve`, 'bola', { name: 'keep' }, headers.get('ETag') ?? '');
  await add('choir room', choir.id);

  // The one of ours of which most is known.
  const held = await found(
    db('venue')
      .where({ organisation_id: us, status: 'published' })
      .orderByRaw('(select count(*) from correction where venue_id = venue.id) desc, id')
      .first('id', 'slug'),
    'venues',
  );
  await addPhotos(url, idOf(held), 3);
  const photo = await db('photo')
    .where({ venue_id: idOf(held) })
    .first('id');
  for (const said of ['hearing_loop', 'kitchen'])
    await ask(`/venues/${idOf(held)}/corrections`, 'joe', {
      about: 'fact',
      key: said,
      value: 'no',
      words: 'It was not there last week.',
      method: 'visited',
    });
  for (const noticeDays of [7, 14])
    await change(db, held, { description: `Ask us at least ${noticeDays} days before.` });

  const contested = await add('contested hall', us, { organisationId: undefined });
  const claim = await ask(`/venues/${idOf(contested)}/claims`, 'amara', {
    organisationId: us,
    declaration: words,
    maySpeak: true,
  });
  await ask(`/claims/${claim.id}/contests`, 'bola', { organisationId: readers.id, words });

  const offered = await add('offered hall', us);
  await ask(`/venues/${idOf(offered)}/handovers`, 'amara', { organisationId: readers.id });
  const merging = await add('twice hall', us);
  const into = await add('twice house', readers.id);
  await ask(`/operator/venues/${idOf(merging)}/merge`, 'machine', {
    into: idOf(into),
    reason: 'It is the same hall, listed by two of its users.',
  });
  const hidden = await add('doubted hall', us);
  await ask(`/venues/${idOf(hidden)}/reports`, 'joe', {
    kind: 'not_there',
    words: 'The hall was sold in spring, and the doors are locked.',
  });
  await ask(`/operator/venues/${idOf(hidden)}/hide`, 'machine', {
    reason: 'Two people told us that the hall was sold in spring. We have asked the group.',
  });
  await ask(`/organisations/${us}/invitations`, 'amara', { email: 'nia@hall.example', role: 'editor' });
  await ask(`/organisations/${us}/invitations`, 'amara', {
    email: 'joe@wandle-talking-health.example',
    role: 'editor',
  });
  await ask(`/organisations/${us}/keys`, 'amara', {
    name: 'Our website',
    scopes: ['venues:write'],
    days: 90,
  });
  await sendReminders(db, { letter: reminderLetter(publicUrl), publicUrl });

  const changed = await add('changed hall', us);
  await change(db, changed, { description: 'The hall is closed in August.' });
  const layer = await db('demand_layer').first('id');
  const amara = people.amara.email;
  const plans = await makePlans(db, people, layer.id, ask);
  return {
    organisation: `/organisations/${ours?.slug}-${us}`,
    choir: choir.path,
    gone: past.path,
    held,
    draft: await add('draft', us, { status: 'draft', facts: [], spaces: [] }),
    begun: await add('begun hall', us, { status: 'draft', facts: [] }),
    clash: await add('clash hall', us),
    changed,
    photo: `${held}/photos/${photo.id}`,
    contested,
    offered,
    merging,
    hidden,
    invitation: await secretIn(db, 'invitations', 'nia@hall.example'),
    confirm: await secretIn(db, 'still-true', amara),
    quiet: await secretIn(db, 'quiet', amara),
    layer: `/plan/layers/${layer.id}`,
    plans,
    letters: await makeLetters(db, { plans, people, holder: us, venue: idOf(held) }, ask),
  };
}
