import { expect, test } from 'vitest';
import { pence } from '../shared/money.ts';
import { mayAgreeToSettlement, mostSettledAlone } from './settle-rules.ts';

const most = (expected: number, found: number, over = 10_000) =>
  mostSettledAlone({ expectedPence: pence(expected), foundPence: pence(found), overAgreedPence: pence(over) });

test('One officer decides up to the larger of what was agreed and what was recorded', () => {
  expect(most(2_880, 3_040)).toBe(3_040n);
  expect(most(2_880, 1_000)).toBe(2_880n);
});

test('What was recorded far above the agreed sum is not decided by one officer alone', () => {
  expect(most(12_110, 47_229)).toBe(22_110n);
  expect(most(12_110, 22_110)).toBe(22_110n);
  expect(most(12_110, 47_229, 0)).toBe(12_110n);
});

test('A second officer is another person, and not one whom the first brought in lately', () => {
  expect(mayAgreeToSettlement('acc_1', 'acc_1', false)).toMatchObject({ code: 'exception.same_person' });
  expect(mayAgreeToSettlement('acc_1', 'acc_2', true)).toMatchObject({ code: 'exception.invited_by_proposer' });
  expect(mayAgreeToSettlement('acc_1', 'acc_2', false)).toMatchObject({ ok: true });
});
