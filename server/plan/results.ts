/** Plans and their answers as they are told: sites by the names and points that everybody is shown today. */
import type { Knex } from 'knex';
import { demandOf } from '../demand/demand-of.ts';
import { getLayer } from '../demand/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict } from '../problem.ts';
import { stringify } from '../venues/csv.ts';
import type { Services, VenueItem } from '../venues/schema.ts';
import { askFirst, servicesOf } from '../venues/services.ts';
import { shownNow } from './candidates.ts';
import { mayReadStill, namedIn, tellFindings } from './findings-told.ts';
import { type KeptPlan, readPlan, times } from './repository.ts';
import type { Answer, Bundle, Candidate, KeptAnswer, Plan } from './schema.ts';

type Site = Answer['sites'][number];

/** Who looks, and where this service is. */
export interface Telling {
  visitor: Visitor;
  publicUrl: string;
}

function siteOf(
  { id, included, areas, weight, sessions }: KeptAnswer['sites'][number],
  candidate: Candidate | undefined,
  { now, today, publicUrl }: { now: VenueItem | undefined; today: Services; publicUrl: string },
): Site {
  const { lon, lat, precision, capacity, consent, sessionsPerWeek } = candidate ?? {};
  return {
    id,
    ...(now && {
      name: now.name,
      url: `${publicUrl}/venues/${now.slug}-${id}`,
      api: `${publicUrl}/api/v1/venues/${id}`,
      lon,
      lat,
      precision,
      ...(capacity !== undefined && { capacity }),
    }),
    included,
    areas,
    weight,
    ...(sessions !== undefined && { sessions }),
    ...(now && {
      ...(consent && { consent }),
      ...(sessionsPerWeek !== undefined && { sessionsPerWeek }),
      today,
    }),
  };
}

async function toPlan(db: Knex, kept: KeptPlan, { visitor, publicUrl }: Telling): Promise<Plan> {
  const { id, organisationId, name, status, asked, candidates, progress, answer, fault } = kept;
  const { candidates: search, ...rest } = asked;
  return {
    id,
    organisationId,
    name,
    status,
    ...times(kept),
    ...rest,
    candidates: {
      asked: search,
      count: candidates.length,
      agreed: candidates.filter(({ consent }) => consent === 'agreed').length,
    },
    ...(progress && { progress }),
    ...(answer && { answer: await toAnswer(db, kept, answer, { visitor, publicUrl }) }),
    ...(fault !== null && { fault }),
  };
}

async function toAnswer(
  db: Knex,
  kept: KeptPlan,
  { sites, findings, ...told }: KeptAnswer,
  { visitor, publicUrl }: Telling,
): Promise<Answer> {
  const named = new Set([...sites.map(({ id }) => id), ...(findings ? namedIn(findings) : [])]);
  const candidates = new Map(kept.candidates.map((each) => [each.id, each]));
  // How exactly others were shown is not kept: so they are named where nothing is kept back of them now.
  const shown = await shownNow(
    db,
    [...named].map((id) => candidates.get(id) ?? { id, precision: 'exact' }),
  );
  const services = await servicesOf(
    db,
    sites.map(({ id }) => id),
  );
  return {
    ...told,
    sites: sites.map((site) =>
      siteOf(site, candidates.get(site.id), {
        now: shown.get(site.id),
        today: services.get(site.id) ?? askFirst,
        publicUrl,
      }),
    ),
    ...(findings && {
      findings: await tellFindings(db, findings, { ...kept.asked.demand, visitor, shown }),
    }),
  };
}

/** Throws Problem 404. */
export const getPlan = async (db: Knex, id: number, telling: Telling): Promise<Plan> =>
  toPlan(db, await readPlan(db, id), telling);

/** Throws Problem 404, and 409 when it has no answer. */
async function answered(db: Knex, id: number, telling: Telling): Promise<Plan & { answer: Answer }> {
  const { answer, ...plan } = await getPlan(db, id, telling);
  if (!answer) throw conflict(`This plan has no answer: it is ${plan.status}.`);
  return { ...plan, answer };
}

/** The chosen sites as RFC 7946 has them; one that is no longer shown as it was has no geometry. */
export async function planGeoJson(db: Knex, id: number, telling: Telling): Promise<object> {
  const { answer, name, travel } = await answered(db, id, telling);
  const { sites, ...told } = answer;
  return {
    type: 'FeatureCollection',
    features: sites.map(({ lon, lat, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry: lon === undefined || lat === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
      properties,
    })),
    plan: { id, name, travel, ...told },
  };
}

const columns = ['id', 'name', 'url', 'lon', 'lat', 'precision', 'included', 'areas', 'weight'] as const;

/** The chosen sites, a row each. */
export async function planCsv(db: Knex, id: number, telling: Telling): Promise<string> {
  const { answer } = await answered(db, id, telling);
  return stringify([
    [...columns, 'consent', 'sessions_per_week', 'consent_today', 'sessions_per_week_today'],
    ...answer.sites.map((site) => [
      ...columns.map((name) => {
        const value = site[name];
        return typeof value === 'boolean' ? String(value) : value;
      }),
      site.consent,
      site.sessionsPerWeek,
      site.today?.consent,
      site.today?.sessionsPerWeek,
    ]),
  ]);
}

/**
 * Everything by which somebody else can come to the same answer. Places of venues that show less of themselves since,
 * and areas of a layer that the visitor may no longer read, are left out, and `complete` says so.
 */
export async function planBundle(db: Knex, id: number, { visitor, publicUrl }: Telling): Promise<Bundle> {
  const kept = await readPlan(db, id);
  const { layer: layerId, version, weight } = kept.asked.demand;
  const now = await shownNow(db, kept.candidates);
  const mayRead = await mayReadStill(db, visitor, layerId);
  const demand = mayRead ? await demandOf(db, layerId, version, weight) : undefined;
  const layer = mayRead ? (await getLayer(db, layerId)).layer : undefined;
  return {
    format: 'moothall-plan/1',
    complete: mayRead && kept.candidates.every((each) => now.has(each.id)),
    plan: await toPlan(db, kept, { visitor, publicUrl }),
    layer: {
      id: layerId,
      version,
      ...(layer && { name: layer.name, licence: layer.licence, source: layer.source }),
    },
    places: (demand?.ids ?? []).map((area, i) => {
      const [lon = 0, lat = 0] = demand?.points[i] ?? [];
      return { id: area, lon, lat, weight: demand?.weights[i] ?? 0 };
    }),
    candidates: kept.candidates.map((each) =>
      now.has(each.id) ? each : { id: each.id, included: each.included },
    ),
  };
}
