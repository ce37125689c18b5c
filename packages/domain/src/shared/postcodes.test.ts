import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundingBox,
  distanceMetres,
  findPostcode,
  isOutwardCode,
  isPostcode,
  normalisePostcode,
  outwardCodeOf,
} from './postcodes.ts';

const aPoint = fc.record({
  lat: fc.double({ min: 49.9, max: 60.9, noNaN: true }),
  lon: fc.double({ min: -8.6, max: 1.8, noNaN: true }),
});

describe('postcodes', () => {
  it('have one written form, however they were typed', () => {
    for (const text of ['m31 4fa', 'M314FA', '  m31   4fa ', 'M31 4FA']) {
      expect(normalisePostcode(text)).toEqual({ ok: true, value: 'M31 4FA' });
    }
    for (const text of ['EC1A 1BB', 'W1A 0AX', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'SW1W 0NY']) {
      expect(isPostcode(text)).toBe(true);
      expect(isPostcode(text.toLowerCase().replace(' ', ''))).toBe(true);
    }
    expect(outwardCodeOf('M31 4FA')).toBe('M31');
  });

  it('are refused when they cannot exist', () => {
    for (const text of ['', 'M31', '4FA', 'M31 4F', 'QQ1 1AA', 'M31 4CI', 'MM1 1AA', '12345', 'M31 4FA!', 'ABC 123']) {
      expect(isPostcode(text)).toBe(false);
    }
    expect(isOutwardCode('WA15')).toBe(true);
    expect(isOutwardCode('A4')).toBe(false);
  });

  it('are found in a sentence, the full one before the first half', () => {
    expect(findPostcode('dementia cafe near WA15')).toMatchObject({ kind: 'outward', value: 'WA15' });
    expect(findPostcode('m33, or better wa157az please')).toMatchObject({ kind: 'postcode', value: 'WA15 7AZ' });
    expect(findPostcode('badminton')).toBeUndefined();
    expect(findPostcode('covid19 and a4 paper')).toBeUndefined();
  });

  it('measure distances as the crow flies', () => {
    expect(distanceMetres({ lat: 53.3871, lon: -2.3524 }, { lat: 53.3871, lon: -2.3524 })).toBe(0);
    const manchesterToLondon = distanceMetres({ lat: 53.4794, lon: -2.2453 }, { lat: 51.5074, lon: -0.1278 });
    expect(manchesterToLondon).toBeGreaterThan(261_000);
    expect(manchesterToLondon).toBeLessThan(263_000);
  });

  it('measure the same there and back', () => {
    fc.assert(
      fc.property(aPoint, aPoint, (a, b) => {
        expect(distanceMetres(a, b)).toBe(distanceMetres(b, a));
      }),
    );
  });

  it('lose no one within the distance when the box is searched first', () => {
    fc.assert(
      fc.property(
        aPoint,
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (centre, north, east) => {
          const point = { lat: centre.lat + north, lon: centre.lon + east };
          const box = boundingBox(centre, distanceMetres(centre, point));
          expect(point.lat).toBeGreaterThanOrEqual(box.south);
          expect(point.lat).toBeLessThanOrEqual(box.north);
          expect(point.lon).toBeGreaterThanOrEqual(box.west);
          expect(point.lon).toBeLessThanOrEqual(box.east);
        },
      ),
    );
  });
});
