import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { STREAM_NAMES, type Stream } from '../budgets/streams.ts';
import { pence } from '../shared/money.ts';
import { type AgreedRate, amountPence, hourlyRateOf, isTimedUnit, priceFor, UNIT_NAMES, unitFacts } from './prices.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const offer = {
  offerId: 'off_a',
  unit: 'hour',
  prices: [{ unitPence: pence(2200), validFrom: day('2026-04-01'), validTo: null }],
} as const;
const agreed: AgreedRate = {
  id: 'rate_a',
  offerId: 'off_a',
  councilId: 'harbourside',
  unitPence: pence(1920),
  validFrom: day('2026-04-01'),
  validTo: day('2027-03-31'),
};
const price = (
  streams: readonly Stream[],
  councilId: string | null = 'harbourside',
  on = '2026-11-03',
  agreedRates: readonly AgreedRate[] = [agreed],
) => {
  const result = priceFor({ offer, agreedRates, paying: { councilId, streams }, on: day(on) });
  return result.ok ? result.value : result.code;
};

describe('two prices for one thing', () => {
  it('shows the public £22.00 to the public, to another council, and to anyone with own money', () => {
    expect(price([], null)).toMatchObject({ unitPence: 2200n, source: 'public' });
    expect(price(['social-care'], 'elsewhere')).toMatchObject({ unitPence: 2200n, source: 'public' });
    expect(price(['own-money'])).toMatchObject({ unitPence: 2200n, source: 'public' });
    expect(price(['family'])).toMatchObject({ unitPence: 2200n, source: 'public' });
  });

  it('shows the agreed £19.20 when the council’s own streams pay', () => {
    for (const stream of ['social-care', 'health', 'education', 'short-breaks'] as const) {
      expect(price([stream])).toEqual({ unitPence: 1920n, unit: 'hour', source: 'agreed', agreedRateId: 'rate_a' });
    }
    expect(price(['social-care', 'health'])).toMatchObject({ source: 'agreed' });
  });

  it('never gives the agreed rate once a penny of own or family money takes part', () => {
    for (const stream of STREAM_NAMES) {
      expect(price([stream, 'own-money'])).toMatchObject({ source: 'public' });
      expect(price([stream, 'family'])).toMatchObject({ source: 'public' });
    }
  });

  it('never charges a rate of another offer', () => {
    expect(price(['social-care'], 'harbourside', '2026-11-03', [{ ...agreed, offerId: 'off_b' }])).toMatchObject({
      source: 'public',
    });
  });

  it('holds each price on its first and last day and not a day longer', () => {
    expect(price(['social-care'], 'harbourside', '2026-04-01')).toMatchObject({ source: 'agreed' });
    expect(price(['social-care'], 'harbourside', '2027-03-31')).toMatchObject({ source: 'agreed' });
    expect(price(['social-care'], 'harbourside', '2027-04-01')).toMatchObject({ source: 'public' });
    expect(price(['social-care'], 'harbourside', '2026-03-31')).toBe('offer.not_on_sale');
  });

  it('takes the rate that began last where two hold', () => {
    const raised = { ...agreed, id: 'rate_b', unitPence: pence(2016), validFrom: day('2026-10-01') };
    for (const rates of [
      [agreed, raised],
      [raised, agreed],
    ]) {
      expect(price(['social-care'], 'harbourside', '2026-11-03', rates)).toMatchObject({ agreedRateId: 'rate_b' });
      expect(price(['social-care'], 'harbourside', '2026-09-30', rates)).toMatchObject({ agreedRateId: 'rate_a' });
    }
  });
});

describe('units', () => {
  it('all have a UNECE code', () => {
    for (const unit of UNIT_NAMES) {
      expect(unitFacts(unit).uneceCode).toMatch(/^[A-Z]{2,3}$/);
    }
    expect(UNIT_NAMES.filter(isTimedUnit)).toEqual(['half-hour', 'hour']);
  });

  it('charge time for time and a count for a count, and never mix the two', () => {
    expect(amountPence('hour', pence(1920), { minutes: 90 })).toBe(2880n);
    expect(amountPence('half-hour', pence(960), { minutes: 90 })).toBe(2880n);
    expect(hourlyRateOf('half-hour', pence(960))).toBe(1920n);
    expect(amountPence('session', pence(1250), { quantity: 3 })).toBe(3750n);
    expect(() => amountPence('hour', pence(1), { quantity: 1 })).toThrow(RangeError);
    expect(() => amountPence('day', pence(1), { minutes: 60 })).toThrow(RangeError);
    expect(() => amountPence('day', pence(1), { quantity: 0.5 })).toThrow(RangeError);
  });
});
