/** Opening hours are tried on machines in many time zones, because none of them may matter. */
import assert from 'node:assert/strict';
import { normaliseHours } from '../../server/venues/opening-hours.ts';
import type { Hours, OpeningHours, OpeningPeriod } from '../../server/venues/schema.ts';

export const hoursOf = (input: OpeningHours): Hours => {
  const read = normaliseHours(input);
  if ('fault' in read) assert.fail(read.fault);
  return read.hours;
};
export const faultOf = (input: OpeningHours): string => {
  const read = normaliseHours(input);
  return 'fault' in read ? read.fault : assert.fail(`no fault in ${JSON.stringify(read.hours)}`);
};
export const period = (weekday: number, opens: string, closes: string): OpeningPeriod => ({
  weekday,
  opens,
  closes,
});
export const everyDay = (opens: string, closes: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => period(day, opens, closes));
export const workdays = everyDay('09:00', '17:00').slice(0, 5);
const zones = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];

export function onMachinesEverywhere(tests: (zone: string) => void): void {
  for (const zone of zones)
    describe(`opening hours, on a machine in ${zone}`, () => {
      const usual = process.env.TZ;
      before(() => {
        process.env.TZ = zone;
        assert.equal(
          new Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Calcutta', 'Kolkata'),
          zone,
        );
      });
      after(() => {
        if (usual === undefined) delete process.env.TZ;
        else process.env.TZ = usual;
      });
      tests(zone);
    });
}
