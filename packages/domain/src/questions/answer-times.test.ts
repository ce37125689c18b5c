import { describe, expect, it } from 'vitest';
import { usualAnswerTime } from './answer-times.ts';

describe('how long an answer usually takes', () => {
  it('is told from three answers on', () => {
    expect(usualAnswerTime(2, 60)).toBeNull();
    expect(usualAnswerTime(3, null)).toBeNull();
    expect(usualAnswerTime(3, 60)).toEqual({ within: 'hour' });
  });

  it('is rounded up, so that what is promised is kept', () => {
    expect(usualAnswerTime(5, 3_601)).toEqual({ within: 'hours', count: 2 });
    expect(usualAnswerTime(5, 23 * 3_600 + 1)).toEqual({ within: 'day' });
    expect(usualAnswerTime(5, 24 * 3_600 + 1)).toEqual({ within: 'days', count: 2 });
  });
});
