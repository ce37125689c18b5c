import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { type DatedPrice, isValidOn, layPrices, priceOn, withoutPrice } from './price-periods.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const price = (amount: number, from: string, to: string | null = null): DatedPrice => ({
  unitPence: pence(amount),
  validFrom: day(from),
  validTo: to === null ? null : day(to),
});
const plain = (prices: readonly DatedPrice[]) =>
  prices.map(({ unitPence, validFrom, validTo }) => [
    Number(unitPence),
    validFrom.toString(),
    validTo?.toString() ?? null,
  ]);

const START = day('2026-01-01');
const prices = fc.array(
  fc.record({ unitPence: fc.integer({ min: 0, max: 9_999 }), from: fc.nat(800), days: fc.option(fc.nat(400)) }).map(
    ({ unitPence, from, days }): DatedPrice => ({
      unitPence: pence(unitPence),
      validFrom: START.add({ days: from }),
      validTo: days === null ? null : START.add({ days: from + days }),
    }),
  ),
  { maxLength: 12 },
);

describe('prices that follow each other', () => {
  it('leave today’s price on sale when next April’s is loaded', () => {
    const laid = layPrices([price(2000, '2026-04-01')], [price(2100, '2027-04-01')]);
    expect(plain(laid)).toEqual([
      [2000, '2026-04-01', '2027-03-31'],
      [2100, '2027-04-01', null],
    ]);
    expect(priceOn(laid, day('2026-11-27'))?.unitPence).toBe(2000n);
  });

  it('come to the same periods in whatever order two years are said', () => {
    const both = [price(2000, '2026-04-01'), price(2100, '2027-04-01')];
    expect(plain(layPrices([], [...both].reverse()))).toEqual(plain(layPrices([], both)));
  });

  it('replace a price of the same first day, and keep one that ended before', () => {
    const known = [price(1900, '2025-04-01', '2026-03-31'), price(2000, '2026-04-01')];
    expect(plain(layPrices(known, [price(2050, '2026-04-01')]))).toEqual([
      [1900, '2025-04-01', '2026-03-31'],
      [2050, '2026-04-01', null],
    ]);
  });

  it('never hold two prices on a day, and never lose the first day of one', () => {
    fc.assert(
      fc.property(prices, prices, fc.nat(1300), (known, said, on) => {
        const laid = layPrices(layPrices([], known), said);
        expect(laid.filter((one) => isValidOn(one, START.add({ days: on }))).length).toBeLessThanOrEqual(1);
        for (const one of said) expect(priceOn(laid, one.validFrom)?.validFrom.equals(one.validFrom)).toBe(true);
      }),
    );
  });

  it('change nothing when the same is said again', () => {
    fc.assert(
      fc.property(prices, prices, (known, said) => {
        const once = layPrices(layPrices([], known), said);
        expect(plain(layPrices(once, said))).toEqual(plain(once));
      }),
    );
  });
});

describe('a price that is taken away', () => {
  const said = (amount: number, from: string, to: string | null = null, isOwn = false) => ({
    ...price(amount, from, to),
    isOwn,
  });
  const june = [said(20, '2026-01-01', '2026-05-31'), said(22, '2026-06-01', null, true)];

  it('has the one before go on as far as it was said, and not where it had a last day of its own', () => {
    const open = withoutPrice(june, [said(20, '2026-01-01')], day('2026-06-01'));
    expect(plain(open)).toEqual([[20, '2026-01-01', null]]);
    expect(plain(withoutPrice(june, [], day('2026-06-01')))).toEqual([[20, '2026-01-01', '2026-05-31']]);
    const corrected = withoutPrice(june, [said(19, '2026-01-01')], day('2026-06-01'));
    expect(plain(corrected)).toEqual([[20, '2026-01-01', '2026-05-31']]);
  });

  it('has an owner’s price that was squeezed between two go on until the next', () => {
    const three = [
      said(20, '2026-01-01', '2026-03-31'),
      said(21, '2026-04-01', '2026-05-31', true),
      said(22, '2026-06-01', '2026-08-31', true),
      said(23, '2026-09-01', null, true),
    ];
    expect(plain(withoutPrice(three, [said(20, '2026-01-01')], day('2026-06-01')))).toEqual([
      [20, '2026-01-01', '2026-03-31'],
      [21, '2026-04-01', '2026-08-31'],
      [23, '2026-09-01', null],
    ]);
  });
});
