/** What the answer of a plan means, from the travel that it was chosen by. */
import type { Chosen } from './choose.ts';
import { besideReach } from './findings/beside-reach.ts';
import { find } from './findings/find.ts';
import { groupOf } from './groups.ts';
import { longest } from './questions/p-median.ts';
import type { Reach } from './reach.ts';
import { type Measuring, pointsOf, reached } from './reached.ts';
import type { Work } from './work.ts';

/** What stands beside the candidates is measured only where none of them is in reach. */
export async function findingsOf(
  work: Work,
  { reach, measuring, choice }: { reach: Reach; measuring: Measuring; choice: Chosen },
): Promise<ReturnType<typeof find>> {
  const { question, travel, weights, beside, capacity, caps, columns, fixed } = work;
  const limit = question.within ?? Number.POSITIVE_INFINITY;
  const points = pointsOf(work.places);
  const far = [...weights.keys()].filter(
    (i) => (weights[i] ?? 0) > 0 && !reach.places[i]?.some(([, length]) => length <= limit),
  );
  const others = pointsOf(beside.points);
  const near = await besideReach(far, beside, (some) =>
    reached(
      some.flatMap((i) => points[i] ?? []),
      others,
      measuring,
      question.within,
    ),
  );
  const { perSession, sessions = 1 } = question.capacity ?? {};
  const groups = Object.fromEntries(
    (question.shares ?? []).map(({ group }) => [group, groupOf(group, columns)]),
  );
  return find({
    ...work,
    kind: question.kind,
    groups,
    reach,
    limit,
    beyond: travel.most ?? longest({ reach }),
    open: choice.open,
    // Nothing is chosen where everything is there.
    fixed: question.kind === 'coverage' ? choice.open : fixed,
    supply: capacity.map((people, site) => {
      const cap = caps[site] ?? Number.NaN;
      return (perSession ?? people) * (Number.isNaN(cap) ? sessions : cap);
    }),
    ...(choice.served && { room: roomBy(choice.served, weights) }),
    beside: { ...beside, reach: near },
  });
}

/** By place: the share of its weight that has room at a chosen site. */
function roomBy(served: NonNullable<Chosen['served']>, weights: Float64Array): Float64Array {
  const share = new Float64Array(weights.length);
  for (const { place, people } of served)
    share[place] = Math.min(1, (share[place] ?? 0) + people / (weights[place] ?? 1));
  return share;
}
