/** Which of the composed groups agree to regular services, made up as the groups are: one in four, most with a limit. */
import type { VenueSketch } from './sketch.ts';

const caps = [2, 3, undefined, 5, 1, 2, 4] as const;

export const withServices = (sketches: readonly VenueSketch[]): VenueSketch[] =>
  sketches.map((sketch, index) => {
    if (index % 4 !== 1) return sketch;
    const sessionsPerWeek = caps[(index >> 2) % caps.length];
    return {
      ...sketch,
      services: { consent: 'agreed', ...(sessionsPerWeek !== undefined && { sessionsPerWeek }) },
    };
  });
