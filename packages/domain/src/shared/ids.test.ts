import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ID_PATTERN, makeId } from './ids.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const millis = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('identifiers', () => {
  it('name their noun, fit their pattern and the bank’s 35 characters', () => {
    fc.assert(
      fc.property(millis, random, (when, bytes) => {
        const id = makeId('invoice', when, bytes);
        expect(id).toMatch(new RegExp(ID_PATTERN));
        expect(id.startsWith('inv_')).toBe(true);
        expect(id.length).toBeLessThanOrEqual(35);
      }),
    );
  });

  it('sort by the time they were made', () => {
    fc.assert(
      fc.property(millis, millis, random, random, (a, b, one, other) => {
        if (a === b) return;
        expect(makeId('order', a, one) < makeId('order', b, other)).toBe(a < b);
      }),
    );
  });

  it('read back as the moment and the random bytes that they were made of', () => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz';
    fc.assert(
      fc.property(millis, random, (when, bytes) => {
        const body = makeId('order', when, bytes).slice('ord_'.length);
        const read = [...body].reduce((value, letter) => value * 32n + BigInt(letters.indexOf(letter)), 0n);
        expect(read).toBe(bytes.reduce((value, byte) => value * 256n + BigInt(byte), BigInt(when)));
      }),
    );
  });

  it('differ whenever their random parts differ, and are the same for the same input', () => {
    fc.assert(
      fc.property(millis, random, random, (when, one, other) => {
        const same = one.every((byte, index) => byte === other[index]);
        expect(makeId('order', when, one) === makeId('order', when, other)).toBe(same);
      }),
    );
  });
});
