import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addPence, pence } from '../shared/money.ts';
import { expandSchedule, type PatternEntry, type PlannedVisit, planOrder, type Weekday } from './schedule.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const budgetYear = { firstDate: day('2026-04-01'), lastDate: day('2027-03-31') };
const twiceAWeek: readonly PatternEntry[] = [
  { weekday: 1, startTime: time('09:30'), minutes: 90 },
  { weekday: 4, startTime: time('14:00'), minutes: 90 },
];
const expand = (input: Partial<Parameters<typeof expandSchedule>[0]> = {}) =>
  expandSchedule({
    pattern: twiceAWeek,
    firstDate: day('2026-06-01'),
    lastDate: day('2026-08-09'),
    budgetYear,
    ...input,
  });
const visitsOf = (input: Partial<Parameters<typeof expandSchedule>[0]> = {}): readonly PlannedVisit[] => {
  const result = expand(input);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const codeOf = (input: Partial<Parameters<typeof expandSchedule>[0]>) => {
  const result = expand(input);
  return result.ok ? 'ok' : result.code;
};
const plan = (input: Parameters<typeof planOrder>[0]) => {
  const result = planOrder(input);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('a weekly schedule', () => {
  it('twice a week for ten weeks is twenty visits in time order', () => {
    const visits = visitsOf();
    expect(visits).toHaveLength(20);
    expect(visits[0]).toMatchObject({ minutes: 90 });
    expect(visits[0]?.start.toString()).toBe('2026-06-01T08:30:00Z');
    expect(visits[19]?.date.toString()).toBe('2026-08-06');
  });

  it('leaves out the days that were skipped', () => {
    expect(visitsOf({ skipDates: [day('2026-06-04'), day('2026-06-05')] })).toHaveLength(19);
  });

  it('keeps its time on the clock when summer time ends', () => {
    const visits = visitsOf({ firstDate: day('2026-10-19'), lastDate: day('2026-10-26') });
    expect(visits.map((visit) => visit.start.toString())).toEqual([
      '2026-10-19T08:30:00Z',
      '2026-10-22T13:00:00Z',
      '2026-10-26T09:30:00Z',
    ]);
  });

  it('plans a night from 10pm to 7am as ten hours when clocks go back and eight when they go forward', () => {
    const night = (date: string) =>
      visitsOf({
        pattern: [{ weekday: 6, startTime: time('22:00'), endTime: time('07:00') }],
        firstDate: day(date),
        lastDate: day(date),
        budgetYear: { firstDate: day('2026-01-01'), lastDate: day('2026-12-31') },
      });
    expect(
      plan({ unit: 'hour', unitPence: pence(1600), visits: night('2026-10-24'), shares: [{ lineId: 'l', weight: 1 }] })
        .totalPence,
    ).toBe(16_000n);
    expect(
      plan({ unit: 'hour', unitPence: pence(1600), visits: night('2026-03-28'), shares: [{ lineId: 'l', weight: 1 }] })
        .totalPence,
    ).toBe(12_800n);
    expect(night('2026-10-17')[0]?.minutes).toBe(540);
  });

  it('asks which moment is meant in a clock change, and takes the answer', () => {
    const doubtful = {
      pattern: [{ weekday: 7, startTime: time('01:30'), minutes: 60 }] as const,
      firstDate: day('2026-10-25'),
      lastDate: day('2026-10-25'),
    };
    expect(expand(doubtful)).toMatchObject({
      code: 'time.in_clock_change_overlap',
      details: { date: '2026-10-25', choices: [{ choose: 'earlier' }, { choose: 'later' }] },
    });
    expect(visitsOf({ ...doubtful, clockChoice: 'later' })[0]?.start.toString()).toBe('2026-10-25T01:30:00Z');
    expect(codeOf({ ...doubtful, firstDate: day('2027-03-28'), lastDate: day('2027-03-28') })).toBe(
      'time.in_clock_change_gap',
    );
  });

  it('can visit every other week', () => {
    expect(visitsOf({ everyWeeks: 2 })).toHaveLength(10);
  });

  it('is refused outside the budget year, backwards, empty, endless or too long', () => {
    expect(codeOf({ firstDate: day('2026-03-31') })).toBe('schedule.outside_budget_year');
    expect(codeOf({ lastDate: day('2027-04-01') })).toBe('schedule.outside_budget_year');
    expect(codeOf({ lastDate: day('2026-05-31') })).toBe('schedule.ends_before_start');
    expect(codeOf({ pattern: [] })).toBe('schedule.pattern_empty');
    expect(codeOf({ firstDate: day('2026-06-02'), lastDate: day('2026-06-02') })).toBe('schedule.no_visits');
    expect(codeOf({ pattern: [{ weekday: 1, startTime: time('09:00'), minutes: 1441 }] })).toBe(
      'schedule.visit_too_long',
    );
    expect(codeOf({ pattern: [{ weekday: 1, startTime: time('09:00'), minutes: 0 }] })).toBe('schedule.visit_too_long');
    const everyHour = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
      Array.from({ length: 3 }, (_, hour) => ({ weekday, startTime: time(`${10 + hour}:00`), minutes: 60 })),
    );
    expect(codeOf({ pattern: everyHour, firstDate: budgetYear.firstDate, lastDate: budgetYear.lastDate })).toBe(
      'schedule.too_many_visits',
    );
  });

  it('puts every visit on a weekday of the pattern between its dates, as long as it should be', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 6, max: 60 }),
        fc.integer({ min: 1, max: 1440 }),
        (weekdays, offset, length, minutes) => {
          const firstDate = budgetYear.firstDate.add({ days: offset });
          const lastDate = firstDate.add({ days: Math.min(length, 364 - offset) });
          const visits = visitsOf({
            pattern: weekdays.map((weekday) => ({ weekday: weekday as Weekday, startTime: time('09:00'), minutes })),
            firstDate,
            lastDate,
          });
          for (const visit of visits) {
            expect(weekdays).toContain(visit.date.dayOfWeek);
            expect(visit.minutes).toBe(minutes);
            expect(Temporal.PlainDate.compare(visit.date, firstDate)).toBeGreaterThanOrEqual(0);
            expect(Temporal.PlainDate.compare(visit.date, lastDate)).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the price of an order', () => {
  const oneLine = [{ lineId: 'line_care', weight: 1 }];

  it('is £576.00 at the agreed £19.20 and £660.00 at the public £22.00', () => {
    expect(plan({ unit: 'hour', unitPence: pence(1920), visits: visitsOf(), shares: oneLine }).totalPence).toBe(
      57_600n,
    );
    expect(plan({ unit: 'hour', unitPence: pence(2200), visits: visitsOf(), shares: oneLine }).totalPence).toBe(
      66_000n,
    );
  });

  it('of a family session of £50.00 falls as £16.67, £16.67 and £16.66, in a fixed order', () => {
    const shares = ['line_mother', 'line_son_1', 'line_son_2'].map((lineId) => ({ lineId, weight: 1 }));
    expect(plan({ unit: 'session', unitPence: pence(5000), shares }).perLine).toEqual([
      { lineId: 'line_mother', amountPence: 1667n },
      { lineId: 'line_son_1', amountPence: 1667n },
      { lineId: 'line_son_2', amountPence: 1666n },
    ]);
  });

  it('multiplies what is counted, once or at each visit', () => {
    expect(plan({ unit: 'item', unitPence: pence(999), quantity: 3, shares: oneLine }).totalPence).toBe(2997n);
    expect(plan({ unit: 'session', unitPence: pence(1250), visits: visitsOf(), shares: oneLine }).totalPence).toBe(
      25_000n,
    );
  });

  it('always adds up: visits to the total, shares to each visit, lines to the total', () => {
    const visits = visitsOf();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
        (rate, weights) => {
          const shares = weights.map((weight, index) => ({ lineId: `line_${index}`, weight }));
          const priced = plan({ unit: 'hour', unitPence: pence(rate), visits, shares });
          expect(addPence(...priced.charges.map((charge) => charge.amountPence))).toBe(priced.totalPence);
          expect(addPence(...priced.perLine.map((line) => line.amountPence))).toBe(priced.totalPence);
          for (const charge of priced.charges) {
            expect(addPence(...charge.shares.map((share) => share.amountPence))).toBe(charge.amountPence);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is refused without a quantity, a payer, a weight, or times where time is what is bought', () => {
    const code = (input: Parameters<typeof planOrder>[0]) => {
      const result = planOrder(input);
      return result.ok ? 'ok' : result.code;
    };
    const base = { unit: 'item', unitPence: pence(100), shares: oneLine } as const;
    expect(code({ ...base, quantity: 0 })).toBe('order.quantity_not_positive');
    expect(code({ ...base, quantity: 1.5 })).toBe('order.quantity_not_positive');
    expect(code({ ...base, shares: [] })).toBe('basket.shares_missing');
    expect(code({ ...base, shares: [{ lineId: 'l', weight: 0 }] })).toBe('basket.share_weight_not_positive');
    expect(code({ ...base, unit: 'hour' })).toBe('offer.needs_a_time');
  });
});
