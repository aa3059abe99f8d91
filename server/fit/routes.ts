/** POST /fit: will it work for these people? */
import { everyone, ok, type Route, route } from '../http/route.ts';
import { understand } from '../search/understand.ts';
import { getVenues } from '../venues/read.ts';
import { judgeVenue } from './fit.ts';
import { type Candidate, findCandidates } from './repository.ts';
import { FitAnswer, FitQuestion, type VenueFit } from './schema.ts';

const DEFAULT_LIMIT = 20;

const fit = route({
  method: 'post',
  path: '/api/v1/fit',
  access: everyone,
  readOnly: true,
  summary: 'Will it work for these people?',
  description:
    'Judges venues and their spaces against needs: yes, no or ask, each with the fact that decides it, its value and its age. Best first. What nobody has said yields ask, never yes.',
  body: FitQuestion,
  answers: { 200: { description: 'Venues judged, best first', schema: FitAnswer } },
  handler: async ({ db, config, body }) => {
    const { venues: named, limit = DEFAULT_LIMIT, ...asked } = body;
    const { filters } = await understand(db, asked);
    const candidates: Candidate[] = named
      ? named.map((id) => ({ id }))
      : await findCandidates(db, filters, limit);
    const distances = new Map(candidates.map((each) => [each.id, each.distance]));
    const venues = await getVenues(db, [...distances.keys()], { publicUrl: config.publicUrl });
    const items = venues.map((venue): VenueFit => {
      const distance = distances.get(venue.id);
      const { id, name, slug, location } = venue;
      return {
        id,
        name,
        slug,
        location,
        ...(distance !== undefined && { distance }),
        ...judgeVenue(venue, filters),
      };
    });
    const order = ['yes', 'ask', 'no'];
    if (named) items.sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer));
    return ok({ items });
  },
});

export const fitRoutes: Route[] = [fit];
