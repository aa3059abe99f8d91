/** /api/v1/venues: the list, one venue, its history; adding and changing. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import { registerVersion } from '../database/version.ts';
import { contentEtag, searchOf, versionsToChange } from '../http/conditional.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notAcceptable, notAllowed } from '../problem.ts';
import { toCsv, toGeoJson } from './export.ts';
import { type Found, findVenues, listText } from './find.ts';
import { aboutVenue, actorOf } from './held.ts';
import {
  isForStewards,
  mayAddSomewhere,
  mayAddVenue,
  mayAddWith,
  mayEditVenue,
  maySeeRecord,
  mayStewardVenue,
} from './policy.ts';
import { getHistory, getRecord, getVenue } from './read.ts';
import { saveVenue } from './repository.ts';
import { Id, NewVenue, Venue, VenueChange, type VenueItem, VenueList, VenueQuery } from './schema.ts';

const WithId = Type.Object({ id: Id });

const formats = { json: 'application/json', geojson: 'application/geo+json', csv: 'text/csv' } as const;
type Format = keyof typeof formats;

/** The format asked by `format=`, else by Accept. Throws Problem 406. */
function formatOf(request: Request, asked: Format | undefined): Format {
  if (asked) return asked;
  const accepted = request.accepts(Object.values(formats));
  const format = (Object.keys(formats) as Format[]).find((each) => formats[each] === accepted);
  if (!format) throw notAcceptable(Object.values(formats));
  return format;
}

/** The same question with another cursor, as an absolute URL. */
function pageUrl(request: Request, publicUrl: string, cursor: string | undefined): string {
  const url = new URL(request.path, publicUrl);
  url.search = searchOf(request);
  url.searchParams.delete('cursor');
  if (cursor !== undefined) url.searchParams.set('cursor', cursor);
  return url.href;
}

const answerIn = (format: Format, found: Found, next: string | undefined): { body: string; type: string } => {
  if (format === 'json') return { body: listText(found), type: `${formats.json}; charset=utf-8` };
  const items: VenueItem[] = JSON.parse(found.items);
  if (format === 'geojson')
    return { body: JSON.stringify(toGeoJson(items, { next })), type: formats.geojson };
  return { body: toCsv(items), type: `${formats.csv}; charset=utf-8; header=present` };
};

const list = route({
  method: 'get',
  path: '/api/v1/venues',
  access: everyone,
  summary: 'Find venues',
  description:
    'Filters are combined: a venue is listed when one of its spaces meets all of them. Unknown never counts as yes. The next page is in `next` and in the Link header.',
  query: VenueQuery,
  answers: {
    200: { description: 'A page of venues', schema: VenueList, types: [formats.geojson, formats.csv] },
    304: { description: 'Nothing has changed since the ETag you sent' },
  },
  cacheControl: 'public, max-age=0, must-revalidate',
  vary: 'Accept',
  version: ({ db }) => registerVersion(db),
  handler: async ({ db, config, query, request }) => {
    const format = formatOf(request, query.format);
    const wanted = format === 'json' ? query : { ...query, include: ['none' as const] };
    const found = await findVenues(db, wanted);
    const next = found.next === undefined ? undefined : pageUrl(request, config.publicUrl, found.next);
    const links = [
      ...(next ? [`<${next}>; rel="next"`] : []),
      `<${pageUrl(request, config.publicUrl, undefined)}>; rel="first"`,
    ];
    const { body, type } = answerIn(format, found, next);
    const headers = {
      Link: links.join(', '),
      ...(format === 'csv' && { 'Content-Disposition': 'attachment; filename="venues.csv"' }),
    };
    return ok(body, { type, headers, version: found.version });
  },
});

const one = route({
  method: 'get',
  path: '/api/v1/venues/:id',
  access: everyone,
  summary: 'One venue',
  description:
    'The whole venue: spaces with capacities, facts with their evidence and age, hours, public contacts, provenance. The Link header leads to its house terms.',
  params: WithId,
  answers: { 200: { description: 'The venue', schema: Venue }, 304: { description: 'Not changed' } },
  cacheControl: 'public, max-age=0, must-revalidate',
  handler: async ({ db, config, params, request }) => {
    const venue = await getVenue(db, params.id, { publicUrl: config.publicUrl });
    const body = JSON.stringify(venue);
    const terms = `<${config.publicUrl}/api/v1/venues/${venue.id}/terms>; rel="terms-of-service"`;
    return ok(body, { headers: { ETag: contentEtag(venue.version, body, request), Link: terms } });
  },
});

const record = route({
  method: 'get',
  path: '/api/v1/venues/:id/record',
  about: aboutVenue,
  access: maySeeRecord,
  summary: 'A venue as its holder keeps it',
  description:
    'Whatever its status, with its exact place and private contacts, in the shape that PATCH takes: sent back as it is, it changes nothing.',
  params: WithId,
  answers: { 200: { description: 'The venue as it was sent', schema: NewVenue } },
  cacheControl: 'private, no-store',
  handler: async ({ db, params, request }) => {
    const { version, venue } = await getRecord(db, params.id);
    const body = JSON.stringify(venue);
    return ok(body, { headers: { ETag: contentEtag(version, body, request) } });
  },
});

const HistoryQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    before: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Changes before this version; from `next`' }),
    ),
  },
  { additionalProperties: false },
);
const History = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        at: Type.String(),
        actor: Type.String(),
        actorKind: Type.String({
          description:
            'What made it: a `member` of its group, an `operator`, an `import`, or the `seed` of a demo',
        }),
        action: Type.String(),
        undoes: Type.Optional(Type.Integer({ description: 'The version whose change was undone' })),
        credit: Type.Optional(
          Type.Object(
            { kind: Type.String(), name: Type.Optional(Type.String()) },
            { description: 'Whose suggestion it followed: a visitor, or a data set' },
          ),
        ),
        edits: Type.Array(
          Type.Object({
            path: Type.String({ description: 'JSON Pointer into the venue' }),
            before: Type.Optional(Type.Unknown()),
            after: Type.Optional(Type.Unknown()),
            withheld: Type.Optional(
              Type.Boolean({ description: 'Private, or would tell a place that is not exact' }),
            ),
          }),
        ),
      }),
    ),
    next: Type.Optional(Type.Integer()),
    merged: Type.Optional(
      Type.Array(Id, { description: 'Venues that were merged into this one; ask for their history too' }),
    ),
  },
  { $id: 'History' },
);

const history = route({
  method: 'get',
  path: '/api/v1/venues/:id/history',
  access: everyone,
  summary: 'Every change of a venue',
  description: 'Who changed what and when, with the value before and after; newest first.',
  params: WithId,
  query: HistoryQuery,
  answers: { 200: { description: 'Changes, newest first', schema: History } },
  cacheControl: 'public, max-age=0, must-revalidate',
  handler: async ({ db, params, query }) =>
    ok(await getHistory(db, params.id, { limit: query.limit ?? 20, before: query.before })),
});

const Saved = Type.Object({ id: Id, version: Type.Integer(), outcome: Type.String() }, { $id: 'Saved' });

const add = route({
  method: 'post',
  path: '/api/v1/venues',
  access: mayAddSomewhere,
  summary: 'Add a venue',
  description: 'For the organisation that `organisationId` names, of which you are a member or hold a key.',
  body: NewVenue,
  answers: { 201: { description: 'Added', schema: Saved } },
  handler: async ({ db, body, visitor }) => {
    const organisationId =
      body.organisationId ?? (visitor.kind === 'key' ? visitor.organisationId : undefined);
    if (!mayAddVenue(visitor, organisationId))
      throw notAllowed(
        'Say with organisationId which organisation holds the venue: one that you are a member of.',
      );
    if (!mayAddWith(visitor, organisationId, body))
      throw notAllowed('Only a steward of the organisation agrees to services, or declines them.');
    const actor = await actorOf(db, visitor, organisationId);
    const { id, version, outcome } = await saveVenue(db, actor, undefined, { ...body, organisationId });
    const headers = { Location: `/api/v1/venues/${id}/record`, ETag: `"${version}"` };
    return ok({ id, version, outcome }, { status: 201, headers });
  },
});

const change = route({
  method: 'patch',
  path: '/api/v1/venues/:id',
  about: aboutVenue,
  access: mayEditVenue,
  summary: 'Change a venue',
  description:
    'The parts you send replace the same parts whole. Send If-Match with the ETag you read: 428 without, 412 when somebody was first.',
  params: WithId,
  body: VenueChange,
  answers: { 200: { description: 'Changed', schema: Saved } },
  handler: async ({ db, params, body, request, visitor, subject }) => {
    const versions = versionsToChange(request);
    if (isForStewards(subject, body) && !mayStewardVenue(visitor, subject))
      throw notAllowed(
        'Only a steward publishes, withdraws, says how exactly the place is shown, or whether it may be proposed for services.',
      );
    if (
      'organisationId' in body &&
      visitor.kind !== 'operator' &&
      body.organisationId !== subject.organisationId
    )
      throw notAllowed('A venue goes to another organisation by being handed over, not by a change.');
    const actor = await actorOf(db, visitor, subject.organisationId);
    const { id, version, outcome } = await saveVenue(db, actor, params.id, body, {
      versions,
      heldBy: subject.organisationId ?? null,
    });
    return ok({ id, version, outcome }, { headers: { ETag: `"${version}"` } });
  },
});

export const venueRoutes: Route[] = [list, one, record, history, add, change];
