import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { splitGivenBack, splitTaken, standingOf } from './card-returns.ts';

describe('card money that is taken back', () => {
  it('comes from what the line has left, and the rest is owed', () => {
    expect(splitTaken(pence(4_000), pence(1_500))).toEqual({ fromLine: 1_500n, owed: 2_500n });
    expect(splitTaken(pence(4_000), pence(9_000))).toEqual({ fromLine: 4_000n, owed: 0n });
    expect(splitTaken(pence(4_000), pence(0))).toEqual({ fromLine: 0n, owed: 4_000n });
  });

  it('settles what is owed first when it is given back, then what was given up, and the line has the rest', () => {
    const taken = {
      fromLinePence: pence(1_500),
      owedPence: pence(1_000),
      repaidPence: pence(900),
      writtenOffPence: pence(600),
    };
    expect(splitGivenBack(taken)).toEqual({ toDebt: 1_000n, toWriteOff: 600n, toLine: 2_400n });
  });

  it('counts a dispute as taken until it is won, an inquiry not at all, and a failed refund as given back', () => {
    expect(['needs_response', 'under_review', 'lost', 'won'].map((status) => standingOf('dispute', status))).toEqual([
      'taken',
      'taken',
      'final',
      'given-back',
    ]);
    expect(standingOf('dispute', 'warning_needs_response')).toBe('nothing');
    expect(standingOf('refund', 'failed')).toBe('given-back');
    expect(standingOf('refund', 'toString')).toBe(undefined);
  });
});
