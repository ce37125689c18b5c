import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { splitOverShares } from '../orders/schedule.ts';
import { addPence, pence, priceForMinutes } from '../shared/money.ts';
import { isProblemCode } from '../shared/problems.ts';
import { readActualsRow } from './actuals.ts';
import { chargeVisit } from './charge.ts';
import { checkTolerance, DEFAULT_TOLERANCE, mostWithinTolerance } from './tolerance.ts';

describe('tolerance', () => {
  const check = (planned: number, recorded: number, hourly: number | null = null) =>
    checkTolerance({
      plannedPence: pence(planned),
      recordedPence: pence(recorded),
      hourlyPence: hourly === null ? null : pence(hourly),
      ...DEFAULT_TOLERANCE,
    });

  it('passes 94 minutes for 90 by itself (+4.4 %) and holds 95 (+5.6 %)', () => {
    const hour = pence(1920);
    expect(priceForMinutes(hour, 94)).toBe(3008n);
    expect(check(2880, 3008, 1920)).toEqual({ within: true, differencePence: 128n, differenceBasisPoints: 444 });
    expect(check(2880, 3040, 1920)).toEqual({ within: false, differencePence: 160n, differenceBasisPoints: 556 });
  });

  it('never asks about a minute on twenty', () => {
    const hour = pence(1873);
    expect([priceForMinutes(hour, 20), priceForMinutes(hour, 21)]).toEqual([624n, 656n]);
    expect(check(624, 656, 1873).within).toBe(true);
    expect(check(624, 656).within).toBe(false);
  });

  it('lets pass any difference below the price of five minutes, and asks about five whole minutes', () => {
    expect(check(640, 640 + 159, 1920).within).toBe(true);
    expect(check(640, 640 + 160, 1920).within).toBe(false);
  });

  it('has no floor where the charge does not follow the time, nor over a plan of nothing', () => {
    expect(check(640, 700, null).within).toBe(false);
    expect(check(0, 1, 1920).within).toBe(false);
  });

  it('says the most that passes: a penny more is asked about', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.option(fc.integer({ min: 1, max: 20_000 })),
        (planned, hourly) => {
          const hourlyPence = hourly === null ? null : pence(hourly);
          const most = Number(mostWithinTolerance({ plannedPence: pence(planned), hourlyPence, ...DEFAULT_TOLERANCE }));
          expect(check(planned, most, hourly).within).toBe(true);
          expect(check(planned, most + 1, hourly).within).toBe(false);
        },
      ),
    );
  });

  it('is the lower of 5 % and £10.00, both inclusive', () => {
    expect(check(2880, 3024).within).toBe(true);
    expect(check(2880, 3025).within).toBe(false);
    expect(check(100_000, 101_000).within).toBe(true);
    expect(check(100_000, 101_001).within).toBe(false);
  });

  it('never asks a human about less than was planned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), (planned, less) => {
        const recorded = Math.max(0, planned - less);
        expect(check(planned, recorded).within).toBe(true);
      }),
    );
  });

  it('allows nothing over a plan of nothing', () => {
    expect(check(0, 1)).toEqual({ within: false, differencePence: 1n });
    expect(check(0, 0).within).toBe(true);
  });
});

describe('the charge of a visit', () => {
  const start = Temporal.Instant.from('2026-10-24T21:00:00Z');

  it('follows the time that passed over the clock change', () => {
    const end = Temporal.Instant.from('2026-10-25T07:00:00Z');
    expect(
      chargeVisit({ unit: 'hour', unitPence: pence(1600), start, end, shares: [{ lineId: 'l', weight: 1 }] }),
    ).toEqual({ minutes: 600, amountPence: 16_000n, shares: [{ lineId: 'l', amountPence: 16_000n }] });
  });

  it('does not follow time where a session is bought', () => {
    const end = start.add({ minutes: 45 });
    const shares = ['a', 'b', 'c'].map((lineId) => ({ lineId, weight: 1 }));
    expect(chargeVisit({ unit: 'session', unitPence: pence(5000), start, end, shares })).toMatchObject({
      minutes: 45,
      amountPence: 5000n,
      shares: [{ amountPence: 1667n }, { amountPence: 1667n }, { amountPence: 1666n }],
    });
  });

  it('adds up over its shares, settled or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (amount, weights) => {
          const shares = splitOverShares(
            pence(amount),
            weights.map((weight, index) => ({ lineId: `${index}`, weight })),
          );
          expect(addPence(...shares.map((share) => share.amountPence))).toBe(BigInt(amount));
        },
      ),
    );
  });
});

describe('a row of actuals', () => {
  const now = Temporal.Instant.from('2026-11-30T00:00:00Z');
  const row = {
    reference: 'ord_1',
    worker: 'Femi',
    worker_reference: '',
    start: '2026-11-03 09:30',
    end: '2026-11-03 11:04',
  };
  const read = (change: Partial<typeof row>) => readActualsRow({ ...row, ...change }, now);
  const codeOf = (change: Partial<typeof row>) => {
    const result = read(change);
    return result.ok ? 'ok' : `${result.code} ${String(result.details?.column)}`;
  };

  it('is taken with its real minutes, in any of the forms that spreadsheets save', () => {
    expect(read({})).toMatchObject({
      ok: true,
      value: { reference: 'ord_1', worker: { name: 'Femi', reference: null }, minutes: 94 },
    });
    for (const start of [
      '03/11/2026 09:30',
      '2026-11-03T09:30',
      '2026-11-03T09:30:00Z',
      '3/11/2026 9:30',
      '2026-11-03 09:30:00',
    ]) {
      expect(read({ start })).toMatchObject({ ok: true, value: { minutes: 94 } });
    }
  });

  it('of 27 hours is refused, and 24 hours is the longest', () => {
    expect(codeOf({ end: '2026-11-04 12:30' })).toBe('visit.longer_than_24_hours end');
    expect(codeOf({ end: '2026-11-04 09:30' })).toBe('ok');
    expect(codeOf({ end: '2026-11-04 09:31' })).toBe('visit.longer_than_24_hours end');
  });

  it('names the cell that is wrong', () => {
    expect(codeOf({ reference: ' ' })).toBe('actuals.reference_missing reference');
    expect(codeOf({ worker: '' })).toBe('actuals.worker_missing worker');
    expect(codeOf({ worker: '\u200B\u0301' })).toBe('actuals.worker_missing worker');
    expect(codeOf({ worker: '', worker_reference: 'F1' })).toBe('ok');
    expect(codeOf({ worker_reference: 'F'.repeat(41) })).toBe('worker.reference_too_long worker_reference');
    expect(codeOf({ start: '' })).toBe('actuals.start_missing start');
    expect(codeOf({ end: '' })).toBe('actuals.end_missing end');
    expect(codeOf({ start: '2026-02-30 09:30' })).toBe('date.does_not_exist start');
    expect(codeOf({ start: 'Tuesday' })).toBe('date.not_a_date start');
    expect(codeOf({ start: '2026-11-03' })).toBe('time.not_a_time start');
    expect(codeOf({ start: '2026-11-03 25:00' })).toBe('time.not_a_time start');
    expect(codeOf({ end: '2026-11-03 09:30' })).toBe('visit.ends_before_start end');
    expect(codeOf({ end: '2026-11-03 09:00' })).toBe('visit.ends_before_start end');
    expect(codeOf({ start: '2026-12-01 09:30', end: '2026-12-01 10:30' })).toBe('visit.in_the_future end');
  });

  it('in a clock change is asked for its offset, and taken with it', () => {
    expect(codeOf({ start: '2026-10-25 01:30', end: '2026-10-25 03:00' })).toBe('time.in_clock_change_overlap start');
    expect(codeOf({ start: '2026-03-28 22:00', end: '2026-03-29 01:30' })).toBe('time.in_clock_change_gap end');
    expect(read({ start: '2026-10-25T01:30+01:00', end: '2026-10-25 03:00' })).toMatchObject({
      value: { minutes: 150 },
    });
    expect(read({ start: '2026-10-25T01:30+00:00', end: '2026-10-25 03:00' })).toMatchObject({
      value: { minutes: 90 },
    });
  });

  it('never throws, whatever is in the cells', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (reference, start, end) => {
        const result = readActualsRow({ ...row, reference, start, end }, now);
        if (!result.ok) expect(isProblemCode(result.code)).toBe(true);
      }),
    );
  });
});
