// Reads the rows around a basket as the facts that the rules of ordering ask for.

import type { DatedPrice } from '@support-market/domain/listings/price-periods';
import type { AgreedRate } from '@support-market/domain/listings/prices';
import type { BasketLine, OrderMandate } from '@support-market/domain/orders/basket';
import type { OfferFacts, PayingLine } from '@support-market/domain/orders/item-plan';
import type { PatternEntry, Weekday } from '@support-market/domain/orders/schedule';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import type { LineRow, MandateRow, OfferRow, PatternRow, PriceRow, RateRow } from './baskets.repo.ts';

export const plainDate = (text: string) => Temporal.PlainDate.from(text);

function datedPrice(price: PriceRow): DatedPrice {
  return {
    unitPence: pence(price.pricePence),
    validFrom: plainDate(price.validFrom),
    validTo: price.validTo === null ? null : plainDate(price.validTo),
  };
}

export function offerFacts(offer: OfferRow): OfferFacts {
  return {
    offerId: offer.id,
    unit: offer.unit,
    prices: offer.prices.map(datedPrice),
    days: offer.days,
    minimumMinutes: offer.minimumMinutes,
    withdrawn: offer.withdrawn,
    published: offer.published,
    welfare: offer.welfare,
    zeroRated: offer.zeroRated,
    provider: offer,
  };
}

export function agreedRate(councilId: string, rate: RateRow): AgreedRate {
  return {
    id: rate.id,
    offerId: rate.offerId,
    councilId,
    ...datedPrice(rate),
  };
}

export function payingLine(line: LineRow): PayingLine {
  return {
    id: line.id,
    personId: line.personId,
    familyRef: line.familyRef,
    stream: line.stream,
    startsOn: plainDate(line.startsOn),
    endsOn: plainDate(line.endsOn),
  };
}

export function basketLine(line: LineRow): BasketLine {
  return { id: line.id, personId: line.personId, open: line.open, leftPence: pence(line.leftPence) };
}

/** The most that one basket may spend under a mandate: its limit for an order, or what is left of its month. */
function limitOf({ orderLimitPence, monthLimitPence, monthPence }: MandateRow): Pence | null {
  const limits = [orderLimitPence, monthLimitPence === null ? null : Math.max(0, monthLimitPence - monthPence)].filter(
    (limit) => limit !== null,
  );
  return limits.length === 0 ? null : pence(Math.min(...limits));
}

export function orderMandate(mandate: MandateRow): OrderMandate {
  return {
    id: mandate.id,
    personId: mandate.personId,
    firstDate: plainDate(mandate.fromDate),
    lastDate: plainDate(mandate.untilDate),
    revokedAt: mandate.endedAt === null ? null : Temporal.Instant.from(mandate.endedAt),
    mayOrder: mandate.mayOrder,
    lineIds: mandate.lineIds,
    limitPence: limitOf(mandate),
  };
}

export function patternEntry(entry: PatternRow): PatternEntry {
  return {
    weekday: entry.weekday as Weekday,
    startTime: Temporal.PlainTime.from(entry.startTime),
    minutes: entry.minutes,
  };
}
