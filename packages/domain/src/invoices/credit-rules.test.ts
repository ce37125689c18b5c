// What a credit note takes back: its lines add up to it exactly, and nothing more than is left is ever taken.

import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { planCredit } from './credit-rules.ts';

const line = (id: string, remaining: number, rateBasisPoints = 0) => ({
  id,
  category: rateBasisPoints === 0 ? 'E' : 'S',
  rateBasisPoints,
  remainingPence: pence(remaining),
});
const right = (...prices: readonly (readonly [string, number])[]) =>
  new Map(prices.map(([id, price]) => [id, pence(price)]));

describe('a credit note', () => {
  it('of a part lowers the lines that are named, and the nets add up to the note', () => {
    const plan = planCredit(
      [line('a', 4_800, 2_000), line('b', 4_801, 2_000), line('c', 2_880)],
      right(['a', 4_000], ['b', 4_000]),
      false,
    );
    if (!plan.ok) throw new Error(plan.code);
    const { lines, sums } = plan.value;
    expect(lines.map(({ line: { id }, creditPence }) => [id, creditPence])).toEqual([
      ['a', 800n],
      ['b', 801n],
    ]);
    expect(sums.totalPence).toBe(1_601n);
    expect(lines.reduce((sum, { netPence }) => sum + netPence, 0n)).toBe(sums.netPence);
    expect(sums.netPence + sums.vatPence + sums.roundingPence).toBe(sums.totalPence);
  });

  it('that is billed again takes everything back that is left, whatever the right price is', () => {
    const plan = planCredit([line('a', 2_880), line('b', 0)], right(['a', 3_000]), true);
    expect(plan).toMatchObject({ ok: true, value: { lines: [{ creditPence: 2_880n, rightPence: 3_000n }] } });
  });

  it('refuses more than the invoice said, a line that is not on it, and a change of nothing', () => {
    const lines = [line('a', 2_880)];
    expect(planCredit(lines, right(['a', 2_881]), false)).toMatchObject({ code: 'credit_note.above_invoice' });
    expect(planCredit(lines, right(['x', 1]), false)).toMatchObject({ code: 'record.not_found' });
    expect(planCredit(lines, right(['a', 2_880]), false)).toMatchObject({ code: 'credit_note.nothing_to_credit' });
    expect(planCredit([line('a', 0)], right(), true)).toMatchObject({ code: 'credit_note.nothing_to_credit' });
  });
});
