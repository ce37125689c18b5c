// Awards, pay-ins, statements and build-up, with the scenarios' amounts and the edges around them.

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { divideHalfUp, pence } from '../shared/money.ts';
import { awardGrowth, awardTransferId, type LineTerms } from './awards.ts';
import { unspentBuildUp } from './build-up.ts';
import { dueStretches, type KeptPayIn, rightPayIns } from './pay-in-schedule.ts';
import { promisedOf, statementFigures } from './statement.ts';

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
    taken: [] as { fromDate: Temporal.PlainDate; toDate: Temporal.PlainDate; stopped: boolean }[],
    today: date('2026-10-26'),
  };

  test('pay £700.00 for two weeks at £350.00 in advance', () => {
    expect(dueStretches(terms)).toEqual([
      { fromDate: date('2026-11-02'), toDate: date('2026-11-15'), amountPence: 70_000n },
    ]);
  });

  test('are due a week before their stretch begins, once each', () => {
    expect(dueStretches({ ...terms, today: date('2026-10-25') })).toEqual([]);
    const taken = [{ fromDate: date('2026-11-02'), toDate: date('2026-11-15'), stopped: false }];
    expect(dueStretches({ ...terms, taken })).toEqual([]);
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

  test('pay each day of a line once, to the penny of its award, however often it is cut and lengthened', () => {
    const last = date('2027-03-31');
    const days = terms.startsOn.until(last, { largestUnit: 'day' }).days;
    const aStep = fc.record({
      wait: fc.integer({ min: 0, max: 30 }),
      /** The line's last day from here on, of which today or earlier too. */
      endsIn: fc.option(fc.integer({ min: 1, max: days })),
      weeksInAdvance: fc.constantFrom(0, 1, 2, 4),
      /** How many of those that are due go to the bank, and how many come back from it. */
      go: fc.integer({ min: 0, max: 3 }),
      back: fc.integer({ min: 0, max: 1 }),
    });
    const weekly = fc.integer({ min: 7, max: 99_999 });
    const award = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 12 }), weekly, award, (steps, weeklyPence, awardPence) => {
        const line = { ...terms, weeklyPence: pence(weeklyPence), awardPence: pence(awardPence) };
        let endsOn = last;
        let today = terms.today;
        let kept: KeptPayIn[] = [];
        const right = (weeksInAdvance: number) => {
          const { changes } = rightPayIns({ ...line, endsOn, weeksInAdvance }, kept);
          kept = kept.map((payIn) => {
            const change = changes.find((one) => one.payIn === payIn);
            if (!change) return payIn;
            if (change.amountPence === 0n) return { ...payIn, standing: 'stopped' };
            return { ...payIn, standing: 'due', toDate: change.toDate, amountPence: change.amountPence };
          });
        };
        const live = () => kept.filter(({ standing }) => standing !== 'stopped');
        const sum = () => live().reduce((total, { amountPence }) => total + amountPence, 0n);
        const schedule = (weeksInAdvance: number) => {
          const taken = kept.map((payIn) => ({ ...payIn, stopped: payIn.standing === 'stopped' }));
          const due = dueStretches({ ...line, endsOn, weeksInAdvance, taken, today, scheduledPence: pence(sum()) });
          kept.push(...due.map((one) => ({ ...one, id: one.fromDate.toString(), standing: 'due' as const })));
          kept.sort((a, b) => Temporal.PlainDate.compare(a.fromDate, b.fromDate));
          expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
        };
        const move = (from: 'due' | 'gone', to: 'due' | 'gone', count: number) => {
          const moving = kept.filter(({ standing }) => standing === from).slice(0, count);
          kept = kept.map((payIn) => (moving.includes(payIn) ? { ...payIn, standing: to } : payIn));
        };
        for (const { wait, endsIn, weeksInAdvance, go, back } of steps) {
          today = today.add({ days: wait });
          if (endsIn !== null) {
            endsOn = terms.startsOn.add({ days: endsIn });
            right(weeksInAdvance);
          }
          schedule(weeksInAdvance);
          move('due', 'gone', go);
          move('gone', 'due', back);
          if (back > 0) right(weeksInAdvance);
          expect(sum()).toBeLessThanOrEqual(awardPence);
        }
        endsOn = last;
        today = last;
        right(2);
        schedule(2);
        let next = terms.startsOn;
        const isWhole = sum() < BigInt(awardPence);
        for (const { fromDate, toDate } of live()) {
          // No day twice; and where there is money, none is left out.
          expect(Temporal.PlainDate.compare(fromDate, next)).toBeGreaterThanOrEqual(0);
          if (isWhole) expect(fromDate.toString()).toBe(next.toString());
          next = toDate.add({ days: 1 });
        }
        const promised = divideHalfUp(BigInt(weeklyPence) * BigInt(days + 1), 7n);
        expect(sum()).toBe(promised < BigInt(awardPence) ? promised : BigInt(awardPence));
      }),
    );
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
