import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { ARRANGEMENT_NAMES, ARRANGEMENTS, arrangementFits, isfFlags, isfStatementSummary } from './arrangements.ts';
import { moneyNumbers } from './money-sentence.ts';
import { STREAM_NAMES } from './streams.ts';

describe('an individual service fund', () => {
  const weeklyPence = pence(35_000);

  it('states £700.00 in, £298.00 out and £402.00 left, under the limit of £1,400.00', () => {
    expect(isfStatementSummary({ weeklyPence, inPence: pence(70_000), outPence: pence(29_800) })).toEqual({
      inPence: 70_000n,
      outPence: 29_800n,
      leftPence: 40_200n,
      limitPence: 140_000n,
      over: false,
      overPence: 0n,
    });
  });

  it('is over its limit only above four weeks’ money, to the penny', () => {
    const left = (amount: number) => isfStatementSummary({ weeklyPence, inPence: pence(amount), outPence: pence(0) });
    expect(left(140_000).over).toBe(false);
    expect(left(140_001)).toMatchObject({ over: true, overPence: 1n });
  });

  it('flags a large or an old surplus for a talk, unless it has a named future need', () => {
    const flags = (leftPence: number, weeksKept: number, namedFutureNeed = false) =>
      isfFlags({ weeklyPence, leftPence: pence(leftPence), weeksKept, namedFutureNeed });
    expect(flags(40_200, 12)).toEqual([]);
    expect(flags(140_001, 1)).toEqual(['over-limit']);
    expect(flags(100, 13)).toEqual(['kept-too-long']);
    expect(flags(140_001, 13)).toEqual(['over-limit', 'kept-too-long']);
    expect(flags(140_001, 13, true)).toEqual([]);
    expect(flags(0, 40)).toEqual([]);
  });
});

describe('arrangements', () => {
  it('let only the council’s own run pay for council-managed money', () => {
    expect(ARRANGEMENT_NAMES.filter((name) => ARRANGEMENTS[name].paidInCouncilRun)).toEqual(['council-managed']);
  });

  it('hold own and family money as own, and no public money so', () => {
    for (const stream of STREAM_NAMES) {
      const own = stream === 'own-money' || stream === 'family';
      expect(arrangementFits(stream, 'own')).toBe(own);
      expect(arrangementFits(stream, 'direct-payment')).toBe(!own);
    }
  });
});

describe('the money sentence', () => {
  const numbers = (left: number, today: string) =>
    moneyNumbers({
      allocatedPence: pence(left + 57_600),
      spentPence: pence(17_600),
      spokenForPence: pence(40_000),
      today: Temporal.PlainDate.from(today),
      yearEnd: Temporal.PlainDate.from('2027-03-31'),
    });

  it('says about £132 a week for £4,624.00 with 35 weeks to go', () => {
    expect(numbers(462_400, '2026-07-30')).toMatchObject({
      leftPence: 462_400n,
      aboutPerWeekPence: 13_200n,
      daysLeft: 245,
    });
  });

  it('never promises more than there is', () => {
    for (const today of ['2026-04-01', '2026-09-17', '2027-03-25']) {
      const { aboutPerWeekPence = pence(0), daysLeft } = numbers(462_400, today);
      expect((aboutPerWeekPence * BigInt(daysLeft)) / 7n <= 462_400n).toBe(true);
      expect(aboutPerWeekPence % 100n).toBe(0n);
    }
  });

  it('keeps pence when there is less than a pound a week', () => {
    expect(numbers(1_000, '2026-04-01').aboutPerWeekPence).toBe(19n);
  });

  it('says no weekly amount in the last days, after the year, or when nothing is left', () => {
    expect(numbers(462_400, '2027-03-26')).not.toHaveProperty('aboutPerWeekPence');
    expect(numbers(462_400, '2027-04-02')).toMatchObject({ daysLeft: 0 });
    expect(numbers(0, '2026-04-01')).not.toHaveProperty('aboutPerWeekPence');
  });
});
