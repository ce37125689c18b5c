import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addPence, pence } from '../shared/money.ts';
import { type BasketItem, type BasketLine, checkBasket, type OrderMandate } from './basket.ts';
import { cancellationNotice } from './notice.ts';

const at = Temporal.Instant.from('2026-06-01T10:00:00Z');
const line = (id: string, personId: string, left: number, open = true): BasketLine => ({
  id,
  personId,
  open,
  leftPence: pence(left),
});
const lines = [
  line('care', 'asha', 520_000),
  line('own', 'asha', 5_000),
  line('mother', 'mum', 100_000),
  line('son1', 'sam', 100_000),
  line('son2', 'tom', 100_000),
];
const item = (
  id: string,
  providerId: string,
  charges: readonly number[],
  ...lineIds: readonly string[]
): BasketItem => ({
  id,
  providerId,
  // of the first line that pays, unless a test says otherwise
  personId: lines.find((one) => one.id === lineIds[0])?.personId ?? 'asha',
  offerId: `off_${id}`,
  chargesPence: charges.map((amount) => pence(amount)),
  shares: lineIds.map((lineId) => ({ lineId, weight: 1 })),
});
const mandate = (personId: string, more: Partial<OrderMandate> = {}): OrderMandate => ({
  id: `man_${personId}`,
  personId,
  firstDate: Temporal.PlainDate.from('2026-04-01'),
  lastDate: null,
  revokedAt: null,
  mayOrder: true,
  lineIds: null,
  limitPence: null,
  ...more,
});
const check = (items: readonly BasketItem[], more: Partial<Parameters<typeof checkBasket>[0]> = {}) =>
  checkBasket({ items, lines, buyer: { personIds: ['asha'] }, mandates: [], at, ...more });
const codeOf = (items: readonly BasketItem[], more: Partial<Parameters<typeof checkBasket>[0]> = {}) => {
  const result = check(items, more);
  return result.ok ? 'ok' : result.code;
};

describe('a basket', () => {
  it('with two providers and two lines becomes two orders and says what each line pays', () => {
    const result = check([
      item('a', 'org_a', new Array<number>(20).fill(2880), 'care'),
      item('b', 'org_b', [1250], 'own'),
    ]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        orders: [
          { providerId: 'org_a', personId: 'asha', totalPence: 57_600n },
          { providerId: 'org_b', personId: 'asha', totalPence: 1_250n },
        ],
        lines: [
          { lineId: 'care', needsPence: 57_600n, leftPence: 520_000n },
          { lineId: 'own', needsPence: 1_250n, leftPence: 5_000n },
        ],
        totalPence: 58_850n,
      },
    });
  });

  it('is refused with the figures of every line that falls short', () => {
    const result = check([item('a', 'org_a', new Array<number>(20).fill(3300), 'own')]);
    expect(result).toEqual({
      ok: false,
      code: 'budget.not_enough_money',
      details: { lines: [{ lineId: 'own', needsPence: 66_000n, leftPence: 5_000n }] },
    });
  });

  it('adds up everything a line must pay before it says that the line can', () => {
    expect(codeOf([item('a', 'org_a', [3000], 'own'), item('b', 'org_b', [2000], 'own')])).toBe('ok');
    expect(codeOf([item('a', 'org_a', [3000], 'own'), item('b', 'org_b', [2001], 'own')])).toBe(
      'budget.not_enough_money',
    );
  });

  it('of a family becomes one order, split over their lines with the odd penny in a fixed place', () => {
    const result = check([item('s', 'org_s', [5000], 'mother', 'son1', 'son2')], {
      buyer: { personIds: [] },
      mandates: [mandate('mum'), mandate('sam'), mandate('tom')],
    });
    expect(result.ok && result.value.orders.map((order) => [order.personId, order.totalPence])).toEqual([
      ['mum', 5000n],
    ]);
    expect(result.ok && result.value.lines.map((one) => [one.lineId, one.needsPence])).toEqual([
      ['mother', 1667n],
      ['son1', 1667n],
      ['son2', 1666n],
    ]);
  });

  it('puts two things of one provider for one person on one order', () => {
    const result = check([item('a', 'org_a', [100], 'care'), item('b', 'org_a', [200], 'own')]);
    expect(result.ok && result.value.orders).toHaveLength(1);
  });

  it('for somebody else needs a mandate that holds at that moment and covers the line and the amount', () => {
    const ask = (one: OrderMandate, when = at) =>
      codeOf([item('m', 'org_a', [10_000], 'mother')], { buyer: { personIds: [] }, mandates: [one], at: when });
    const lastDate = Temporal.PlainDate.from('2026-06-30');
    expect(ask(mandate('mum'))).toBe('ok');
    expect(ask(mandate('sam'))).toBe('mandate.missing');
    expect(ask(mandate('mum', { mayOrder: false }))).toBe('mandate.missing');
    expect(ask(mandate('mum', { firstDate: Temporal.PlainDate.from('2026-06-02') }))).toBe('mandate.not_started');
    expect(ask(mandate('mum', { revokedAt: at }))).toBe('mandate.ended');
    expect(ask(mandate('mum', { lastDate }), Temporal.Instant.from('2026-06-30T22:59:59Z'))).toBe('ok');
    expect(ask(mandate('mum', { lastDate }), Temporal.Instant.from('2026-06-30T23:00:00Z'))).toBe('mandate.ended');
    expect(ask(mandate('mum', { lineIds: ['other'] }))).toBe('mandate.line_not_covered');
    expect(ask(mandate('mum', { limitPence: pence(9_999) }))).toBe('mandate.over_limit');
    expect(ask(mandate('mum', { limitPence: pence(10_000) }))).toBe('ok');
  });

  it('is refused when one of the family who pay, or the one it is for, gave no mandate', () => {
    const ask = (...people: readonly string[]) =>
      codeOf([item('s', 'org_s', [5000], 'mother', 'son1')], {
        buyer: { personIds: [] },
        mandates: people.map((personId) => mandate(personId)),
      });
    expect(ask('mum', 'sam')).toBe('ok');
    expect(ask('mum')).toBe('mandate.missing');
    expect(ask('sam')).toBe('mandate.missing');
  });

  it('is refused when empty, or an item has no price, no payer, an unknown, closed or weightless line', () => {
    expect(codeOf([])).toBe('basket.empty');
    expect(codeOf([item('a', 'org_a', [], 'care')])).toBe('basket.item_without_price');
    expect(codeOf([item('a', 'org_a', [1])])).toBe('basket.shares_missing');
    expect(codeOf([item('a', 'org_a', [1], 'unknown')])).toBe('basket.line_not_found');
    expect(codeOf([item('a', 'org_a', [1], 'x')], { lines: [line('x', 'asha', 1, false)] })).toBe(
      'budget_line.not_open',
    );
    expect(codeOf([{ ...item('a', 'org_a', [1]), shares: [{ lineId: 'care', weight: 0 }] }])).toBe(
      'basket.share_weight_not_positive',
    );
    expect(codeOf(Array.from({ length: 51 }, (_, index) => item(`${index}`, 'org_a', [1], 'care')))).toBe(
      'basket.too_many_items',
    );
  });

  it('never loses or makes a penny between items, orders and lines', () => {
    const anItem = fc.record({
      providerId: fc.constantFrom('org_a', 'org_b', 'org_c'),
      charges: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
      count: fc.integer({ min: 1, max: 5 }),
    });
    const rich = lines.map((one) => ({ ...one, leftPence: pence(10_000_000) }));
    fc.assert(
      fc.property(fc.array(anItem, { minLength: 1, maxLength: 10 }), (items) => {
        const result = check(
          items.map(({ providerId, charges, weights, count }, index) => ({
            ...item(`${index}`, providerId, charges),
            shares: rich.slice(0, count).map((one, place) => ({ lineId: one.id, weight: weights[place] ?? 1 })),
          })),
          { lines: rich, buyer: { personIds: ['asha', 'mum', 'sam', 'tom'] } },
        );
        if (!result.ok) throw new Error(result.code);
        const bought = items.flatMap((one) => one.charges).reduce((sum, amount) => sum + amount, 0);
        expect(result.value.totalPence).toBe(BigInt(bought));
        expect(addPence(...result.value.orders.map((order) => order.totalPence))).toBe(result.value.totalPence);
        const keys = result.value.orders.map((order) => `${order.providerId} ${order.personId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('notice', () => {
  const visitStart = Temporal.Instant.from('2026-11-03T09:30:00Z');
  const charged = (cancelledAt: string, cancelledBy: 'buyer' | 'provider' = 'buyer') =>
    cancellationNotice({ visitStart, cancelledAt: Temporal.Instant.from(cancelledAt), noticeHours: 48, cancelledBy })
      .charged;

  it('that is exactly long enough costs nothing; a moment less is charged', () => {
    expect(charged('2026-11-01T09:30:00Z')).toBe(false);
    expect(charged('2026-11-01T09:30:01Z')).toBe(true);
  });

  it('never makes a buyer pay for a visit that the provider cancelled', () => {
    expect(charged('2026-11-03T09:29:00Z', 'provider')).toBe(false);
  });

  it('charges the first alone of four visits in a hospital pause', () => {
    const visits = [0, 7, 14, 21].map((days) => visitStart.add({ hours: days * 24 }));
    const cancelledAt = Temporal.Instant.from('2026-11-02T12:00:00Z');
    const answers = visits.map((start) =>
      cancellationNotice({ visitStart: start, cancelledAt, noticeHours: 48, cancelledBy: 'buyer' }),
    );
    expect(answers.map((answer) => answer.charged)).toEqual([true, false, false, false]);
  });
});
