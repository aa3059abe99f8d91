/** A register full of secrets: every kind of listing and person that strangers must learn nothing of. */
import type { Knex } from 'knex';
import { insertClaim, insertContest } from '../../server/claims/repository.ts';
import { KEY_START } from '../../server/organisations/keys.ts';
import { digest, newSecret } from '../../server/people/secrets.ts';
import { drainAll } from '../../server/search/upkeep.ts';
import { saveTerms } from '../../server/terms/repository.ts';
import { gridPoint } from '../../server/venues/location.ts';
import type { Actor } from '../../server/venues/record.ts';
import { recordBeside } from '../../server/venues/recorded.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import type { NewVenue } from '../../server/venues/schema.ts';
import { addArea } from '../support/areas.ts';
import { fact, newVenue, space } from '../support/factories.ts';
import { signIn } from '../support/people.ts';
import { plantEnquiry, plantPlans } from './leak-plan.ts';

export interface Spot {
  lon: number;
  lat: number;
}

/** What the public must not be able to tell. */
export interface Secrets {
  /** Every secret word begins so; letters only, so that search takes it for one word. */
  prefix: string;
  /** Where the approximate and the hidden place are, both in one cell of the grid. */
  spots: [approximate: Spot, hidden: Spot];
  /** Of listings that nobody sees; and where one was that was hidden since. */
  elsewhere: [Spot, Spot, Spot];
  /** How many more drafts, letters and people there are. */
  more: number;
}

export const middle = gridPoint(-0.1653, 51.4278);

export interface World {
  venues: Record<string, number>;
  organisations: { us: number; them: number };
  claim: number;
  contest: number;
  report: number;
  photos: string[];
  /** What else stands in addresses, by the name of its parameter. */
  others: Record<string, number>;
  people: number[];
  /** Headers by which strangers call. */
  strangers: Record<string, Record<string, string>>;
  /** A steward of the group that holds the places. */
  steward: Record<string, string>;
}

const group = (name: string, personId?: number): Actor => ({
  name,
  kind: 'member',
  rank: 'holder',
  ...(personId && { personId }),
});

export async function plant(db: Knex, { prefix, spots, elsewhere, more }: Secrets): Promise<World> {
  const word = (field: string) => `${prefix}${field}`;
  const mail = (field: string) => `${word(field)}@${prefix}.example`;
  const photoId = (field: string) => digest(word(field)).toString('hex').slice(0, 32);
  const { rows: sequences } = await db.raw(
    `select sequencename as name from pg_sequences where schemaname = 'public'`,
  );
  for (const { name } of sequences) await db.raw('alter sequence ?? restart with 7000', [name]);
  const made = await db('organisation')
    .insert(['Us', 'Them', 'Past'].map((name) => ({ name, kind: 'community', slug: name.toLowerCase() })))
    .returning('id');
  const [us, them, past] = made.map(({ id }) => id as number);
  const ids = { us: us ?? 0, them: them ?? 0, past: past ?? 0 };
  for (const [name, west, east] of [
    ['West', middle.lon - 0.01, middle.lon - 0.001],
    ['Middle', middle.lon - 0.001, middle.lon + 0.001],
    ['East', middle.lon + 0.001, middle.lon + 0.01],
  ] as const)
    await addArea(db, {
      id: name,
      name,
      west,
      south: middle.lat - 0.01,
      east,
      north: middle.lat + 0.01,
    });

  const stranger = await signIn(db, 'stranger@them.example', { [ids.them]: 'steward' });
  const steward = await signIn(db, mail('steward'), { [ids.us]: 'steward' });
  const editor = await signIn(db, mail('editor'), { [ids.us]: 'editor' });
  const before = await signIn(db, mail('before'), { [ids.past]: 'steward' });
  for (const [id, field] of [
    [steward.id, 'steward'],
    [editor.id, 'editor'],
    [before.id, 'before'],
  ] as const)
    await db('person')
      .where({ id })
      .update({ name: word(`called${field}`) });
  const addKey = async (organisation_id: number, scopes: string[], field: string) => {
    const key = KEY_START + newSecret();
    await db('api_key').insert({
      organisation_id,
      // Strangers know their own.
      name: organisation_id === ids.us ? word(field) : 'A key',
      prefix: organisation_id === ids.us ? word(field) : 'mh_',
      key_hash: digest(key),
      scopes,
      expires_at: '2999-01-01',
    });
    return { Authorization: `Bearer ${key}` };
  };

  await db('source').insert({ id: 'set', name: 'Set', licence: 'Open', attribution: 'A data set' });
  const [run] = await db('import_run')
    .insert({
      source_id: 'set',
      scope: 'all',
      command: 'csv',
      file: word('file'),
      sha256: '0',
      settings: word('settings'),
      report: JSON.stringify({ rejected: word('rejected') }),
    })
    .returning('id');
  const ours = group('Us', steward.id);
  const add = async (more: Partial<NewVenue>, actor = ours) =>
    (await saveVenue(db, actor, undefined, newVenue({ organisationId: ids.us, ...more }))).id;
  const locating = (field: string) => ({
    address: { street: word(`${field}street`), locality: word(`${field}locality`), postcode: 'SW16 6NN' },
    identifiers: [{ scheme: 'uprn' as const, value: word(`${field}uprn`) }],
    facts: [
      fact('step_free_station_distance', 321, { note: word(`${field}note`), observedBy: word(`${field}by`) }),
      fact('lift', 'yes'),
    ],
  });
  const whole = (field: string): Partial<NewVenue> => ({
    name: `${word(`${field}name`)} Hall`,
    names: { cy: word(`${field}cy`) },
    description: word(`${field}text`),
    ...locating(field),
    openingHours: { osm: `Mo 09:00-17:00 "${word(`${field}osm`)}"`, note: word(`${field}hours`) },
    contacts: [{ kind: 'phone', value: word(`${field}phone`), name: word(`${field}contact`), public: true }],
    spaces: [
      space(
        word(`${field}room`),
        {},
        {
          description: word(`${field}roomtext`),
          capacities: [{ layout: 'theatre', comfortable: 30, condition: word(`${field}condition`) }],
          openingHours: {
            osm: `Tu 09:00-17:00 "${word(`${field}roomosm`)}"`,
            note: word(`${field}roomhours`),
            exceptions: [{ from: '2026-12-25', closed: true, note: word(`${field}closed`) }],
          },
        },
      ),
    ],
  });
  const hidden = (field: string) => [
    { kind: 'email' as const, value: mail(`${field}mail`), name: word(`${field}who`), public: false },
    { kind: 'phone' as const, value: '020 7946 0999', public: true },
  ];

  const venues: Record<string, number> = {};
  venues.open = await add({
    name: 'Open Hall',
    contacts: hidden('open'),
    status: 'draft',
    description: word('draft'),
  });
  await saveVenue(db, ours, venues.open, { status: 'published', description: 'Open to all' });
  await saveVenue(db, ours, venues.open, {
    contacts: hidden('later'),
    spaces: [space('Hall', { theatre: 40 })],
  });
  venues.approximate = await add({
    name: 'Rough Hall',
    location: { ...spots[0], precision: 'approximate' },
    ...locating('approximate'),
  });
  venues.hidden = await add({
    name: 'Hidden Hall',
    location: { ...spots[1], precision: 'hidden' },
    ...locating('hidden'),
  });
  venues.draft = await add({
    ...whole('draft'),
    status: 'draft',
    location: { ...elsewhere[0], precision: 'exact' },
  });
  venues.withdrawn = await add({ ...whole('withdrawn'), location: { ...elsewhere[1], precision: 'exact' } });
  venues.removed = await add({ ...whole('removed'), location: { ...elsewhere[1], precision: 'exact' } });
  venues.moved = await add({
    name: 'Moved Hall',
    location: { ...elsewhere[2], precision: 'exact' },
    ...locating('moved'),
  });
  await saveVenue(db, ours, venues.moved, { location: { ...elsewhere[2], precision: 'hidden' } });
  await saveVenue(db, ours, venues.moved, {
    location: { lon: -0.2, lat: 51.5, precision: 'exact' },
    address: {},
    identifiers: [],
    facts: [],
  });
  venues.gone = await add({ name: 'Gone Hall', contacts: hidden('gone') });
  const theirs = group('Past', before.id);
  venues.handed = await add(
    { name: 'Handed Hall', organisationId: ids.past, contacts: hidden('handed') },
    theirs,
  );
  await saveTerms(db, theirs, venues.handed, { text: 'No shoes.' });
  await saveVenue(db, ours, venues.handed, { organisationId: ids.us });
  venues.released = await add({ name: 'Released Hall', contacts: hidden('released') });
  await saveVenue(db, ours, venues.released, { organisationId: null });
  await drainAll(db);

  await saveTerms(db, ours, venues.open, { text: 'Shoes off, please.' });
  await saveTerms(db, { ...ours, name: word('actor') }, venues.draft, { text: word('terms') });
  const photos = [photoId('open'), photoId('draft'), photoId('withdrawn'), photoId('removed')];
  for (const [index, field] of ['open', 'draft', 'withdrawn', 'removed'].entries()) {
    const venue_id = venues[field] ?? 0;
    await db('photo_album').insert({ venue_id, version: 1 });
    await db('photo').insert({
      id: photos[index],
      venue_id,
      position: 0,
      alt: field === 'open' ? 'The door' : word(`${field}alt`),
      caption: field === 'open' ? null : word(`${field}caption`),
      width: 320,
      height: 240,
    });
    if (field !== 'open')
      await recordBeside(db, { ...ours, name: word('photographer') }, venue_id, [
        { path: `/photos/${photos[index]}`, after: { alt: word(`${field}alt`) } },
      ]);
  }
  await db('photo_leftover').insert({ id: photoId('left'), due_at: '2999-01-01' });
  await saveVenue(db, ours, venues.withdrawn, { status: 'withdrawn' });
  await saveVenue(db, ours, venues.withdrawn, { description: word('withdrawnlater') });
  await db('venue').where({ id: venues.removed }).update({ hidden_at: db.fn.now() });
  await db('hiding').insert({ venue_id: venues.removed, reason: 'It shows something that is private.' });
  await saveVenue(db, ours, venues.removed, { description: word('removedlater') });
  await saveVenue(db, ours, venues.gone, { status: 'withdrawn' });
  await db('venue').where({ id: venues.gone }).update({ merged_into: venues.open });

  const declaration = 'We have run it since 1962.';
  const claim = await insertClaim(db, {
    venueId: venues.open,
    organisationId: ids.us,
    personId: steward.id,
    evidence: 'declaration',
    declaration,
  });
  const contest = await insertContest(db, {
    claimId: claim,
    organisationId: ids.past,
    personId: before.id,
    words: declaration,
  });
  const [report] = await db('report')
    .insert({ venue_id: venues.open, kind: 'other', words: `${word('report')}, said a neighbour` })
    .returning('id');

  for (const venue of ['approximate', 'hidden', 'draft']) {
    const record_id = word(`${venue}record`);
    const seen = { first_seen: '2026-01-01', last_seen: '2026-01-01' };
    await db('source_record').insert({
      source_id: 'set',
      record_id,
      venue_id: venues[venue],
      digest: word('digest'),
      ...seen,
    });
    await db('source_sighting').insert({ source_id: 'set', scope: 'all', record_id, run_id: run.id });
  }
  await db('merger').insert({
    from_id: venues.draft,
    into_id: venues.open,
    from_group: ids.us,
    into_group: ids.past,
    reason: 'It is the same hall, listed twice.',
    into_answer: 'objects',
    into_words: 'They are two halls, one behind the other.',
  });
  await db('suggestion').insert({
    venue_id: venues.open,
    path: `/${word('path')}`,
    value: JSON.stringify(word('suggested')),
    source_id: 'set',
  });
  await db('letter').insert({
    recipient: mail('recipient'),
    subject: word('subject'),
    body: word('body'),
    headers: JSON.stringify({ 'X-Secret': word('header') }),
    fault: word('fault'),
    next_try_at: '2999-01-01',
  });
  await db('kept_form').insert({
    name_hash: digest(word('kept')),
    path: `/${word('keptpath')}`,
    typed: JSON.stringify({ text: word('typed') }),
  });
  await db('sign_in').insert({
    id: '00000000-0000-4000-8000-000000000001',
    token_hash: digest(word('token')),
    code_hash: digest(word('code')),
    email: mail('signin'),
    next: `/${word('next')}`,
    expires_at: '2999-01-01',
  });
  await db('member_invitation').insert({
    organisation_id: ids.us,
    email: mail('invited'),
    role: 'editor',
    token_hash: digest(word('invitation')),
    expires_at: '2999-01-01',
  });
  await db('email_change').insert({
    person_id: editor.id,
    email: mail('newmail'),
    token_hash: digest(word('newmail')),
    expires_at: '2999-01-01',
  });
  const reminding = { sent_on: '2026-01-01', expires_on: '2999-01-01', person_id: steward.id };
  const [reminder] = await db('reminder_letter')
    .insert({ ...reminding, confirm_hash: digest(word('confirm')), stop_hash: digest(word('stop')) })
    .returning('id');
  await db('reminder_fact').insert({
    letter_id: reminder.id,
    venue_id: venues.open,
    key: 'lift',
    mark: word('mark'),
    observed_on: '2026-01-01',
  });
  await db('handover').insert({
    venue_id: venues.open,
    from_id: ids.us,
    to_id: ids.past,
    offered_by: steward.id,
    expires_at: '2999-01-01',
  });
  await db('correction').insert({
    venue_id: venues.open,
    about: 'name',
    value: JSON.stringify(word('corrected')),
    words: word('correction'),
    method: 'told',
    seen_on: '2026-01-01',
    named: word('named'),
    email: mail('corrector'),
    sender: digest(word('sender')),
  });
  await db('correction_day').insert({ day: '2026-01-01', secret: digest(word('day')) });
  await db('sent_once').insert({
    name_hash: digest(word('once')),
    body_hash: digest(word('oncebody')),
    answer: JSON.stringify({ body: word('answer') }),
  });
  await db('audit_entry').insert({
    actor_kind: 'person',
    person_id: steward.id,
    organisation_id: ids.us,
    venue_id: venues.open,
    action: 'operator.asked',
    detail: JSON.stringify({ words: word('audit') }),
  });
  await db('rate_limit').insert({ key: word('limit'), points: 1, expire: 9_999_999_999_999 });

  const keys = {
    'strange key': await addKey(ids.them, ['venues:read', 'venues:write'], 'strangekey'),
    'poor key': await addKey(ids.us, ['none'], 'poorkey'),
  };
  const others: Record<string, number> = await plantPlans(db, ids.us, word);
  others.enquiry = await plantEnquiry(db, { asker: ids.us, holder: ids.past, venue: venues.handed }, word);
  for (const [name, table] of [
    ['correction', 'correction'],
    ['key', 'api_key'],
    ['invitation', 'member_invitation'],
  ] as const)
    others[name] = (await db(table).first('id'))?.id;
  // What comes last moves no number of anything that can be seen.
  for (let count = 0; count < more; count += 1) {
    await add({ ...whole(`more${'i'.repeat(count)}`), status: 'draft' });
    await signIn(db, mail(`more${count}`), { [ids.us]: 'editor' });
    await db('letter').insert({ recipient: mail('r'), subject: 's', body: 'b', next_try_at: '2999-01-01' });
  }
  return {
    venues,
    organisations: { us: ids.us, them: ids.them },
    claim,
    contest,
    report: report.id,
    photos,
    others,
    people: [steward.id, editor.id, before.id],
    strangers: { nobody: {}, stranger: { Cookie: stranger.cookie }, ...keys },
    steward: { Cookie: steward.cookie },
  };
}
