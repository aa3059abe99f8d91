import assert from 'node:assert/strict';
import { type ClusterFeature, venuesUrl } from '../../client/api.ts';
import { boxOf, intersect, parseBox, searchHere } from '../../client/logic/boxes.ts';
import { askedFor, chipsOf } from '../../client/logic/chips.ts';
import { areaChoices, sortChoices, timeChoices } from '../../client/logic/choices.ts';
import { askWords, seenWords } from '../../client/logic/evidence.ts';
import { readQuery } from '../../client/logic/query.ts';
import { waysOut } from '../../client/logic/relax.ts';
import { roomsInShort, roomsThatFit, tellingAccess } from '../../client/logic/rooms.ts';
import { spotsOf } from '../../client/logic/spots.ts';
import { walkMinutes } from '../../client/logic/walk.ts';
import { languageOf } from '../../server/pages/languages.ts';
import type { Relaxed, Understood, VenueItem } from '../../server/venues/schema.ts';
import { item } from './examples.ts';

const english = languageOf('en');
const welsh = languageOf('cy');

const read = {
  text: 'for 40',
  parameter: 'people',
  value: '40',
  label: '40 people',
  without: 'room near SW17',
};

describe('chips of what was asked', () => {
  const labels = (search: string) => chipsOf(english, readQuery(search)).map((chip) => chip.label);

  it('names every filter as a person would', () => {
    assert.deepEqual(labels('people=40&layout=theatre&kind=library&access=hearing_loop&openAt=tue-19:00'), [
      '40 people',
      'Theatre layout',
      'Library',
      'Hearing loop',
      'Open Tuesday at 7pm',
    ]);
  });

  it('shows values that are not in the vocabulary as they are, so that they can be removed', () => {
    assert.deepEqual(labels('kind=castle&access=wings&people=lots'), ['castle', 'wings', 'People: lots']);
  });

  it('speaks the language of the page, and stays in it', () => {
    const [people, near] = chipsOf(welsh, readQuery('people=3&near=-0.1,51&radius=2000'));
    assert.deepEqual([people?.label, people?.remove], ['O fewn 2 km i’ch pwynt', '/cy?people=3']);
    assert.deepEqual([near?.label, near?.remove], ['3 pherson', '/cy?near=-0.1,51&radius=2000']);
  });

  it('takes exactly itself away, and the page number with it', () => {
    const query = readQuery('q=hall&access=lift&access=bsl&cursor=x&view=map');
    const lift = chipsOf(english, query).find((chip) => chip.label === 'Lift');
    assert.equal(lift?.remove, '/?q=hall&access=bsl&view=map');
  });

  it('shows what was read from the sentence, and removes those words only', () => {
    const [chip] = chipsOf(english, readQuery('q=room for 40 near SW17'), [read]);
    assert.deepEqual([chip?.label, chip?.read, chip?.remove], ['40 people', 'for 40', '/?q=room+near+SW17']);
  });

  it('takes the radius and the order by distance away with the point', () => {
    const [chip] = chipsOf(english, readQuery('near=-0.1,51&radius=2000&sort=distance'));
    assert.deepEqual([chip?.label, chip?.remove], ['Within 2 km of your point', '/']);
  });

  it('knows what was asked from fields and from the sentence, and what a profile stands for', () => {
    const layout = { ...read, parameter: 'layout', value: 'theatre' };
    const loop = { ...read, parameter: 'access', value: 'hearing_loop' };
    assert.deepEqual(askedFor(readQuery('profile=hard_of_hearing&amenity=kitchen'), [read, layout, loop]), {
      people: read.value,
      layout: 'theatre',
      facts: ['hearing_loop', 'good_lighting', 'kitchen'],
    });
    assert.equal(askedFor({ layout: ['banquet'] }, [layout]).layout, 'banquet');
  });

  it('names a place that was read, in the language of the page, and takes what was measured from it away with it', () => {
    const near = {
      ...read,
      parameter: 'near',
      value: '0,51',
      label: 'Near Tooting',
      place: 'Tooting',
      without: 'hall',
    };
    const query = readQuery('q=hall near Tooting&radius=500&sort=distance');
    assert.equal(chipsOf(english, query, [near])[0]?.label, 'Near Tooting');
    const [chip] = chipsOf(welsh, query, [near]);
    assert.deepEqual([chip?.label, chip?.remove], ['Lle: ger Tooting', '/cy?q=hall']);
  });
});

describe('what to let go of when nothing is found', () => {
  const ways = (search: string, relaxed: Relaxed[], understood: Understood[] = []) => {
    const query = readQuery(search);
    return waysOut(english, query, chipsOf(english, query, understood), relaxed).map(
      ({ part, href, gives }) => `${part} ${href} ${gives}`,
    );
  };

  it('leads to each way that finds something, and says how many', () => {
    assert.deepEqual(
      ways('people=900&access=lift&kind=church,library', [
        { parameter: 'people', value: '900', venues: 12 },
        { parameter: 'kind', venues: 1 },
        { parameter: 'access', value: 'lift', venues: 0 },
      ]),
      [
        '“900 people” /?kind=church&kind=library&access=lift 12 venues',
        '“Church” and “Library” /?people=900&access=lift 1 venue',
      ],
    );
  });

  it('keeps what was read from the words when the other words go, and says so', () => {
    const [way] = ways('q=palace for 40 near SW17', [{ parameter: 'q', venues: 1000, more: true }], [read]);
    assert.equal(way, 'the other words /?q=for+40 more than 1,000 venues');
  });
});

describe('rooms on a card', () => {
  it('names the largest room that fits with what it holds in the asked layout, and counts the others', () => {
    const fits = (ids: number[], layout: string) => roomsThatFit(english, item({ fits: ids }), { layout });
    assert.equal(fits([1, 2], 'theatre'), 'Main hall (120) and 1 more room');
    assert.equal(fits([1], 'banquet'), 'Main hall (80)');
    assert.equal(fits([2], 'banquet'), 'Side room', 'never the number of another layout');
    assert.equal(roomsThatFit(english, item()), undefined);
  });

  it('names the one with the least room to spare where it was asked how many come', () => {
    const spaces: VenueItem['spaces'] = [
      { id: 1, name: 'Main hall', capacities: { theatre: 260 } },
      { id: 2, name: 'Snug', capacities: { boardroom: 10 } },
    ];
    const named = roomsThatFit(english, item({ spaces, fits: [1, 2] }), { people: '8' });
    assert.equal(named, 'Snug (10) and 1 more room');
  });

  it('says when nothing is known', () => {
    assert.match(roomsInShort(english, item({ capacity: undefined })), /not known yet/);
    assert.equal(roomsInShort(english, item({ capacity: undefined, spaces: [] })), 'No rooms listed yet');
  });

  it('puts what was asked first', () => {
    const { shown, more } = tellingAccess(item({ access: ['lift', 'bsl', 'hearing_loop'] }), ['bsl']);
    assert.deepEqual([shown, more], [['bsl', 'hearing_loop', 'lift'], 0]);
  });

  it('shows a fourth fact, and says of more than one how many there are', () => {
    const four = ['lift', 'bsl', 'hearing_loop', 'ramp'];
    assert.deepEqual(tellingAccess(item({ access: four }), []).more, 0);
    assert.equal(tellingAccess(item({ access: four }), []).shown.length, 4);
    assert.equal(tellingAccess(item({ access: [...four, 'grab_rails'] }), []).more, 2);
  });
});

describe('what a card says of needs and ways', () => {
  it('says who knows a need and since when', () => {
    const seen = { lift: { on: '2026-08-20', method: 'told' as const } };
    assert.equal(seenWords(english, item({ seen }), 'lift', '2026-11-23'), 'we were told 3 months ago');
    assert.equal(seenWords(english, item({ seen }), 'bsl', '2026-11-23'), undefined);
  });

  it('names what to ask as a list within a sentence', () => {
    assert.equal(
      askWords(english, ['hearing_loop', 'people', 'openAt'], { layout: 'theatre' }),
      'hearing loop, how many people it holds in theatre layout and if it is open then',
    );
    assert.equal(askWords(english, ['people']), 'how many people it holds');
    assert.equal(
      askWords(english, ['people'], { capacity: 70 }),
      'how many people another room holds',
      'of one it is known',
    );
  });

  it('leaves names their capitals within a sentence', () => {
    assert.equal(
      askWords(english, ['changing_places', 'wifi', 'blue_badge_bays', 'lift']),
      'Changing Places toilet, Wi-Fi, Blue Badge bay and lift',
    );
  });

  it('walks a third further than the straight line, and no further than people walk', () => {
    assert.deepEqual([10, 350, 1000].map(walkMinutes), [1, 6, 17]);
    assert.equal(walkMinutes(5000), undefined);
  });
});

describe('boxes and spots of the map', () => {
  it('reads boxes and refuses what is none', () => {
    assert.deepEqual(parseBox('-1,51,0,52'), [-1, 51, 0, 52]);
    assert.equal(parseBox('-1,51,x,52'), undefined);
    assert.equal(parseBox(undefined), undefined);
  });

  it('crosses boxes', () => {
    assert.deepEqual(intersect([0, 0, 2, 2], [1, 1, 3, 3]), [1, 1, 2, 2]);
    assert.equal(intersect([0, 0, 1, 1], [2, 2, 3, 3]), undefined);
  });

  it('frames what has a place, and leaves hidden places out', () => {
    const hidden = item({ location: { precision: 'hidden' } });
    assert.deepEqual(boxOf([item(), hidden]), [-0.168, 51.428, -0.168, 51.428]);
    assert.equal(boxOf([hidden]), undefined);
  });

  it('frames all of a place that is only about there', () => {
    const about = item({ location: { lon: 0, lat: 60, precision: 'approximate' } });
    const [west, south, east, north] = boxOf([about]) ?? [];
    assert.ok(Math.abs((north ?? 0) - 60 - 500 / 111_195) < 1e-9 && (south ?? 60) < 60);
    assert.ok(
      Math.abs((east ?? 0) - 1000 / 111_195) < 1e-6 && (west ?? 0) < 0,
      'degrees are shorter up there',
    );
  });

  it('searches the shown area instead of any other place', () => {
    const asked = readQuery('q=hall near SW17&near=0,51&radius=5&sort=distance&access=lift&cursor=x');
    const near = { ...read, parameter: 'near', without: 'hall' };
    assert.deepEqual(searchHere(asked, [-1, 51, 0, 52], [near]), {
      q: ['hall'],
      access: ['lift'],
      bbox: ['-1,51,0,52'],
    });
  });

  it('gathers venues of one point into one spot, and reads from north to south', () => {
    const feature = (id: number | undefined, lat: number, count = 1): ClusterFeature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [0, lat] },
      properties: { count, ...(id && { id, name: `Hall ${id}`, slug: `hall-${id}`, precision: 'exact' }) },
    });
    const spots = spotsOf([feature(1, 51), feature(2, 51), feature(undefined, 52, 40)]);
    assert.deepEqual(
      spots.map((spot) => [spot.count, spot.venues.map((venue) => venue.id)]),
      [
        [40, []],
        [2, [1, 2]],
      ],
    );
  });
});

describe('choices of the form', () => {
  it('offers an order only when it means something, but never loses the one that is asked', () => {
    const values = (search: string, hasPlace: boolean) =>
      sortChoices(english, readQuery(search), hasPlace).map((choice) => choice.value);
    assert.deepEqual(values('', false), ['', 'capacity']);
    assert.deepEqual(values('q=hall', true), ['', 'distance', 'capacity', 'updated']);
    assert.ok(values('sort=distance', false).includes('distance'));
    assert.ok(values('sort=updated', false).includes('updated'));
  });

  it('offers the area that is asked, even one without a name here', () => {
    const areas = [{ id: 'w1', name: 'Balham', kind: 'ward' }];
    assert.deepEqual(
      areaChoices(english, areas, 'w1').map(({ value }) => value),
      ['w1'],
    );
    assert.deepEqual(
      areaChoices(english, areas, 'x9').map(({ value }) => value),
      ['w1', 'x9'],
    );
  });

  it('offers the time that is asked, even off the half hour', () => {
    const times = (chosen: string) => timeChoices(english, chosen).map(({ value }) => value);
    assert.ok(times('19:15').includes('19:15'));
    assert.equal(new Set(times('19:00')).size, times('19:00').length);
    assert.ok(!times('').includes(''), 'a time that is not chosen is none');
    assert.deepEqual(timeChoices(english, '').at(8), { value: '10:00', label: '10am' });
  });
});

describe('the addresses that the page asks', () => {
  it('asks the API what the page’s URL says', () => {
    const query = readQuery('q=hall&access=lift&view=map');
    assert.equal(venuesUrl(query), '/api/v1/venues?q=hall&access=lift');
    assert.match(venuesUrl(query, 'csv'), /format=csv/);
    assert.equal(venuesUrl({}), '/api/v1/venues');
  });
});
