import { describe, expect, it } from 'vitest';
import { findPostcode, isOutwardCode, normalisePostcode, outwardCodeOf } from './postcodes.ts';

describe('postcodes', () => {
  it('have one written form, however they were typed', () => {
    for (const text of ['m31 4fa', 'M314FA', '  m31   4fa ', 'M31 4FA']) {
      expect(normalisePostcode(text)).toEqual({ ok: true, value: 'M31 4FA' });
    }
    for (const text of ['EC1A 1BB', 'W1A 0AX', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'SW1W 0NY']) {
      expect(normalisePostcode(text).ok).toBe(true);
      expect(normalisePostcode(text.toLowerCase().replace(' ', '')).ok).toBe(true);
    }
    expect(outwardCodeOf('M31 4FA')).toBe('M31');
  });

  it('are refused when they cannot exist', () => {
    for (const text of ['', 'M31', '4FA', 'M31 4F', 'QQ1 1AA', 'M31 4CI', 'MM1 1AA', '12345', 'M31 4FA!', 'ABC 123']) {
      expect(normalisePostcode(text).ok).toBe(false);
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
});
