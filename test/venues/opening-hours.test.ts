/** Hours in and out: what is taken, what is refused, and the same said as OSM. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseHours, openAt, toOsm, weekMinutes } from '../../server/venues/opening-hours.ts';
import type { OpeningException, OpeningHours, OpeningPeriod } from '../../server/venues/schema.ts';
import {
  everyDay,
  faultOf,
  hoursOf,
  onMachinesEverywhere,
  period,
  workdays,
} from './opening-hours-support.ts';

onMachinesEverywhere((zone) => {
  describe('normaliseHours', () => {
    it('sorts and merges, and says the same as OSM', () =>
      assert.deepEqual(
        hoursOf({
          weekly: [
            period(2, '12:00', '17:00'),
            period(1, '09:00', '12:30'),
            period(2, '09:00', '12:00'),
            period(1, '12:00', '17:00'),
          ],
        }),
        {
          weekly: [period(1, '09:00', '17:00'), period(2, '09:00', '17:00')],
          exceptions: [],
          timezone: 'Europe/London',
          osm: 'Mo-Tu 09:00-17:00',
        },
      ));

    const readings: [string, OpeningPeriod[], string, string | undefined][] = [
      ['Mo-Fr 9.00-17.00', workdays, 'Mo-Fr 09:00-17:00', undefined],
      ['24/7', everyDay('00:00', '24:00'), '24/7', undefined],
      ['Mo-Su 00:00-24:00', everyDay('00:00', '24:00'), '24/7', undefined],
      ['Fr 22:00-02:00', [period(5, '22:00', '26:00')], 'Fr 22:00-26:00', undefined],
      ['Su 22:00-02:00', [period(7, '22:00', '26:00')], 'Su 22:00-26:00', undefined],
      ['off', [], 'off', undefined],
      ['Mo-Fr 09:00-17:00; PH off', workdays, 'Mo-Fr 09:00-17:00; PH off', 'Closed on public holidays.'],
      [
        'Mo-Fr 09:00-17:00; PH,SH off',
        workdays,
        'Mo-Fr 09:00-17:00; PH,SH off',
        'Closed on public holidays. Also: PH,SH off.',
      ],
      ['Mo-Fr,SH 09:00-17:00', workdays, 'Mo-Fr,SH 09:00-17:00', 'Also: Mo-Fr,SH 09:00-17:00.'],
      ['SH 09:00-17:00', [], 'SH 09:00-17:00', 'Also: SH 09:00-17:00.'],
      ['"by appointment"', [], '"by appointment"', 'By appointment.'],
      [
        'Tu 10:00-12:00; "by appointment"',
        [period(2, '10:00', '12:00')],
        'Tu 10:00-12:00; "by appointment"',
        'By appointment.',
      ],
      ['Tu 10:00-12:00 || "ask"', [period(2, '10:00', '12:00')], 'Tu 10:00-12:00 || "ask"', 'Ask.'],
      ['Tu 10:00-12:00 "members"', [], 'Tu 10:00-12:00 "members"', 'Also: Tu 10:00-12:00 "members".'],
      [
        'Tu 10:00-12:00 open "ring"',
        [period(2, '10:00', '12:00')],
        'Tu 10:00-12:00 open "ring"',
        'Also: Tu 10:00-12:00 open "ring".',
      ],
      ['Mo[1] 10:00-12:00', [], 'Mo[1] 10:00-12:00', 'Also: Mo[1] 10:00-12:00.'],
      [
        'Apr-Sep Mo 09:00-18:00; Oct-Mar Mo 09:00-16:00',
        [period(1, '09:00', '16:00')],
        'Apr-Sep Mo 09:00-18:00; Oct-Mar Mo 09:00-16:00',
        'Also: Apr-Sep Mo 09:00-18:00. Also: Oct-Mar Mo 09:00-16:00.',
      ],
      ['sunrise-sunset', [], 'sunrise-sunset', 'Also: sunrise-sunset.'],
      [
        'Mo-Fr 09:00-17:00; week 30-34 off',
        workdays,
        'Mo-Fr 09:00-17:00; week 30-34 off',
        'Also: week 30-34 off.',
      ],
      ['Mo-Fr 09:00-17:00; Dec 25 off', workdays, 'Mo-Fr 09:00-17:00; Dec 25 off', 'Also: Dec 25 off.'],
    ];
    for (const [osm, weekly, kept, note] of readings)
      it(`reads ${osm}`, () => {
        const hours = hoursOf({ osm });
        assert.deepEqual(
          { weekly: hours.weekly, osm: hours.osm, note: hours.note },
          { weekly, osm: kept, note },
        );
        assert.deepEqual(hoursOf(hours), hours, 'the same when sent back');
      });

    it('turns dated rules into exceptions', () =>
      assert.deepEqual(
        hoursOf({
          osm: 'Mo-Fr 09:00-17:00; 2026 Dec 24 10:00-12:00,13:00-14:00 open "short; day"; 2026 Dec 25-2027 Jan 1 off',
        }),
        {
          weekly: workdays,
          exceptions: [
            { from: '2026-12-24', opens: '10:00', closes: '12:00', note: 'short; day' },
            { from: '2026-12-24', opens: '13:00', closes: '14:00', note: 'short; day' },
            { from: '2026-12-25', until: '2027-01-01', closed: true },
          ],
          timezone: 'Europe/London',
          osm: 'Mo-Fr 09:00-17:00; 2026 Dec 25-2027 Jan 01 off; 2026 Dec 24 10:00-12:00,13:00-14:00 open "short; day"',
        },
      ));
    it('keeps what an exception of doubt says', () => {
      const hours = hoursOf({ osm: 'Mo-Fr 09:00-17:00; 2026 Dec 24 10:00-12:00 "maybe"' });
      assert.deepEqual(hours.exceptions, []);
      assert.match(hours.note ?? '', /maybe/);
      assert.deepEqual(hours.weekly, workdays);
    });
    it('writes public holidays when the note says so, and keeps unstated apart from closed', () => {
      const note = 'Closed on bank holidays';
      assert.equal(hoursOf({ weekly: workdays, note }).osm, 'Mo-Fr 09:00-17:00; PH off');
      assert.equal(hoursOf({ weekly: [] }).osm, 'off');
      assert.equal(hoursOf({}).osm, 'unknown');
      assert.equal(hoursOf({ note: 'By "arrangement"' }).osm, '"By ’arrangement’"');
    });
    it('writes anew when the week was changed', () => {
      const hours = hoursOf({ osm: 'Mo[1] 10:00-12:00', weekly: workdays });
      assert.equal(hours.osm, 'Mo-Fr 09:00-17:00');
    });

    const faults: [OpeningHours, RegExp][] = [
      [{ weekly: [period(5, '22:00', '02:00')] }, /On Friday it closes at 02:00.*write 26:00/],
      [{ weekly: [period(1, '10:00', '10:00')] }, /not after/],
      [{ timezone: 'Mars/Olympus' }, /no time zone called “Mars\/Olympus”/],
      [{ timezone: '+01:00' }, /no time zone/],
      [{ osm: 'nonsense' }, /could not be read: .*Unexpected token/],
      [{ osm: 'Mo 25:00-99:00' }, /could not be read/],
      [{ osm: 'Mo "half' }, /could not be read/],
      [{ exceptions: [{ from: '2026-12-25' }] }, /Say of 2026-12-25/],
      [{ exceptions: [{ from: '2026-12-25', opens: '09:00' }] }, /Say of/],
      [{ exceptions: [{ from: '2026-12-25', closed: true, opens: '09:00' }] }, /Keep one/],
      [{ exceptions: [{ from: '2026-12-25', until: '2026-12-24', closed: true }] }, /ends before it begins/],
      [{ exceptions: [{ from: '2026-12-25', opens: '12:00', closes: '11:00' }] }, /write 35:00/],
      [
        {
          exceptions: [
            { from: '2026-12-25', closed: true },
            { from: '2026-12-25', opens: '10:00', closes: '11:00' },
          ],
        },
        /contradict/,
      ],
      [
        {
          exceptions: [
            { from: '2026-12-25', opens: '10:30', closes: '12:00' },
            { from: '2026-12-25', opens: '10:00', closes: '11:00' },
          ],
        },
        /overlap/,
      ],
    ];
    for (const [input, fault] of faults)
      it(`refuses ${JSON.stringify(input)}`, () => assert.match(faultOf(input), fault));
  });

  describe('toOsm', () => {
    for (const [weekly, osm] of [
      [[period(1, '09:00', '17:00'), period(3, '09:00', '17:00')], 'Mo,We 09:00-17:00'],
      [[...workdays, period(7, '09:00', '17:00')], 'Mo-Fr,Su 09:00-17:00'],
      [[period(1, '09:00', '12:00'), period(1, '14:00', '16:00')], 'Mo 09:00-12:00,14:00-16:00'],
      [[period(1, '22:00', '26:00'), period(2, '09:00', '12:00')], 'Mo 22:00-26:00, Tu 09:00-12:00'],
    ] as const)
      it(osm, () => assert.equal(toOsm(weekly), osm));

    const minute = fc.integer({ min: 0, max: 1439 });
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const span = fc
      .tuple(minute, fc.integer({ min: 1, max: 1700 }))
      .map(([from, long]) => ({ opens: clock(from), closes: clock(Math.min(from + long, 2879)) }));
    const weekly = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, times]) => ({ weekday, ...times })),
      { maxLength: 12 },
    );
    const day = fc
      .integer({ min: 20454, max: 21914 })
      .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    const exception = fc
      .record({
        days: fc.tuple(day, day).map((pair) => pair.sort()),
        long: fc.boolean(),
        times: fc.option(span, { nil: undefined }),
        note: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
      })
      .map(
        ({ days: [from = '', until], long, times, note }): OpeningException => ({
          from,
          ...(long && { until }),
          ...(times ?? { closed: true }),
          note,
        }),
      );
    it('is read back to the same structure', () =>
      fc.assert(
        fc.property(weekly, fc.array(exception, { maxLength: 4 }), (periods, exceptions) => {
          const read = normaliseHours({ weekly: periods, exceptions });
          fc.pre(!('fault' in read));
          const { osm } = read.hours;
          assert.deepEqual(hoursOf({ osm }), read.hours);
          assert.deepEqual(weekMinutes(read.hours), weekMinutes({ weekly: periods }));
        }),
        { numRuns: zone === 'UTC' ? 400 : 60 },
      ));
  });

  it('knows the minutes of the week, past Sunday midnight', () => {
    const weekend = { weekly: [period(7, '22:00', '26:00'), period(1, '01:00', '03:00')] };
    assert.deepEqual(weekMinutes(weekend), [
      [0, 180],
      [6 * 1440 + 1320, 10080],
    ]);
    assert.deepEqual(weekMinutes(hoursOf({ osm: '24/7' })), [[0, 10080]]);
    assert.equal(openAt(weekend, 1, 60), true);
    assert.equal(openAt(weekend, 1, 180), false);
    assert.equal(openAt(weekend, 7, 1439), true);
  });
});
