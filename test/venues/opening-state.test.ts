/** Whether a place is open at an instant, and what is said about its week. */
import assert from 'node:assert/strict';
import { describeWeek, todayText } from '../../client/logic/hours.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { clockTextAt, stateAt } from '../../server/venues/opening-hours.ts';
import type { Hours, OpeningHours } from '../../server/venues/schema.ts';
import { hoursOf, onMachinesEverywhere, period, workdays } from './opening-hours-support.ts';

const english = languageOf('en');

onMachinesEverywhere(() => {
  describe('stateAt', () => {
    const office = hoursOf({
      weekly: workdays,
      exceptions: [
        { from: '2026-12-24', until: '2027-01-03', closed: true },
        { from: '2026-12-29', opens: '10:00', closes: '11:00' },
      ],
    });
    const states: [string, Hours, string, boolean, string | undefined, string][] = [
      ['in summer time', office, '2026-07-01T08:00Z', true, '2026-07-01T17:00', 'Open now, until 5pm'],
      ['before opening', office, '2026-07-01T07:59Z', false, '2026-07-01T09:00', 'Closed now, opens at 9am'],
      ['in winter', office, '2026-12-01T08:30Z', false, '2026-12-01T09:00', 'Closed now, opens at 9am'],
      [
        'in the evening',
        office,
        '2026-07-01T16:00Z',
        false,
        '2026-07-02T09:00',
        'Closed now, opens tomorrow at 9am',
      ],
      [
        'at the weekend',
        office,
        '2026-07-04T12:00Z',
        false,
        '2026-07-06T09:00',
        'Closed now, opens Monday at 9am',
      ],
      [
        'over the change to summer',
        office,
        '2026-03-28T23:30Z',
        false,
        '2026-03-30T09:00',
        'Closed now, opens Monday at 9am',
      ],
      [
        'closed for a holiday',
        office,
        '2026-12-24T10:00Z',
        false,
        '2026-12-29T10:00',
        'Closed now, opens Tuesday at 10am',
      ],
      [
        'a day within the holiday',
        office,
        '2026-12-29T10:30Z',
        true,
        '2026-12-29T11:00',
        'Open now, until 11am',
      ],
      [
        'the rest of the holiday',
        office,
        '2026-12-29T11:00Z',
        false,
        '2027-01-04T09:00',
        'Closed now, opens Monday at 9am',
      ],
      ['always', hoursOf({ osm: '24/7' }), '2026-07-01T08:00Z', true, undefined, 'Open all the time'],
      ['never', hoursOf({ osm: 'off' }), '2026-07-01T08:00Z', false, undefined, 'Closed'],
      ['not stated', hoursOf({ osm: '"ask"' }), '2026-07-01T08:00Z', false, undefined, 'No fixed hours'],
      [
        'after midnight',
        hoursOf({ osm: 'Fr 22:00-26:00' }),
        '2026-07-04T00:30Z',
        true,
        '2026-07-04T02:00',
        'Open now, until 2am',
      ],
      [
        'before midnight',
        hoursOf({ osm: 'Su 22:00-26:00' }),
        '2026-07-05T22:30Z',
        true,
        '2026-07-06T02:00',
        'Open now, until tomorrow at 2am',
      ],
      [
        'till midnight',
        hoursOf({ osm: 'Su 18:00-24:00' }),
        '2026-07-05T20:30Z',
        true,
        '2026-07-06T00:00',
        'Open now, until midnight',
      ],
      [
        'on a public holiday',
        hoursOf({ osm: 'Mo-Fr 09:00-17:00; PH off' }),
        '2026-12-25T10:00Z',
        false,
        '2026-12-29T09:00',
        'Closed now, opens Tuesday at 9am',
      ],
      [
        'on Easter Monday',
        hoursOf({ osm: 'Mo-Fr 09:00-17:00; PH off' }),
        '2026-04-06T10:00Z',
        false,
        '2026-04-07T09:00',
        'Closed now, opens tomorrow at 9am',
      ],
      [
        'in season',
        hoursOf({ osm: 'Apr-Sep Mo 09:00-18:00; Oct-Mar Mo 09:00-16:00' }),
        '2026-07-06T16:30Z',
        true,
        '2026-07-06T18:00',
        'Open now, until 6pm',
      ],
      [
        'far ahead',
        hoursOf({ osm: 'Mar Mo 09:00-18:00' }),
        '2026-07-06T16:30Z',
        false,
        '2027-03-01T09:00',
        'Closed now, opens 1 March at 9am',
      ],
      [
        'elsewhere',
        hoursOf({ osm: 'Mo-Fr 09:00-17:00', timezone: 'Asia/Kolkata' }),
        '2026-07-01T04:00Z',
        true,
        '2026-07-01T17:00',
        'Open now, until 5pm',
      ],
      [
        'where a day was skipped',
        hoursOf({ osm: 'Sa 09:00-17:00; PH off', timezone: 'Pacific/Apia' }),
        '2026-07-03T20:00Z',
        true,
        '2026-07-04T17:00',
        'Open now, until 5pm',
      ],
    ];
    for (const [name, hours, instant, open, changes, text] of states)
      it(name, () => {
        const at = new Date(instant);
        assert.deepEqual(stateAt(hours, at), changes === undefined ? { open } : { open, changes });
        const now = clockTextAt(at, hours.timezone);
        assert.equal(todayText(english, hours, { ...stateAt(hours, at), now }), text);
      });
  });

  it('describes the week in plain English', () => {
    const texts = (input: OpeningHours) => describeWeek(english, hoursOf(input)).map(({ text }) => text);
    const week = describeWeek(
      english,
      hoursOf({
        weekly: [
          period(1, '09:00', '17:00'),
          period(1, '18:00', '22:00'),
          period(2, '09:30', '12:00'),
          period(3, '22:00', '26:00'),
          period(4, '12:00', '24:00'),
          period(5, '00:00', '24:00'),
          period(6, '00:30', '12:05'),
        ],
      }),
    );
    assert.deepEqual(week[0], { weekday: 1, label: 'Monday', text: '9am to 5pm, 6pm to 10pm' });
    assert.deepEqual(
      week.slice(1).map(({ text }) => text),
      [
        '9:30am to midday',
        '10pm to 2am',
        'midday to midnight',
        'Open all day',
        '12:30am to 12:05pm',
        'Closed',
      ],
    );
    assert.deepEqual(new Set(texts({ osm: '"by appointment"' })), new Set(['No fixed hours']));
    assert.deepEqual(new Set(texts({ weekly: [] })), new Set(['Closed']));
    assert.equal(texts({ weekly: workdays, note: 'Weekends by arrangement' })[6], 'See note');
  });
});
