import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIT_NAMES } from '../listings/prices.ts';
import { addPence, pence } from '../shared/money.ts';
import { plannedEffect, repriced, repricedShares, WEEKS_IN_A_YEAR, withVat, yearlyEffect } from './price-effect.ts';
import { riseBasisPoints, upliftAnswer } from './uplift-rule.ts';

const amount = fc.integer({ min: 0, max: 100_000 }).map(pence);
const rise = fc
  .tuple(amount, amount)
  .map(([a, b]) => (a < b ? { fromPence: a, toPence: b } : { fromPence: b, toPence: a }));
const visit = fc.record({ minutes: fc.integer({ min: 1, max: 1_440 }), quantity: fc.integer({ min: 1, max: 20 }) });

describe('what a price rise comes to in a year', () => {
  it('is £149.76 for 3 hours a week from £19.20 to £20.16, however the hours are cut up', () => {
    const of = (...minutes: number[]) =>
      yearlyEffect({
        unit: 'hour',
        weekly: minutes.map((one) => ({ minutes: one, quantity: 1 })),
        ...{ fromPence: pence(1_920), toPence: pence(2_016) },
      });
    expect([of(180), of(60, 60, 60), of(90, 90)]).toEqual([14_976n, 14_976n, 14_976n]);
  });

  it('is what 52 weeks of the same visits cost more, for every unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNIT_NAMES), rise, fc.array(visit, { maxLength: 10 }), (unit, prices, weekly) => {
        const planned = weekly.map((one) => {
          const priced = { ...one, unitPence: prices.fromPence, plannedPence: pence(0) };
          return { ...priced, plannedPence: repriced(unit, priced, prices.fromPence) };
        });
        const year = yearlyEffect({ unit, weekly, ...prices });
        expect(year).toBe(plannedEffect(unit, planned, prices.toPence) * BigInt(WEEKS_IN_A_YEAR));
        expect(year >= 0n).toBe(true);
      }),
    );
  });

  it('is nothing for what is bought once', () => {
    expect(yearlyEffect({ unit: 'item', weekly: [], fromPence: pence(1), toPence: pence(2) })).toBe(0n);
  });
});

describe('a visit at its new price', () => {
  it('is split so that the parts of its lines add up to it, whatever they were before', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amount, lines, (planned, weights) => {
        const shares = weights.map((weight, position) => ({
          ...{ position, lineId: `line_${position}`, weight, reservationId: null, beforePence: pence(0) },
        }));
        expect(addPence(...repricedShares(planned, shares).map((one) => one.plannedPence))).toBe(planned);
      }),
    );
  });

  it('is never cheaper: a price that would fall is an error', () => {
    const now = { minutes: 60, quantity: 1, unitPence: pence(2_000), plannedPence: pence(2_000) };
    expect(() => repriced('hour', now, pence(1_999))).toThrow(RangeError);
  });

  it('has VAT as its order has it', () => {
    expect([withVat(pence(2_016), 0), withVat(pence(2_016), 2_000)]).toEqual([2_016n, 2_419n]);
  });
});

describe('the uplift rule of a council', () => {
  const settings = { upliftAcceptBasisPoints: 300, upliftRefuseBasisPoints: 800 };
  const at = (toPence: number, alone = true, roseThisYear = false) =>
    upliftAnswer({ fromPence: pence(10_000), toPence: pence(toPence) }, settings, {
      councilAlonePays: alone,
      roseThisYear,
    });

  it('accepts up to and with the first part, refuses above the second, and asks between them', () => {
    expect([at(10_300), at(10_301), at(10_800), at(10_801)]).toEqual(['accept', 'ask', 'ask', 'refuse']);
  });

  it('accepts no second rise within a year, however small, and refuses a large one all the same', () => {
    expect([at(10_001, true, true), at(10_801, true, true)]).toEqual(['ask', 'refuse']);
  });

  it('never answers for money that is not the council’s alone', () => {
    expect([at(10_100, false), at(20_000, false)]).toEqual(['ask', 'ask']);
  });

  it('of nothing accepted unasked asks about a single penny', () => {
    const never = { upliftAcceptBasisPoints: 0, upliftRefuseBasisPoints: 10_000 };
    const around = { councilAlonePays: true, roseThisYear: false };
    expect(upliftAnswer({ fromPence: pence(1_920), toPence: pence(1_921) }, never, around)).toBe('ask');
    expect(upliftAnswer({ fromPence: pence(1_920), toPence: pence(3_841) }, never, around)).toBe('refuse');
  });

  it('says a rise as pages say it: 5 % is 500 parts, and from nothing there is none', () => {
    expect([riseBasisPoints(pence(1_920), pence(2_016)), riseBasisPoints(pence(0), pence(1))]).toEqual([500, null]);
  });
});
