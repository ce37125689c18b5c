import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { instantText } from './instant-text.ts';

it('an instant reads as the library itself writes it, to the nanosecond and in any year', () => {
  const millis = fc.oneof(
    fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
    fc.integer({ min: -8_640_000_000_000_000, max: 8_639_999_999_999_999 }),
    fc.integer({ min: -100_000, max: 100_000 }).map((days) => days * 86_400_000),
    fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => seconds * 1_000),
  );
  const nanos = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 999_999 }));
  fc.assert(
    fc.property(millis, nanos, (whole, part) => {
      const at = Temporal.Instant.fromEpochMilliseconds(whole).add({ nanoseconds: part });
      expect(instantText(at)).toBe(at.toString());
      expect(instantText(at)).toBe(at.toString());
    }),
    { numRuns: 2_000 },
  );
});
