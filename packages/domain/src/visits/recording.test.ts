import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { type ChargedVisit, deliveryTransfers, needsMoreMoney, releaseTransfers } from './posting.ts';
import { chooseVisit, type RecordableVisit, recordVisit, toMinute } from './recording.ts';
import { DEFAULT_TOLERANCE } from './tolerance.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-03T${text}:00Z`);

describe('recording a visit', () => {
  const visit: RecordableVisit = {
    state: 'planned',
    orderState: 'accepted',
    serviceDate: Temporal.PlainDate.from('2026-11-03'),
    unit: 'hour',
    unitPence: pence(1920),
    quantity: 1,
    plannedPence: pence(2880),
    shares: [
      { lineId: 'a', weight: 2 },
      { lineId: 'b', weight: 1 },
    ],
  };
  const record = (change: Partial<RecordableVisit> = {}, start = '09:30', end = '11:00', now = '12:00') =>
    recordVisit({
      visit: { ...visit, ...change },
      times: { start: at(start), end: at(end) },
      now: at(now),
      tolerance: DEFAULT_TOLERANCE,
    });

  it('charges the minutes that passed, splits them as reserved, and says whether a human must look', () => {
    expect(record()).toMatchObject({
      ok: true,
      value: { minutes: 90, chargePence: 2880n, shareCharges: [1920n, 960n], within: true, corrects: false },
    });
    expect(record({}, '09:30', '11:05')).toMatchObject({ value: { chargePence: 3040n, within: false } });
  });

  it('replaces what was recorded until it is confirmed, and nothing after', () => {
    expect(record({ state: 'queried' })).toMatchObject({ value: { corrects: true } });
    for (const state of ['confirmed', 'missed', 'cancelled'] as const) {
      expect(record({ state })).toMatchObject({ code: 'visit.not_planned' });
    }
  });

  it('is taken of a visit that had begun when its order was cancelled, and of no visit that was called off', () => {
    expect(record({ orderState: 'cancelled' })).toMatchObject({ ok: true, value: { chargePence: 2880n } });
    expect(record({ orderState: 'cancelled', state: 'cancelled' })).toMatchObject({ code: 'visit.not_planned' });
    expect(record({ orderState: 'declined' })).toMatchObject({ code: 'order.not_accepted' });
  });

  it('is refused before the order is accepted, in the future, backwards, too long, or a month off', () => {
    expect(record({ orderState: 'placed' })).toMatchObject({ code: 'order.not_accepted' });
    expect(record({}, '09:30', '12:01')).toMatchObject({ code: 'visit.in_the_future' });
    expect(record({}, '11:00', '11:00')).toMatchObject({ code: 'visit.ends_before_start' });
    expect(record({ serviceDate: Temporal.PlainDate.from('2026-10-03') })).toMatchObject({ code: 'visit.other_day' });
    expect(record({ serviceDate: Temporal.PlainDate.from('2026-10-27') })).toMatchObject({ ok: true });
  });

  it('needs no times where time is not what is charged', () => {
    const input = { visit, times: null, now: at('12:00'), tolerance: DEFAULT_TOLERANCE };
    expect(recordVisit(input)).toMatchObject({ code: 'actuals.start_missing' });
    const sessions = { ...visit, unit: 'session', quantity: 3, plannedPence: pence(5760) } as const;
    expect(recordVisit({ ...input, visit: sessions })).toMatchObject({
      value: { minutes: null, chargePence: 5760n, within: true },
    });
  });

  it('drops seconds, so that what is shown is what is charged', () => {
    expect(toMinute(Temporal.Instant.from('2026-11-03T09:31:59.9Z')).toString()).toBe('2026-11-03T09:31:00Z');
  });
});

describe('which visit a row speaks of', () => {
  const planned = (id: string, start: string | null, state: 'planned' | 'confirmed' | 'missed' = 'planned') => ({
    id,
    state,
    plannedStart: start === null ? null : at(start),
  });
  const choose = (...visits: ReturnType<typeof planned>[]) => {
    const chosen = chooseVisit(visits, at('09:40'));
    return chosen.ok ? chosen.value.id : chosen.code;
  };

  it('is the one planned nearest to it, or the only one still to come', () => {
    expect(choose(planned('far', '17:00'), planned('near', '09:30'))).toBe('near');
    expect(choose(planned('done', null, 'confirmed'), planned('open', null))).toBe('open');
    expect(choose(planned('off', '09:40', 'missed'), planned('on', '12:00'))).toBe('on');
  });

  it('is not guessed where two fit alike, and not found where there is none', () => {
    expect(choose(planned('a', '09:30'), planned('b', '09:50'))).toBe('actuals.more_than_one_visit');
    expect(choose(planned('a', null), planned('b', null))).toBe('actuals.more_than_one_visit');
    expect(choose()).toBe('record.not_found');
  });
});

describe('paying for a visit', () => {
  const visit = (...shares: readonly (readonly [planned: number, charge: number])[]): ChargedVisit => ({
    visitId: 'vis_1',
    orderId: 'ord_1',
    organisationId: 'org_1',
    shares: shares.map(([planned, charge], position) => ({
      position,
      lineId: `line_${position}`,
      plannedPence: pence(planned),
      chargePence: pence(charge),
      reservationId: planned > 0 ? `tr_reserve:vis_1:${position}` : null,
    })),
  });
  const moves = (of: ChargedVisit) =>
    deliveryTransfers(of).map((one) => [one.id, one.kind, one.kind === 'void' ? null : one.amountPence]);

  it('posts up to what was reserved and takes the rest on top', () => {
    expect(moves(visit([2880, 1920]))).toEqual([['tr_deliver:vis_1:0', 'post', 1920n]]);
    expect(moves(visit([2880, 3008]))).toEqual([
      ['tr_deliver:vis_1:0', 'post', 2880n],
      ['tr_overrun:vis_1:0', 'single', 128n],
    ]);
    expect(needsMoreMoney(visit([2880, 2880]))).toBe(false);
    expect(needsMoreMoney(visit([2880, 2000], [10, 11]))).toBe(true);
  });

  it('gives a reservation back where a line is charged nothing; with none reserved it moves nothing', () => {
    expect(moves(visit([1, 0], [0, 0], [0, 5]))).toEqual([
      ['tr_deliver:vis_1:0', 'void', null],
      ['tr_overrun:vis_1:2', 'single', 5n],
    ]);
    expect(releaseTransfers(visit([1, 0], [0, 0])).map(({ id }) => id)).toEqual(['tr_release:vis_1:0']);
  });
});
