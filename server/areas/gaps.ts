/** What an area lacks, as far as anybody knows: what a commissioner would ask about, or a group could write down. */
import type { AreaNumbers, Gap, NeedCount } from './schema.ts';

/** Needs that leave somebody out when no place meets them, most telling first. */
const telling = [
  'step_free_entrance',
  'accessible_toilet',
  'hearing_loop',
  'changing_places',
  'quiet_space',
  'blue_badge_bays',
  'baby_change',
  'private_room',
  'eating_together',
  'halal_kitchen',
] as const;

const most = 8;

export function gapsOf({ venues, sizes, needs }: AreaNumbers): Gap[] {
  if (venues === 0) return [];
  return [...sizeGaps(sizes), ...needGaps(needs, venues)].slice(0, most);
}

/** The smallest meeting that finds no room says it for all larger ones. */
function sizeGaps(sizes: AreaNumbers['sizes']): Gap[] {
  const none = sizes.find((size) => size.venues === 0);
  const steps = sizes.find((size) => size.stepFree === 0 && size.venues > 0);
  return [
    ...(steps ? [{ kind: 'stepFree' as const, people: steps.people }] : []),
    ...(none ? [{ kind: 'size' as const, people: none.people }] : []),
  ];
}

function needGaps(needs: readonly NeedCount[], venues: number): Gap[] {
  const gaps = telling.flatMap((key): Gap[] => {
    const count = needs.find((need) => need.key === key);
    if (!count) return [];
    const { group, unknown } = count;
    if (count.yes === 0) return [{ kind: 'none', need: key, group, unknown, venues }];
    return 2 * unknown >= venues ? [{ kind: 'unrecorded', need: key, group, unknown, venues }] : [];
  });
  const unknown = (gap: Gap) => ('unknown' in gap ? gap.unknown : 0);
  // What is surely missing comes before what may only be unrecorded; and of that, what is known least.
  return [
    ...gaps.filter(({ kind }) => kind === 'none').sort((a, b) => unknown(a) - unknown(b)),
    ...gaps.filter(({ kind }) => kind === 'unrecorded').sort((a, b) => unknown(b) - unknown(a)),
  ];
}
