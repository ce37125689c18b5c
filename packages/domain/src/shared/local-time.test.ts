import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  LONDON,
  londonDate,
  londonInstant,
  minutesBetween,
  parseDate,
  parseTime,
  startOfLondonDay,
} from './local-time.ts';
import { pence, priceForMinutes } from './money.ts';

const at = (date: string, time: string, choice?: 'earlier' | 'later') => {
  const result = londonInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time), choice);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const refusal = (date: string, time: string) => {
  const result = londonInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time));
  return result.ok ? undefined : result;
};
const codeOf = (result: { ok: boolean; code?: string; value?: unknown }) =>
  result.ok ? String(result.value) : result.code;

describe('London time', () => {
  it('makes the night the clocks go back ten hours long: £160.00 at £16.00', () => {
    const minutes = minutesBetween(at('2026-10-24', '22:00'), at('2026-10-25', '07:00'));
    expect(minutes).toBe(600);
    expect(priceForMinutes(pence(1600), minutes)).toBe(16_000n);
  });

  it('makes the night the clocks go forward eight hours long: £128.00 at £16.00', () => {
    const minutes = minutesBetween(at('2026-03-28', '22:00'), at('2026-03-29', '07:00'));
    expect(minutes).toBe(480);
    expect(priceForMinutes(pence(1600), minutes)).toBe(12_800n);
  });

  it('refuses a time in the March gap and offers the moments on either side', () => {
    const refused = refusal('2026-03-29', '01:30');
    expect(refused?.code).toBe('time.in_clock_change_gap');
    expect(refused?.details?.choices).toEqual([
      { choose: 'earlier', instant: '2026-03-29T00:30:00Z', local: '2026-03-29T00:30:00+00:00' },
      { choose: 'later', instant: '2026-03-29T01:30:00Z', local: '2026-03-29T02:30:00+01:00' },
    ]);
  });

  it('refuses a time in the October overlap and offers both moments, an hour apart', () => {
    const refused = refusal('2026-10-25', '01:30');
    expect(refused?.code).toBe('time.in_clock_change_overlap');
    expect(refused?.details?.choices).toEqual([
      { choose: 'earlier', instant: '2026-10-25T00:30:00Z', local: '2026-10-25T01:30:00+01:00' },
      { choose: 'later', instant: '2026-10-25T01:30:00Z', local: '2026-10-25T01:30:00+00:00' },
    ]);
  });

  it('is what the time zone itself says, on every day around a change of the clocks and on any other', () => {
    const changes: Temporal.PlainDate[] = [];
    for (let at = Temporal.ZonedDateTime.from(`1900-01-01[${LONDON}]`); at.year < 2150; ) {
      const next = at.getTimeZoneTransition('next');
      if (next === null) break;
      changes.push(next.toPlainDate());
      at = next;
    }
    expect(changes.length).toBeGreaterThan(200);
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2, max: 2 }))
      .map(([date, days]) => date.add({ days }));
    const any = fc.integer({ min: 0, max: 100_000 }).map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }));
    const seconds = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(fc.oneof(near, any), fc.oneof(seconds, fc.integer({ min: 0, max: 4 * 3_600 })), (date, second) => {
        const time = Temporal.PlainTime.from('00:00').add({ seconds: second });
        const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
          date.toPlainDateTime(time).toZonedDateTime(LONDON, { disambiguation }).toInstant().toString(),
        );
        expect(startOfLondonDay(date).toString()).toBe(date.toZonedDateTime(LONDON).toInstant().toString());
        expect(startOfLondonDay(date).toString()).toBe(date.toZonedDateTime(LONDON).toInstant().toString());
        const said = londonInstant(date, time);
        expect(said.ok ? said.value.toString() : null).toBe(earlier === later ? earlier : null);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes the moment that was chosen', () => {
    expect(at('2026-10-25', '01:30', 'earlier').toString()).toBe('2026-10-25T00:30:00Z');
    expect(at('2026-10-25', '01:30', 'later').toString()).toBe('2026-10-25T01:30:00Z');
  });

  it('is exact at the edges of both clock changes', () => {
    expect(at('2026-03-29', '00:59').toString()).toBe('2026-03-29T00:59:00Z');
    expect(refusal('2026-03-29', '01:00')?.code).toBe('time.in_clock_change_gap');
    expect(at('2026-03-29', '02:00').toString()).toBe('2026-03-29T01:00:00Z');
    expect(at('2026-10-25', '00:59').toString()).toBe('2026-10-24T23:59:00Z');
    expect(refusal('2026-10-25', '01:00')?.code).toBe('time.in_clock_change_overlap');
    expect(at('2026-10-25', '02:00').toString()).toBe('2026-10-25T02:00:00Z');
  });

  it('gives back the date and time that went in, on every day without doubt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4382 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
        const date = Temporal.PlainDate.from('2024-01-01').add({ days });
        const time = Temporal.PlainTime.from('00:00').add({ minutes: minute });
        const result = londonInstant(date, time);
        if (!result.ok) return;
        expect(londonDate(result.value).equals(date)).toBe(true);
        expect(result.value.toZonedDateTimeISO('Europe/London').toPlainTime().equals(time)).toBe(true);
      }),
    );
  });

  it('knows a London day from an instant near midnight in summer', () => {
    expect(londonDate(Temporal.Instant.from('2026-07-01T23:30:00Z')).toString()).toBe('2026-07-02');
    expect(startOfLondonDay(Temporal.PlainDate.from('2026-07-02')).toString()).toBe('2026-07-01T23:00:00Z');
    expect(LONDON).toBe('Europe/London');
  });

  it('reads dates in two forms and says what is wrong with others', () => {
    expect(codeOf(parseDate('2026-11-03'))).toBe('2026-11-03');
    expect(codeOf(parseDate(' 3/11/2026 '))).toBe('2026-11-03');
    expect(codeOf(parseDate('2028-02-29'))).toBe('2028-02-29');
    for (const text of ['2026-02-29', '31/04/2026', '2026-13-01', '00/01/2026']) {
      expect(codeOf(parseDate(text))).toBe('date.does_not_exist');
    }
    for (const text of ['', 'soon', '2026-1-1', '03-11-2026', '03/11/26', '2026-11-03T10:00', '0026-01-01']) {
      expect(codeOf(parseDate(text))).toBe('date.not_a_date');
    }
  });

  it('reads times of the 24-hour clock and nothing else', () => {
    expect(codeOf(parseTime('9:30'))).toBe('09:30:00');
    expect(codeOf(parseTime('23:59'))).toBe('23:59:00');
    for (const text of ['24:00', '9:60', '9.30', '9:3', '09:30:00', '9am', '']) {
      expect(codeOf(parseTime(text))).toBe('time.not_a_time');
    }
  });
});
