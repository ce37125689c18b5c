// Awards, pay-ins, statements and build-up, with the scenarios' amounts and the edges around them.

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { pence } from '../shared/money.ts';
import { awardGrowth, awardTransferId, type LineTerms } from './awards.ts';
import { unspentBuildUp } from './build-up.ts';
import { dueStretches } from './pay-in-schedule.ts';
import { freeOf, promisedOf, statementFigures } from './statement.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

const LINE: LineTerms = {
  stream: 'social-care',
  arrangement: 'council-managed',
  holderOrganisationId: null,
  holderName: null,
  startsOn: date('2026-04-01'),
  endsOn: date('2027-03-31'),
  awardPence: pence(520_000),
};

describe('an award', () => {
  test('is posted whole for a new line, as the difference when it grows, and not at all when it stays', () => {
    expect(awardGrowth(LINE)).toEqual({ ok: true, value: 520_000n });
    expect(awardGrowth({ ...LINE, awardPence: pence(530_000) }, LINE)).toEqual({ ok: true, value: 10_000n });
    expect(awardGrowth(LINE, LINE)).toEqual({ ok: true, value: 0n });
    expect([0, 1, 2].map((n) => awardTransferId('line_x', n))).toEqual([
      'tr_award:line_x',
      'tr_award:line_x:1',
      'tr_award:line_x:2',
    ]);
  });

  test('is never lowered by a file', () => {
    expect(awardGrowth({ ...LINE, awardPence: pence(519_999) }, LINE)).toMatchObject({
      code: 'budget_line.award_lowered',
    });
  });

  test('needs a holder, a fitting arrangement and days in order', () => {
    expect(awardGrowth({ ...LINE, arrangement: 'own' })).toMatchObject({
      code: 'budget_line.arrangement_does_not_fit',
    });
    expect(awardGrowth({ ...LINE, arrangement: 'trust' })).toMatchObject({ code: 'budget_line.holder_missing' });
    expect(awardGrowth({ ...LINE, endsOn: LINE.startsOn })).toMatchObject({ code: 'budget_line.dates_wrong' });
    expect(awardGrowth({ ...LINE, stream: 'health' }, LINE)).toMatchObject({ code: 'budget_line.kind_changed' });
  });
});

describe('pay-ins', () => {
  const terms = {
    startsOn: date('2026-11-02'),
    endsOn: date('2027-03-31'),
    knownSince: date('2026-10-20'),
    weeklyPence: pence(35_000),
    awardPence: pence(1_820_000),
    scheduledPence: pence(0),
    weeksInAdvance: 2,
    already: new Set<string>(),
    today: date('2026-10-26'),
  };

  test('pay £700.00 for two weeks at £350.00 in advance', () => {
    expect(dueStretches(terms)).toEqual([
      { fromDate: date('2026-11-02'), toDate: date('2026-11-15'), amountPence: 70_000n },
    ]);
  });

  test('are due a week before their stretch begins, once each', () => {
    expect(dueStretches({ ...terms, today: date('2026-10-25') })).toEqual([]);
    expect(dueStretches({ ...terms, already: new Set(['2026-11-02']) })).toEqual([]);
    expect(dueStretches({ ...terms, today: date('2026-11-09') }).map(({ fromDate }) => fromDate.toString())).toEqual([
      '2026-11-02',
      '2026-11-16',
    ]);
  });

  test('stop at the last day, which is paid by the day, and never pass the award', () => {
    const last = { ...terms, today: date('2027-03-30'), knownSince: date('2027-03-20') };
    expect(dueStretches(last)).toEqual([
      { fromDate: date('2027-03-08'), toDate: date('2027-03-21'), amountPence: 70_000n },
      { fromDate: date('2027-03-22'), toDate: date('2027-03-31'), amountPence: 50_000n },
    ]);
    expect(dueStretches({ ...last, scheduledPence: pence(1_740_000) }).map((stretch) => stretch.amountPence)).toEqual([
      70_000n,
      10_000n,
    ]);
  });

  test('do not pay for weeks that had passed before the line was known here', () => {
    const late = { ...terms, startsOn: date('2026-04-01'), knownSince: date('2026-10-26') };
    expect(dueStretches(late).map(({ fromDate }) => fromDate.toString())).toEqual(['2026-10-14', '2026-10-28']);
  });
});

describe('a statement', () => {
  test('runs its balance: in £700.00, out £298.00, left £402.00', () => {
    const figures = statementFigures(pence(0), [
      { amountPence: pence(70_000) },
      { amountPence: pence(-25_800) },
      { amountPence: pence(-4_000) },
    ]);
    expect(figures).toMatchObject({ inPence: 70_000n, outPence: 29_800n, closingPence: 40_200n });
    expect(figures.rows.map(({ balancePence }) => balancePence)).toEqual([70_000n, 44_200n, 40_200n]);
  });

  test('never promises more than is in hand', () => {
    expect(promisedOf(pence(40_200), pence(90_000))).toBe(40_200n);
    expect(freeOf(pence(40_200), pence(10_200))).toBe(30_000n);
    expect(promisedOf(pence(-1), pence(5))).toBe(0n);
  });
});

describe('build-up', () => {
  const input = {
    awardedPence: pence(520_000),
    spentPence: pence(0),
    weeklyPence: null,
    heldPence: null,
    startsOn: date('2026-04-01'),
    endsOn: date('2027-03-31'),
    today: date('2026-04-01'),
  };

  test('of £2,900.00 at £300.00 a week is 9 weeks and over; 8 weeks exactly is not', () => {
    const held = { ...input, weeklyPence: pence(30_000) };
    expect(unspentBuildUp({ ...held, heldPence: pence(290_000) })).toMatchObject({ weeks: 9, over: true });
    expect(unspentBuildUp({ ...held, heldPence: pence(240_000) })).toMatchObject({ weeks: 8, over: false });
  });

  test('counts only days that have passed, and is nothing before the first and for an empty line', () => {
    expect(unspentBuildUp(input)).toMatchObject({ unspentPence: 0n, over: false });
    expect(unspentBuildUp({ ...input, today: date('2026-07-01') })).toMatchObject({ weeks: 13, over: true });
    expect(unspentBuildUp({ ...input, awardedPence: pence(0), today: date('2026-07-01') }).over).toBe(false);
  });
});
