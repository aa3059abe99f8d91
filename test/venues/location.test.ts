import assert from 'node:assert/strict';
import fc from 'fast-check';
import { greatCircle } from '../../server/database/geometry.ts';
import { GRID_METRES, gridPoint, publicLocation } from '../../server/venues/location.ts';

const places = {
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
};

describe('the grid of approximate places', () => {
  it('puts each place within half a cell’s diagonal of its point', () => {
    fc.assert(
      fc.property(fc.record(places), ({ lon, lat }) => {
        const shown = gridPoint(lon, lat);
        assert.ok(greatCircle(lon, lat, shown.lon, shown.lat) <= (GRID_METRES / 2) * Math.SQRT2 * 1.02);
      }),
    );
  });

  it('gives one answer for a whole cell, so that a point tells nothing of its place inside', () => {
    fc.assert(
      fc.property(fc.record(places), ({ lon, lat }) => {
        const shown = gridPoint(lon, lat);
        assert.deepEqual(gridPoint(shown.lon, shown.lat), shown);
      }),
    );
  });

  it('says nothing of a hidden place but that it is hidden', () => {
    assert.deepEqual(publicLocation({ lon: -0.1, lat: 51, precision: 'hidden' }), { precision: 'hidden' });
  });
});
