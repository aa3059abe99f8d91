/** Plans and their answers as they are told: sites by the names and points that everybody is shown today. */
import type { Knex } from 'knex';
import { demandOf } from '../demand/demand-of.ts';
import { mayReadLayer } from '../demand/policy.ts';
import { aboutLayer, getLayer } from '../demand/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict, Problem } from '../problem.ts';
import { stringify } from '../venues/csv.ts';
import type { VenueItem } from '../venues/schema.ts';
import { shownNow } from './candidates.ts';
import { type KeptPlan, readPlan, times } from './repository.ts';
import type { Answer, Bundle, Plan } from './schema.ts';

type Site = Answer['sites'][number];

function siteOf(
  { id, included, areas, weight }: Site,
  { candidates }: KeptPlan,
  now: VenueItem | undefined,
  publicUrl: string,
): Site {
  const { lon, lat, precision } = candidates.find((each) => each.id === id) ?? {};
  return {
    id,
    ...(now && {
      name: now.name,
      url: `${publicUrl}/venues/${now.slug}-${id}`,
      api: `${publicUrl}/api/v1/venues/${id}`,
      lon,
      lat,
      precision,
    }),
    included,
    areas,
    weight,
  };
}

async function toPlan(db: Knex, kept: KeptPlan, publicUrl: string): Promise<Plan> {
  const { id, organisationId, name, status, asked, candidates, progress, answer, fault } = kept;
  const chosen = new Set(answer?.sites.map((site) => site.id));
  const now =
    answer &&
    (await shownNow(
      db,
      candidates.filter((each) => chosen.has(each.id)),
    ));
  const { candidates: search, ...rest } = asked;
  return {
    id,
    organisationId,
    name,
    status,
    ...times(kept),
    ...rest,
    candidates: { asked: search, count: candidates.length },
    consent: 'not_asked',
    ...(progress && { progress }),
    ...(answer && {
      answer: {
        ...answer,
        sites: answer.sites.map((site) => siteOf(site, kept, now?.get(site.id), publicUrl)),
      },
    }),
    ...(fault !== null && { fault }),
  };
}

/** Throws Problem 404. */
export const getPlan = async (db: Knex, id: number, publicUrl: string): Promise<Plan> =>
  toPlan(db, await readPlan(db, id), publicUrl);

/** Throws Problem 404, and 409 when it has no answer. */
async function answered(db: Knex, id: number, publicUrl: string): Promise<Plan & { answer: Answer }> {
  const { answer, ...plan } = await getPlan(db, id, publicUrl);
  if (!answer) throw conflict(`This plan has no answer: it is ${plan.status}.`);
  return { ...plan, answer };
}

/** The chosen sites as RFC 7946 has them; one that is no longer shown as it was has no geometry. */
export async function planGeoJson(db: Knex, id: number, publicUrl: string): Promise<object> {
  const { answer, name, travel, consent } = await answered(db, id, publicUrl);
  const { sites, ...told } = answer;
  return {
    type: 'FeatureCollection',
    features: sites.map(({ lon, lat, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry: lon === undefined || lat === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
      properties,
    })),
    plan: { id, name, travel, consent, ...told },
  };
}

const columns = ['id', 'name', 'url', 'lon', 'lat', 'precision', 'included', 'areas', 'weight'] as const;

/** The chosen sites, a row each. */
export async function planCsv(db: Knex, id: number, publicUrl: string): Promise<string> {
  const { answer, consent } = await answered(db, id, publicUrl);
  return stringify([
    [...columns, 'consent'],
    ...answer.sites.map((site) => [
      ...columns.map((name) => {
        const value = site[name];
        return typeof value === 'boolean' ? String(value) : value;
      }),
      consent,
    ]),
  ]);
}

/** False too when the layer went with its organisation. */
async function mayReadStill(db: Knex, visitor: Visitor, id: number): Promise<boolean> {
  try {
    return mayReadLayer(visitor, await aboutLayer({ db, params: { id } }));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return false;
    throw error;
  }
}

/**
 * Everything by which somebody else can come to the same answer. Places of venues that show less of themselves since,
 * and areas of a layer that the visitor may no longer read, are left out, and `complete` says so.
 */
export async function planBundle(
  db: Knex,
  id: number,
  { visitor, publicUrl }: { visitor: Visitor; publicUrl: string },
): Promise<Bundle> {
  const kept = await readPlan(db, id);
  const { layer: layerId, version, weight } = kept.asked.demand;
  const now = await shownNow(db, kept.candidates);
  const mayRead = await mayReadStill(db, visitor, layerId);
  const demand = mayRead ? await demandOf(db, layerId, version, weight) : undefined;
  const layer = mayRead ? (await getLayer(db, layerId)).layer : undefined;
  return {
    format: 'moothall-plan/1',
    complete: mayRead && kept.candidates.every((each) => now.has(each.id)),
    plan: await toPlan(db, kept, publicUrl),
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
