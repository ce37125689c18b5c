// Proves that held time and seeded randomness are the same everywhere, and that today means today in London.

import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { settableClock, systemClock } from './clock.ts';

const instant = (text: string) => Temporal.Instant.from(text);

describe('the settable clock', () => {
  it('stands still until it is moved', () => {
    const clock = settableClock(instant('2026-11-01T09:00:00Z'), 'seed');
    expect(clock.now().toString()).toBe('2026-11-01T09:00:00Z');
    expect(clock.now().toString()).toBe('2026-11-01T09:00:00Z');
    clock.set(instant('2026-12-24T12:00:00Z'));
    expect(clock.now().toString()).toBe('2026-12-24T12:00:00Z');
  });

  it('says the date in London, not in UTC', () => {
    const clock = settableClock(instant('2026-06-30T23:30:00Z'), 'seed');
    expect(clock.today().toString()).toBe('2026-07-01');
    clock.set(instant('2026-12-31T23:30:00Z'));
    expect(clock.today().toString()).toBe('2026-12-31');
  });

  it('keeps the time of day over the October clock change, and counts hours as they are lived', () => {
    const clock = settableClock(instant('2026-10-24T21:00:00Z'), 'seed');
    clock.advance({ days: 1 });
    expect(clock.now().toString()).toBe('2026-10-25T22:00:00Z');
    clock.set(instant('2026-10-24T21:00:00Z'));
    clock.advance({ hours: 24 });
    expect(clock.now().toString()).toBe('2026-10-25T21:00:00Z');
  });

  it('draws the same bytes from the same seed, however they are asked for', () => {
    const start = instant('2026-11-01T09:00:00Z');
    const inOneGo = settableClock(start, 'harbourside').random(100);
    const other = settableClock(start, 'harbourside');
    const inParts = [...other.random(1), ...other.random(0), ...other.random(63), ...other.random(36)];
    expect(inParts).toEqual([...inOneGo]);
    expect([...settableClock(start, 'elsewhere').random(100)]).not.toEqual([...inOneGo]);
    // printf '0:harbourside' | sha256sum
    expect(Buffer.from(inOneGo.subarray(0, 8)).toString('hex')).toBe('d0df74b7394ab698');
  });

  it('does not repeat itself', () => {
    const clock = settableClock(instant('2026-11-01T09:00:00Z'), 'seed');
    const drawn = new Set(Array.from({ length: 1000 }, () => Buffer.from(clock.random(10)).toString('hex')));
    expect(drawn.size).toBe(1000);
  });
});

describe('the system clock', () => {
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['in winter', '2026-12-01T23:59:59.999Z', '2026-12-01', '2026-12-02'],
    ['in summer', '2026-07-01T22:59:59.999Z', '2026-07-01', '2026-07-02'],
    ['on the day of 25 hours', '2026-10-25T23:59:59.999Z', '2026-10-25', '2026-10-26'],
    ['on the day of 23 hours', '2027-03-28T22:59:59.999Z', '2027-03-28', '2027-03-29'],
  ])('changes its date at midnight in London, %s, and back where it is set back', (_, at, before, after) => {
    const last = instant(at).epochMilliseconds;
    vi.useFakeTimers({ toFake: ['Date'], now: last });
    const clock = systemClock();
    const tomorrow = systemClock(86_400);
    expect(clock.today().toString()).toBe(before);
    vi.setSystemTime(last + 1);
    expect(clock.today().toString()).toBe(after);
    expect(tomorrow.today().toString()).toBe(
      instant(at).toZonedDateTimeISO('Europe/London').add({ days: 2 }).toPlainDate().toString(),
    );
    vi.setSystemTime(last);
    expect(clock.today().toString()).toBe(before);
  });

  it('goes forward and agrees with itself about the date', () => {
    const clock = systemClock();
    const before = clock.now();
    expect(Temporal.Instant.compare(clock.now(), before)).toBeGreaterThanOrEqual(0);
    expect(clock.today().toString()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('draws as many bytes as asked, different each time, and refuses a length that makes no sense', () => {
    const clock = systemClock();
    expect(clock.random(32)).toHaveLength(32);
    expect([...clock.random(32)]).not.toEqual([...clock.random(32)]);
    for (const bad of [-1, 1.5, Number.NaN, 65_537]) expect(() => clock.random(bad)).toThrow(RangeError);
  });
});
