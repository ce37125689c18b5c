import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPence,
  divideHalfUp,
  formatDecimal,
  MAX_PENCE,
  parsePounds,
  pence,
  priceForMinutes,
  shareOf,
  splitPence,
  subtractPence,
  ZERO_PENCE,
} from './money.ts';

const anAmount = fc.bigInt({ min: 0n, max: MAX_PENCE - 1n }).map((value) => pence(value));
const someWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe('money', () => {
  it('prices time to the penny, half-up', () => {
    expect(priceForMinutes(pence(1920), 90)).toBe(2880n);
    expect(priceForMinutes(pence(1920), 94)).toBe(3008n);
    expect(priceForMinutes(pence(1920), 95)).toBe(3040n);
    expect(priceForMinutes(pence(1), 30)).toBe(1n);
    expect(priceForMinutes(pence(1), 29)).toBe(0n);
  });

  it('splits fifty pounds in three as 16.67, 16.67 and 16.66', () => {
    expect(splitPence(pence(5000), [1, 1, 1])).toEqual([1667n, 1667n, 1666n]);
  });

  it('never loses or makes a penny when it splits', () => {
    fc.assert(
      fc.property(anAmount, someWeights, (amount, weights) => {
        const parts = splitPence(amount, weights);
        expect(parts).toHaveLength(weights.length);
        expect(addPence(...parts)).toBe(amount);
      }),
    );
  });

  it('gives every part its exact share or one penny beside it, and nothing to a weight of zero', () => {
    fc.assert(
      fc.property(anAmount, someWeights, (amount, weights) => {
        const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        splitPence(amount, weights).forEach((part, index) => {
          const weight = BigInt(weights[index] ?? 0);
          const floor = (amount * weight) / total;
          expect(part === floor || part === floor + 1n).toBe(true);
          if (weight === 0n) expect(part).toBe(0n);
        });
      }),
    );
  });

  it('gives equal weights parts that differ by one penny at most, the larger ones first', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 1, max: 20 }), (amount, count) => {
        const parts = splitPence(amount, new Array<number>(count).fill(1));
        const [first = ZERO_PENCE] = parts;
        const last = parts.at(-1) ?? ZERO_PENCE;
        expect(first - last <= 1n).toBe(true);
        expect([...parts].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))).toEqual(parts);
      }),
    );
  });

  it('refuses to split a negative amount, or by weights that add up to nothing', () => {
    expect(() => splitPence(pence(-1), [1])).toThrow(RangeError);
    expect(() => splitPence(pence(1), [])).toThrow(RangeError);
    expect(() => splitPence(pence(1), [0, 0])).toThrow(RangeError);
    expect(() => splitPence(pence(1), [2, -1])).toThrow(RangeError);
  });

  it('rounds to the nearest whole with halves away from zero, on both sides of zero', () => {
    expect(divideHalfUp(5n, 2n)).toBe(3n);
    expect(divideHalfUp(-5n, 2n)).toBe(-3n);
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (n, d) => {
          const distance = n - divideHalfUp(n, d) * d;
          expect(2n * (distance < 0n ? -distance : distance) <= d).toBe(true);
          expect(divideHalfUp(-n, d)).toBe(-divideHalfUp(n, d));
        },
      ),
    );
  });

  it('never charges less for a longer time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 1440 }), (rate, minutes) => {
        expect(priceForMinutes(pence(rate), minutes + 1) >= priceForMinutes(pence(rate), minutes)).toBe(true);
      }),
    );
  });

  it('takes a share in hundredths of a percent', () => {
    expect(shareOf(pence(832_000), 2500)).toBe(208_000n);
    expect(shareOf(pence(2880), 500)).toBe(144n);
  });

  it('reads back every amount that it wrote', () => {
    fc.assert(
      fc.property(anAmount, (amount) => {
        expect(parsePounds(formatDecimal(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it('names what is wrong with an amount that was typed', () => {
    const code = (text: string) => {
      const result = parsePounds(text);
      return result.ok ? result.value : result.code;
    };
    expect(code('19.2')).toBe(1920n);
    expect(code(' £1,234.50 ')).toBe(123_450n);
    expect(code('1.234')).toBe('money.too_many_decimals');
    expect(code('-1.00')).toBe('money.negative');
    expect(code('1000000000.00')).toBe('money.too_large');
    for (const text of ['', 'abc', '1,23.00', '1e5', '--1', '£', '=1+1']) expect(code(text)).toBe('money.not_a_number');
  });

  it('refuses fractions of a penny and fractions of a minute', () => {
    expect(() => pence(1.5)).toThrow(RangeError);
    expect(() => priceForMinutes(pence(100), 1.5)).toThrow(RangeError);
    expect(() => priceForMinutes(pence(100), -1)).toThrow(RangeError);
  });

  it('adds and takes away without loss', () => {
    fc.assert(
      fc.property(anAmount, anAmount, (a, b) => {
        expect(subtractPence(addPence(a, b), b)).toBe(a);
      }),
    );
  });
});
