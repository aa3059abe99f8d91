/**
 * Composes the everyday venues of the demo: one on each street point, a house of a sort that is likely there,
 * a building, and then as much of it as somebody has got round to telling.
 */
import { type Building, raise } from './building.ts';
import { holders } from './holders.ts';
import * as centres from './houses/centres.ts';
import * as churches from './houses/churches.ts';
import * as faiths from './houses/faiths.ts';
import * as gatherings from './houses/gatherings.ts';
import * as halls from './houses/halls.ts';
import type { House } from './houses/house.ts';
import * as neighbours from './houses/neighbours.ts';
import * as others from './houses/others.ts';
import * as reading from './houses/reading.ts';
import { type Dice, dice } from './random.ts';
import { furnish, type RoomPlan, rowsFor } from './rooms.ts';
import type { Findings, Observation, SpaceSketch, VenueSketch } from './sketch.ts';
import { type Street, streets } from './streets.ts';

const houses: readonly House[] = [
  faiths,
  others,
  centres,
  reading,
  neighbours,
  halls,
  gatherings,
  churches,
].flatMap((sorts) => Object.values(sorts));

type Detail = 'rich' | 'medium' | 'sparse';
/** Share of the facts that is known, of the layouts that is known, and most rooms that are listed. */
const details = {
  rich: { facts: [0.65, 0.95], layouts: 0.9, rooms: 5 },
  medium: { facts: [0.12, 0.34], layouts: 0.45, rooms: 3 },
  sparse: { facts: [0, 0.12], layouts: 0.15, rooms: 2 },
} as const;

/** One house for each street point, the sorts that keep to some neighbourhoods first. */
function settle(throws: Dice): { street: Street; house: House; turn: number }[] {
  const free = throws.shuffle(streets);
  const take = (near?: readonly string[]) => {
    const index = near ? free.findIndex((street) => near.includes(street.locality)) : -1;
    return free.splice(Math.max(0, index), 1);
  };
  const keenFirst = [...houses].sort((a, b) => Number(Boolean(b.near)) - Number(Boolean(a.near)));
  return keenFirst.flatMap((house) =>
    Array.from({ length: house.count }, (_, turn) =>
      take(house.near).map((street) => ({ street, house, turn })),
    ).flat(),
  );
}

const fill = (text: string, { street, locality }: Street) =>
  text.replaceAll('{street}', street).replaceAll('{place}', locality);

function holderOf(house: House, { locality }: Street, throws: Dice): string {
  const keepers = holders.filter(({ keeps }) => keeps?.includes(house.key));
  const nearby = keepers.filter(({ home }) => home?.includes(locality));
  return throws.pick(nearby.length > 0 ? nearby : keepers).slug;
}

const witnesses = {
  told: ['Hall secretary', 'Bookings volunteer', 'Caretaker', 'Warden', 'Trustee'],
  visited: [
    'Access walk volunteer',
    'Visiting health worker',
    'Carers’ forum member',
    'Wheelchair users’ group',
  ],
};
/** Fresh, ageing and old days, as people come by. */
const ages = [
  [2, 150],
  [190, 560],
  [900, 1900],
] as const;

/** The known facts, told on one to three days by people who were asked. */
function witness(known: [string, Findings[string]][], throws: Dice): Observation[] {
  if (known.length === 0) return [];
  const sittings = Math.min(throws.between(1, 3), known.length);
  return Array.from({ length: sittings }, (_, sitting) => {
    const method = throws.draw({ told: 5, visited: 3, imported: 1 });
    const [newest, oldest] = throws.pick(ages);
    return {
      daysAgo: throws.between(newest, oldest),
      method,
      ...(method !== 'imported' && { by: throws.pick(witnesses[method]) }),
      findings: Object.fromEntries(known.filter((_, index) => index % sittings === sitting)),
    };
  });
}

function reach(building: Building, floor: number): Findings {
  const { stepFree, lift } = building;
  if (floor !== 0 && !lift) return { step_free_route: 'no' };
  if (stepFree === 'yes') return { step_free_route: 'yes' };
  return { step_free_route: stepFree === 'no' ? 'no' : ['partial', 'Once you are inside it is level'] };
}

function roomFacts(plan: RoomPlan, rows: number, building: Building, detail: Detail, throws: Dice): Findings {
  const level = reach(building, plan.floor ?? 0);
  const large = ['worship', 'hall'].includes(plan.use);
  const indoors = plan.use !== 'outdoor';
  const chairs = throws.chance(0.5) ? rows : Math.ceil(rows * 0.9);
  const all: Findings = {
    ...level,
    ...(level.step_free_route !== 'no' && { wheelchair_spaces: Math.max(1, Math.round(rows / 25)) }),
    ...(indoors && { chairs, tables: Math.max(1, Math.round(rows / throws.between(5, 9))), heating: 'yes' }),
    ...(large && { stage: throws.chance(building.character.stage) ? 'yes' : 'no' }),
    ...(large && { piano: throws.chance(building.character.piano) ? 'yes' : 'no' }),
    ...(indoors && { blackout: throws.chance(0.4) ? 'yes' : ['partial', 'Curtains, not quite dark'] }),
    ...(rows <= 30 && indoors && { private_room: throws.chance(0.6) ? 'yes' : 'no' }),
  };
  const share = detail === 'rich' ? 0.85 : detail === 'medium' ? 0.35 : 0.04;
  return Object.fromEntries(Object.entries(all).filter(() => throws.chance(share)));
}

/** A room upstairs needs a building that has an upstairs. */
const stands = (building: Building) => (plan: RoomPlan) => (plan.floor ?? 0) < 1 || building.upstairs;

function rooms(house: House, building: Building, detail: Detail, throws: Dice): SpaceSketch[] {
  const drawn = throws.pick(house.rooms);
  const most = details[detail].rooms;
  const listed = drawn
    .filter(stands(building))
    .slice(0, detail === 'sparse' ? throws.between(1, most) : most);
  const plans = listed.length > 0 ? listed : drawn.slice(0, 1).map((plan) => ({ ...plan, floor: 0 }));
  let sizes: number[] = [];
  return plans.map((plan, index) => {
    const [first = 0, second = 0] = sizes.slice(-2);
    const rows = plan.joined ? Math.ceil(((first + second) * 1.05) / 10) * 10 : rowsFor(plan, throws);
    sizes = [...sizes, rows];
    const found = Object.entries(roomFacts(plan, rows, building, detail, throws));
    return {
      ...furnish(plan, rows, details[detail].layouts, throws),
      facts: found.length > 0 ? witness(found, throws).slice(0, 2) : [],
      ...(plan.joined && { joins: plans.slice(index - 2, index).map(({ name }) => name) }),
    };
  });
}

const people = [
  'Marcia',
  'Mr Ahmed',
  'Bożena',
  'Kwame',
  'Sister Agnes',
  'Revd Tolu',
  'Pat',
  'Mrs Sivakumar',
  'Imran',
  'Noreen',
  'Captain Lisle',
  'Yusuf',
  'Grace',
  'Mr Oyelaran',
  'Jean',
  'Seo-yeon',
];

/** Addresses at example.org and numbers from the range kept for drama, 020 7946 0000 to 0999. */
function contacts(slug: string, number: number, detail: Detail, throws: Dice): VenueSketch['contacts'] {
  const phone = `020 7946 0${String(number).padStart(3, '0')}`;
  const website = { kind: 'website' as const, value: `https://${slug}.example.org`, public: true };
  return [
    ...(throws.chance(0.8) ? [{ kind: 'phone' as const, value: phone, name: throws.pick(people) }] : []),
    ...(detail !== 'sparse'
      ? [{ kind: 'email' as const, value: `bookings@${slug}.example.org`, public: throws.chance(0.08) }]
      : []),
    ...(detail === 'rich' || throws.chance(0.2) ? [website] : []),
  ];
}

const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}|’/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const metres = (amount: number, perDegree: number) => amount / perDegree;
const nudge = (value: number, amount: number) => Number((value + amount).toFixed(5));

function compose(
  { street, house, turn }: { street: Street; house: House; turn: number },
  index: number,
): VenueSketch {
  const throws = dice(`${house.key} ${turn}`);
  const building = raise(house.character, throws);
  const detail = throws.draw({ rich: 26, medium: 46, sparse: 28 });
  const told = house.names[turn % house.names.length] ?? house.key;
  const [name, names] = typeof told === 'string' ? [told] : told;
  const { facts: share, layouts } = details[detail];
  const likely = share[0] + throws.roll() * (share[1] - share[0]);
  const known = throws.shuffle(Object.entries(building.findings).filter(() => throws.chance(likely)));
  const sentences = house.about.map((part) => fill(throws.pick(part), street));
  /** A venue whose name says its street has nothing to blur. */
  const telling = name.includes('{street}');
  const { ward: _, ...at } = street;
  return {
    holder: holderOf(house, street, throws),
    name: fill(name, street),
    ...(names && { names }),
    kind: house.kind,
    about:
      detail === 'sparse'
        ? throws.chance(0.5)
          ? sentences[0]
          : ''
        : sentences.slice(0, detail === 'rich' ? 3 : 2).join(' '),
    ...(!telling && throws.chance(0.1) && { precision: 'approximate' as const }),
    at: {
      ...at,
      lon: nudge(at.lon, metres(throws.between(-18, 18), 69_400)),
      lat: nudge(at.lat, metres(throws.between(-18, 18), 111_200)),
    },
    contacts: contacts(slugOf(fill(name, street)), index, detail, throws),
    ...(throws.chance(layouts + 0.1) && { tenure: throws.pick(house.tenure) }),
    ...(throws.chance(layouts + 0.25) && { hours: throws.pick(house.hours) }),
    facts: witness(known, throws),
    spaces: rooms(house, building, detail, throws),
  };
}

/** A few listings are still being written, and a few were taken back. */
const unsettled: Record<number, VenueSketch['status']> = {
  31: 'draft',
  158: 'draft',
  64: 'withdrawn',
  222: 'withdrawn',
};

export function composed(): VenueSketch[] {
  return settle(dice('Moothall')).map((plot, index) => {
    const status = unsettled[index];
    return { ...compose(plot, index), ...(status && { status }) };
  });
}
