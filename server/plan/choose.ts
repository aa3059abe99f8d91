/** Which question function answers a question, and how what it says besides is read. */
import { groupOf } from './groups.ts';
import { capacitatedMclp, capacitatedPMedian } from './questions/capacitated.ts';
import { coverage } from './questions/coverage.ts';
import { lscp } from './questions/lscp.ts';
import { mclp } from './questions/mclp.ts';
import { mclpWithShares } from './questions/mclp-shares.ts';
import { pCentre } from './questions/p-centre.ts';
import { longest, pMedian } from './questions/p-median.ts';
import type { Choice, Reach } from './reach.ts';
import type { Reason } from './reasons.ts';
import type { Question } from './schema.ts';
import type { SolveSettings } from './solve/solve.ts';
import type { Work } from './work.ts';

/** With what some questions say besides: sessions by open site, who has room where, and shares of groups. */
export interface Chosen extends Choice {
  sessions?: number[];
  served?: { place: number; site: number; people: number }[];
  shares?: Record<string, number>;
}

/** Who finds no room travels so many times the longest way: a little, so that whoever finds room goes there. */
const FARTHER = 1.001;

const plain: Record<Question['kind'], string> = {
  coverage: 'cumulative opportunities (Wachs and Kumagai 1973)',
  mclp: 'maximal covering location problem (Church and ReVelle 1974)',
  lscp: 'location set covering problem (Toregas et al. 1971)',
  p_median: 'p-median problem (Hakimi 1964; ReVelle and Swain 1970)',
  p_centre: 'p-centre problem (Hakimi 1964; Minieka 1970)',
};

/** The formulation, with its source. */
export function modelOf({ kind, capacity, shares }: Question): string {
  if (capacity)
    return kind === 'p_median'
      ? 'capacitated p-median problem (Mulvey and Beck 1984), demand split, capacity by the session'
      : 'capacitated maximal covering location problem (Current and Storbeck 1988), demand split, capacity by the session';
  return shares
    ? 'maximal covering location problem with mandatory shares (after Church and ReVelle 1974)'
    : plain[kind];
}

export function choose(work: Work, reach: Reach, settings: SolveSettings): Promise<Chosen> {
  const { question, fixed, travel } = work;
  const { kind, p = 0, within = Number.POSITIVE_INFINITY, share, shares, capacity } = question;
  const uncounted = { reach, weights: [...work.weights], fixed, within };
  const asked = { ...uncounted, p };
  const beyond = travel.most === undefined ? {} : { beyond: travel.most };
  if (capacity) {
    const full = { ...asked, ...roomOf(work, capacity) };
    return withReason(
      kind === 'p_median'
        ? capacitatedPMedian({ ...full, beyond: travel.most ?? FARTHER * longest({ reach }) }, settings)
        : capacitatedMclp(full, settings),
      [...work.capacity].some(Number.isNaN) && capacity.perSession === undefined
        ? ['capacity-not-known']
        : [],
    );
  }
  switch (kind) {
    case 'coverage':
      return Promise.resolve(allThatAre(asked));
    case 'mclp':
      return shares
        ? mclpWithShares({ ...asked, minimums: minimumsOf(work, shares) }, settings)
        : mclp(asked, settings);
    case 'lscp':
      return lscp({ ...uncounted, ...(share !== undefined && { share }) }, settings);
    case 'p_median':
      return pMedian({ ...asked, ...beyond }, settings);
    case 'p_centre':
      return pCentre(asked, settings);
  }
}

const withReason = async (answer: Promise<Chosen>, more: readonly Reason[]): Promise<Chosen> => {
  const choice = await answer;
  return { ...choice, reasons: [...choice.reasons, ...more] };
};

/** Nothing is chosen: everything is there. `objective` is the weight within reach. */
function allThatAre({ reach, weights, within }: { reach: Reach; weights: number[]; within: number }): Chosen {
  const open = [...Array(reach.sites).keys()];
  const { weighted, reasons } = coverage({ reach, within, people: weights });
  const objective = weighted.reached;
  return { open, objective, bound: objective, gap: 0, status: 'optimal', reasons };
}

/** People in one session by site; its cap is the holder's word, and what was asked where there is none. */
const roomOf = ({ capacity, caps }: Work, asked: NonNullable<Question['capacity']>) => ({
  capacity: [...capacity].map((people) => asked.perSession ?? people),
  cap: [...caps].map((sessions) => (Number.isNaN(sessions) ? asked.sessions : sessions)),
  ...(asked.inAll !== undefined && { sessions: asked.inAll }),
});

const minimumsOf = ({ columns }: Work, shares: NonNullable<Question['shares']>) =>
  shares.map(({ group, share }) => ({ group, share, people: [...groupOf(group, columns)] }));
