// Dates are read by people, so their words are proved one by one.
import { describe, expect, it } from 'vitest';
import { addDays, sayDate, sayDateOf, sayDay, sayTime, sayVisit } from './dates.ts';

describe('dates in words', () => {
  it('says a visit as the house style does', () => {
    expect(sayVisit('2026-11-03T09:30:00Z', '2026-11-03T11:00:00Z')).toBe('Tuesday 3 November, 9:30am to 11am');
  });

  it('speaks London time in summer', () => {
    expect(sayVisit('2026-07-01T09:30:00Z')).toBe('Wednesday 1 July, 10:30am');
  });

  it('says the day that it was in London, not in Greenwich', () => {
    expect(sayDateOf('2026-07-01T23:30:00Z')).toBe('2 July 2026');
  });

  it('names both days of a night', () => {
    expect(sayVisit('2026-10-24T21:00:00Z', '2026-10-25T07:00:00Z')).toBe(
      'Saturday 24 October, 10pm to Sunday 25 October, 7am',
    );
  });

  it('has words for the middle of the day and of the night', () => {
    expect(sayTime('2026-11-03T12:00:00Z')).toBe('midday');
    expect(sayTime('2026-11-03T00:00:00Z')).toBe('midnight');
    expect(sayTime('2026-11-03T00:05:00Z')).toBe('12:05am');
    expect(sayTime('2026-11-03T12:30:00Z')).toBe('12:30pm');
  });

  it('writes whole dates with the year', () => {
    expect(sayDate('2026-11-03')).toBe('3 November 2026');
    expect(sayDay('2026-11-03', 'with-year')).toBe('Tuesday 3 November 2026');
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  });
});
