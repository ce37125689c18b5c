import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { DEFAULT_TOLERANCE } from '../visits/tolerance.ts';
import { BILLING_CYCLES, lastFinishedPeriod, periodContaining } from './billing-periods.ts';
import { type DeliveredSide, type LineToMatch, matchLine } from './matching.ts';
import { formatInvoiceNumber, prefixCandidates, seriesPrefix } from './numbers.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const inWords = (period: { firstDate: Temporal.PlainDate; lastDate: Temporal.PlainDate }) =>
  `${period.firstDate.toString()} ${period.lastDate.toString()}`;

describe('billing periods', () => {
  it('are Monday to Sunday, four weeks from an anchor, or the calendar month', () => {
    expect(inWords(periodContaining('weekly', day('2026-11-04')))).toBe('2026-11-02 2026-11-08');
    expect(inWords(periodContaining('four-weekly', day('2026-05-10'), day('2026-04-06')))).toBe(
      '2026-05-04 2026-05-31',
    );
    expect(inWords(periodContaining('four-weekly', day('2026-04-05'), day('2026-04-06')))).toBe(
      '2026-03-09 2026-04-05',
    );
    expect(inWords(periodContaining('calendar-month', day('2028-02-10')))).toBe('2028-02-01 2028-02-29');
  });

  it('are finished only when their last day is over', () => {
    expect(inWords(lastFinishedPeriod('weekly', day('2026-11-08')))).toBe('2026-10-26 2026-11-01');
    expect(inWords(lastFinishedPeriod('weekly', day('2026-11-09')))).toBe('2026-11-02 2026-11-08');
    expect(inWords(lastFinishedPeriod('calendar-month', day('2026-12-01')))).toBe('2026-11-01 2026-11-30');
    expect(inWords(lastFinishedPeriod('calendar-month', day('2026-11-30')))).toBe('2026-10-01 2026-10-31');
  });

  it('cover every day once, without a gap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BILLING_CYCLES), fc.integer({ min: -2000, max: 4000 }), (cycle, days) => {
        const date = day('2026-01-01').add({ days });
        const period = periodContaining(cycle, date);
        expect(Temporal.PlainDate.compare(period.firstDate, date)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(date, period.lastDate)).toBeLessThanOrEqual(0);
        const next = periodContaining(cycle, period.lastDate.add({ days: 1 }));
        expect(next.firstDate.equals(period.lastDate.add({ days: 1 }))).toBe(true);
        expect(inWords(lastFinishedPeriod(cycle, next.firstDate))).toBe(inWords(period));
      }),
    );
  });
});

describe('invoice numbers', () => {
  it('are a prefix and six digits, and grow past a million', () => {
    expect(formatInvoiceNumber(seriesPrefix('HHC', 'HAR'), 123)).toEqual({ ok: true, value: 'HHC-HAR-000123' });
    expect(formatInvoiceNumber('HHC-HAR', 1_000_000)).toEqual({ ok: true, value: 'HHC-HAR-1000000' });
    for (const [prefix, sequence] of [
      ['HHC-HAR', 0],
      ['HHC-HAR', 1.5],
      ['HHC', 1],
      ['', 1],
      ['TOOLONGPREFIX-HAR', 1],
    ] as const) {
      expect(formatInvoiceNumber(prefix, sequence).ok).toBe(false);
    }
  });

  it('get a usable prefix from any name', () => {
    expect(prefixCandidates('The Harbour Home Care Ltd', 3)).toEqual(['HHC', 'HHC2', 'HHC3']);
    expect(prefixCandidates('Mencap', 2)).toEqual(['MENC', 'MENC2']);
    fc.assert(
      fc.property(fc.string(), (name) => {
        const prefixes = prefixCandidates(name, 9_999);
        expect(new Set(prefixes).size).toBe(9_999);
        for (const prefix of prefixes.slice(0, 12)) expect(formatInvoiceNumber(`${prefix}-HAR`, 1).ok).toBe(true);
        expect(formatInvoiceNumber(`${prefixes.at(-1)}-HAR`, 1).ok).toBe(true);
      }),
    );
  });
});

describe('matching', () => {
  const delivered = (minutes: number, more: Partial<DeliveredSide> = {}): DeliveredSide => ({
    state: 'confirmed',
    amount: { minutes },
    ...more,
  });
  const line = (minutes: number, amountPence: number, more: Partial<LineToMatch> = {}): LineToMatch => ({
    id: 'vis_1',
    ordered: { unit: 'hour', unitPence: pence(1920), plannedPence: pence(2880) },
    delivered: delivered(minutes),
    invoiced: { unitPence: pence(1920), amount: { minutes }, amountPence: pence(amountPence) },
    alreadyInvoiced: false,
    ...more,
  });
  const causes = (one: LineToMatch) => matchLine(one, DEFAULT_TOLERANCE).causes;

  it('approves what was ordered and delivered, a little more within tolerance, or less', () => {
    expect(causes(line(90, 2880))).toEqual([]);
    expect(causes(line(94, 3008))).toEqual([]);
    expect(causes(line(30, 960))).toEqual([]);
  });

  it('holds 95 minutes for 90 until it is settled at £28.80', () => {
    expect(causes(line(95, 3040))).toEqual(['over-tolerance']);
    const settled = delivered(95, { settledPence: pence(2880) });
    expect(causes(line(95, 2880, { delivered: settled }))).toEqual([]);
    expect(causes(line(95, 3040, { delivered: settled }))).toEqual(['price-differs']);
  });

  it('names another price, another quantity, no delivery, and a second invoice', () => {
    const dearer = { unitPence: pence(2000), amount: { minutes: 90 }, amountPence: pence(3000) };
    expect(causes(line(90, 2880, { invoiced: dearer }))).toEqual(['price-differs']);
    expect(causes(line(90, 2879))).toEqual(['price-differs']);
    expect(causes(line(90, 2880, { delivered: delivered(60) }))).toEqual(['quantity-differs']);
    for (const state of ['planned', 'recorded', 'queried', 'missed', 'cancelled'] as const) {
      expect(causes(line(90, 2880, { delivered: delivered(90, { state }) }))).toEqual(['not-delivered']);
    }
    expect(causes(line(90, 2880, { alreadyInvoiced: true }))).toEqual(['already-invoiced']);
    const { delivered: _none, ...without } = line(90, 2880);
    expect(causes(without)).toEqual(['not-delivered']);
  });

  it('takes a cancellation that came too late as delivered', () => {
    const late = delivered(90, { state: 'cancelled', chargedCancellation: true });
    expect(causes(line(90, 2880, { delivered: late }))).toEqual([]);
  });
});
