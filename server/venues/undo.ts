/**
 * Undoing a change: a new change that puts back what stood before it, wherever what it wrote still stands. What was
 * changed again since is left as it is, and named.
 */
import type { Knex } from 'knex';
import { photoEditIn, photoStands, undoPhoto } from '../photos/undo.ts';
import { conflict, notAllowed, notFound, Problem, stale } from '../problem.ts';
import { heldSince } from './history.ts';
import {
  type Actor,
  canonical,
  changeableFields,
  type Edit,
  isEmpty,
  type StatedFact,
  statements,
  type VenueRecord,
} from './record.ts';
import { type Saved, saveVenue } from './repository.ts';
import { loadRecords } from './rows.ts';
import type { NewFact, NewSpace, VenueChange } from './schema.ts';
import { askFirst } from './services.ts';

export interface Undoing {
  change: VenueChange;
  /** Paths that are put back, and paths that are left as they are. */
  undone: string[];
  left: string[];
}

const isSame = (a: unknown, b: unknown) => (isEmpty(a) && isEmpty(b)) || canonical(a) === canonical(b);

/** What a field is when there is nothing in it; null takes it away. */
const nothing: Partial<Record<string, unknown>> = {
  description: '',
  names: {},
  address: {},
  identifiers: [],
  contacts: [],
  tenure: null,
  services: askFirst,
  openingHours: null,
};

const said = ({ statedBy: _rank, source: _source, ...fact }: StatedFact): NewFact => fact;

/** A list with the entries of some keys put back, or taken out. */
function put<T extends object>(list: T[], keyOf: (each: T) => string, back: Map<string, T | undefined>): T[] {
  return [
    ...list.filter((each) => !back.has(keyOf(each))),
    ...[...back.values()].filter((each): each is T => each !== undefined),
  ];
}

const factsBack = (edits: Edit[]) =>
  new Map(
    edits.map(({ path, before }) => [
      path.split('/').at(-1) ?? '',
      before ? said(before as StatedFact) : undefined,
    ]),
  );

/** A space with some of its statements put back; `edits` are of this space alone. */
function spaceBack(space: NewSpace, edits: Edit[]): NewSpace {
  const of = (part: string) => edits.filter(({ path }) => path.split('/')[3] === part);
  const capacities = new Map(
    of('capacities').map(({ path, before }) => [
      path.split('/').at(-1) ?? '',
      before as NonNullable<NewSpace['capacities']>[number] | undefined,
    ]),
  );
  const fields = edits
    .filter(({ path }) => path.split('/').length === 4)
    .map(({ path, before }) => [path.split('/')[3], before]);
  return {
    ...space,
    ...Object.fromEntries(fields),
    capacities: put(space.capacities ?? [], ({ layout }) => layout, capacities),
    facts: put(space.facts ?? [], ({ key }) => key, factsBack(of('facts'))),
  };
}

const spaceIdOf = (path: string): string | undefined => /^\/spaces\/([^/]+)\//.exec(path)?.[1];

interface SpaceTurn {
  edits: Edit[];
  /** What the change did to the space as a whole. */
  made: 'added' | 'removed' | 'changed';
}

function spaceTurns(edits: Edit[]): Map<string, SpaceTurn> {
  const turns = new Map<string, SpaceTurn>();
  for (const edit of edits) {
    const id = spaceIdOf(edit.path);
    if (id === undefined) continue;
    const turn: SpaceTurn = turns.get(id) ?? { edits: [], made: 'changed' };
    turn.edits.push(edit);
    if (edit.path === `/spaces/${id}/name` && edit.before === undefined) turn.made = 'added';
    if (edit.path === `/spaces/${id}/name` && edit.after === undefined) turn.made = 'removed';
    turns.set(id, turn);
  }
  return turns;
}

/** What would undo these edits now. Who holds a venue is handed over, and never undone. */
export function undoingOf(record: VenueRecord, edits: Edit[]): Undoing {
  const now = statements(record);
  const stands = ({ path, after }: Edit) => isSame(now.get(path), after);
  const undone: Edit[] = [];
  const left: string[] = [];
  const sort = (list: Edit[], holds: (edit: Edit) => boolean) => {
    for (const edit of list) {
      if (holds(edit)) undone.push(edit);
      else left.push(edit.path);
    }
  };
  sort(
    edits.filter(({ path }) => spaceIdOf(path) === undefined),
    (edit) => edit.path !== '/organisationId' && stands(edit),
  );
  let spaces: NewSpace[] = record.spaces.map((space) => ({ ...space, facts: space.facts.map(said) }));
  const turns = spaceTurns(edits);
  for (const [id, turn] of turns) {
    const space = spaces.find((each) => String(each.id) === id);
    if (turn.made === 'added') {
      const written = new Map(turn.edits.map((edit) => [edit.path, edit.after]));
      const isAsAdded = [...now].every(
        ([path, value]) => spaceIdOf(path) !== id || isSame(value, written.get(path)),
      );
      sort(turn.edits, () => space !== undefined && isAsAdded);
      if (isAsAdded) spaces = spaces.filter((each) => each !== space);
    } else if (turn.made === 'removed') {
      sort(turn.edits, () => space === undefined);
      if (!space) spaces.push(spaceBack({ name: '' }, turn.edits));
    } else {
      sort(turn.edits, (edit) => space !== undefined && stands(edit));
      if (space) spaces[spaces.indexOf(space)] = spaceBack(space, turn.edits.filter(stands));
    }
  }
  const facts = undone.filter(({ path }) => path.startsWith('/facts/'));
  const fields = changeableFields.flatMap((field): [string, unknown][] => {
    const edit = undone.find(({ path }) => path === `/${field}`);
    return edit ? [[field, edit.before ?? nothing[field]]] : [];
  });
  const change: VenueChange = {
    ...Object.fromEntries(fields),
    ...(facts.length > 0 && { facts: put(record.facts.map(said), ({ key }) => key, factsBack(facts)) }),
    ...(undone.some(({ path }) => spaceIdOf(path) !== undefined) && { spaces }),
  };
  return { change, undone: undone.map(({ path }) => path), left };
}

interface RecordedChange {
  version: number;
  action: 'added' | 'changed';
  edits: Edit[];
  at: Date;
  actor: string;
  actorKind: Actor['kind'];
  authorId: number | null;
  person: string | null;
}

/** A recorded change, and who made it. Throws Problem 404. */
async function recordedChange(db: Knex, id: number, version: number): Promise<RecordedChange> {
  const row: RecordedChange | undefined = await db('change as c')
    .leftJoin('change_author as a', 'a.change_id', 'c.id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .where({ 'c.venue_id': id, 'c.version': version })
    .first(
      'c.version',
      'c.action',
      'c.edits',
      'c.at',
      'c.actor',
      'c.actor_kind as actorKind',
      'a.person_id as authorId',
      'p.name as person',
    );
  if (!row) throw notFound('change with this version');
  if (version <= (await heldSince(db, id)))
    throw notAllowed(
      'This was before your group came to hold the place. What stood then is not yours to put back.',
    );
  return row;
}

export interface UndoOptions {
  /** The versions of the venue that it may be made against; another one is refused with 412. */
  versions?: number[];
  /** Whether this visitor may undo what this person changed, and whether what that puts back is theirs to change. */
  may: (author: { authorId?: number }, change: VenueChange) => boolean;
}

export interface PlannedUndo extends Pick<Undoing, 'undone' | 'left'> {
  edits: Edit[];
  /** When the change was made; ISO. */
  at: string;
  actor: string;
  actorKind: Actor['kind'];
  person?: string;
  isBeginning: boolean;
  /** The version of the venue that the plan is for. */
  against: number;
}

const refusal = () => notAllowed('A steward can undo this. Editors undo what they changed themselves.');
const authorOf = ({ authorId }: RecordedChange) => ({ ...(authorId !== null && { authorId }) });

/** What would undo a change now: of the venue's own record, or of one of its photos. */
async function undoingNow(db: Knex, record: VenueRecord, edits: Edit[]): Promise<Undoing & { photo?: Edit }> {
  const photo = photoEditIn(edits);
  if (!photo) return undoingOf(record, edits);
  const stands = await photoStands(db, record.id, photo);
  return { photo, change: {}, undone: stands ? [photo.path] : [], left: stands ? [] : [photo.path] };
}

/** What undoing would do, for whoever may. Throws Problem 403 and 404. */
export async function planUndo(
  db: Knex,
  id: number,
  version: number,
  may: UndoOptions['may'],
): Promise<PlannedUndo> {
  const [record] = await loadRecords(db, [id]);
  if (!record) throw notFound('venue');
  const recorded = await recordedChange(db, id, version);
  const { change, undone, left } = await undoingNow(db, record, recorded.edits);
  const isBeginning = recorded.action === 'added';
  if (!isBeginning && !may(authorOf(recorded), change)) throw refusal();
  return {
    edits: recorded.edits,
    at: recorded.at.toISOString(),
    actor: recorded.actor,
    actorKind: recorded.actorKind,
    ...(recorded.person && { person: recorded.person }),
    isBeginning,
    against: record.version,
    undone,
    left,
  };
}

/** Throws Problem 403, 404, 409 when nothing can be undone, and 412. */
export async function undoChange(
  db: Knex,
  actor: Actor,
  id: number,
  version: number,
  { versions, may }: UndoOptions,
): Promise<Saved & Pick<Undoing, 'undone' | 'left'>> {
  const [record] = await loadRecords(db, [id], true);
  if (!record) throw notFound('venue');
  const recorded = await recordedChange(db, id, version);
  if (recorded.action === 'added')
    throw conflict('This is how the listing began. It cannot be undone; it can be withdrawn.');
  const { photo, change, undone, left } = await undoingNow(db, record, recorded.edits);
  if (!may(authorOf(recorded), change)) throw refusal();
  if (versions && !versions.includes(record.version)) throw stale();
  if (undone.length === 0)
    throw conflict('All of this was changed again since, so there is nothing left of it to undo.');
  if (photo) {
    await undoPhoto(db, actor, id, { edit: photo, undoes: version });
    const made = { id, version: record.version + 1, outcome: 'updated' as const, edits: [], suggestions: [] };
    return { ...made, undone, left };
  }
  try {
    const saved = await saveVenue(db, actor, id, change, { undoes: version });
    return { ...saved, undone, left };
  } catch (error) {
    if (error instanceof Problem && error.status === 400)
      throw conflict(`What stood before no longer fits with the rest: ${error.message}`, error);
    throw error;
  }
}
