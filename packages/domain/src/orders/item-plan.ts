// What one thing in a basket comes to: its visits, its price with VAT, and each line's part of every visit. The basket
// page, the placing of orders and a change of order all ask here, so that what was shown is what is reserved.
// Source: the domain notes, sections 8 (offers, agreed rates) and 9 (one-off and schedule orders); VAT by invoices/vat.ts.

import { Temporal } from 'temporal-polyfill';
import type { Stream } from '../budgets/streams.ts';
import { type VatCategory, vatTreatment } from '../invoices/vat.ts';
import type { DatedPrice } from '../listings/price-periods.ts';
import { type AgreedRate, isTimedUnit, priceFor, UNITS, type Unit } from '../listings/prices.ts';
import { isBankHoliday } from '../shared/bank-holidays.ts';
import { type ClockChoice, londonInstant } from '../shared/local-time.ts';
import { addPence, type Pence, pence, shareOf } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import {
  type DateRange,
  expandSchedule,
  type PatternEntry,
  type PlannedVisit,
  type PlanOrderCode,
  planOrder,
  type ScheduleCode,
  type Share,
  type WeightedShare,
} from './schedule.ts';

export const OFFER_DAYS = [
  'any',
  'weekday',
  'weekend',
  'saturday',
  'sunday',
  'bank-holiday',
  'waking-night',
  'sleeping-night',
] as const;
export type OfferDays = (typeof OFFER_DAYS)[number];

/** An offer and its seller, as far as they decide a price. `prices` are public and net of VAT. */
export type OfferFacts = {
  readonly offerId: string;
  readonly unit: string;
  readonly prices: readonly DatedPrice[];
  readonly days: OfferDays;
  readonly minimumMinutes: number;
  readonly withdrawn: boolean;
  /** Whether the listing can be seen by the public. */
  readonly published: boolean;
  readonly welfare: boolean;
  readonly zeroRated: boolean;
  readonly provider: {
    readonly isCharity: boolean;
    readonly isPublicBody: boolean;
    readonly isRegulated: boolean;
    readonly isVatRegistered: boolean;
    readonly hasTaxIdentity: boolean;
  };
};

/** A person and the family that the council recorded them in; null where it recorded none. */
export type FamilyMember = { readonly personId: string; readonly familyRef: string | null };

export type PayingLine = FamilyMember & {
  readonly id: string;
  readonly stream: Stream;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};

/** What was chosen. A one-off has one day (and for timed units a start and minutes); a schedule has a weekly pattern. */
export type ItemChoice = {
  /** Whom it is for. */
  readonly person: FamilyMember;
  readonly kind: 'one-off' | 'schedule';
  readonly quantity: number;
  readonly minutes: number | null;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate: Temporal.PlainDate;
  readonly startTime: Temporal.PlainTime | null;
  readonly pattern: readonly PatternEntry[];
  /** Which of two moments is meant by a start that falls into a change of the clocks; null until somebody said. */
  readonly clockChoice?: ClockChoice | null;
  readonly shares: readonly WeightedShare[];
};

/** One unit of an offer as it is charged: with VAT, and whose price it is. */
export type ChargedPrice = {
  readonly unitPence: Pence;
  readonly unit: Unit;
  readonly source: 'public' | 'agreed';
  readonly vatCategory: VatCategory;
  readonly vatRateBasisPoints: number;
};

export type ItemVisit = {
  readonly date: Temporal.PlainDate;
  /** Null where the offer is counted and no time was chosen. */
  readonly start: Temporal.Instant | null;
  readonly end: Temporal.Instant | null;
  readonly minutes: number | null;
  readonly quantity: number;
  readonly price: ChargedPrice;
  readonly amountPence: Pence;
  readonly shares: readonly Share[];
};

/** A price and the visits that follow each other at it. */
export type PriceStretch<Price extends Pick<ChargedPrice, 'unitPence' | 'source'> = ChargedPrice> = {
  readonly price: Price;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate: Temporal.PlainDate;
  readonly visits: number;
};

export type ItemPlan = {
  readonly unit: Unit;
  /** In the order of time; one where no price changes meanwhile. */
  readonly prices: readonly PriceStretch[];
  readonly visits: readonly ItemVisit[];
  readonly totalPence: Pence;
  readonly perLine: readonly Share[];
};

export type ChargedPriceCode = CodeOf<'basket.item_without_price' | 'listing.not_published' | 'offer.not_on_sale'>;

export type ItemPlanCode =
  | ChargedPriceCode
  | PlanOrderCode
  | ScheduleCode
  | CodeOf<
      | 'basket.line_not_found'
      | 'basket.line_of_another_family'
      | 'offer.not_on_that_day'
      | 'offer.price_not_known'
      | 'offer.visit_too_short'
      | 'schedule.in_the_past'
    >;

/** Families pay for one another; no other money is in reach, no matter who holds the mandates. */
export function sameFamily(a: FamilyMember, b: FamilyMember): boolean {
  return a.personId === b.personId || (a.familyRef !== null && a.familyRef === b.familyRef);
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

/** Whether an offer for certain days is for this one. Nights are named by the day on which they begin. */
export function offerRunsOn(days: OfferDays, date: Temporal.PlainDate): boolean {
  if (days === 'weekday') return date.dayOfWeek <= 5;
  if (days === 'weekend') return date.dayOfWeek >= 6;
  if (days === 'saturday') return date.dayOfWeek === 6;
  if (days === 'sunday') return date.dayOfWeek === 7;
  if (days === 'bank-holiday') return isBankHoliday(date);
  return true;
}

/** What one unit costs on a day, VAT included, when these streams of this council pay. */
export function chargedPrice(input: {
  readonly offer: OfferFacts;
  readonly agreedRates: readonly AgreedRate[];
  readonly councilId: string;
  readonly streams: readonly Stream[];
  readonly on: Temporal.PlainDate;
}): Result<ChargedPrice, ChargedPriceCode> {
  const { offer, agreedRates, councilId, streams, on } = input;
  if (!offer.published) return refuse('listing.not_published', { offerId: offer.offerId });
  if (offer.withdrawn) return refuse('offer.not_on_sale', { offerId: offer.offerId });
  if (!isUnit(offer.unit)) return refuse('basket.item_without_price', { offerId: offer.offerId });
  const price = priceFor({
    offer: {
      offerId: offer.offerId,
      unit: offer.unit,
      prices: offer.prices,
    },
    agreedRates,
    paying: { councilId, streams },
    on,
  });
  if (!price.ok) return price;
  const always = [{ fromDate: Temporal.PlainDate.from('1900-01-01') }];
  const { provider } = offer;
  const vat = vatTreatment({
    provider: {
      isCharity: provider.isCharity,
      isPublicBody: provider.isPublicBody,
      regulated: provider.isRegulated ? always : [],
      vatRegistered: provider.isVatRegistered ? always : [],
      hasTaxIdentity: provider.hasTaxIdentity,
    },
    service: { isWelfare: offer.welfare, rate: offer.zeroRated ? 'zero' : 'standard' },
    date: on,
  });
  return ok({
    unitPence: addPence(price.value.unitPence, shareOf(price.value.unitPence, vat.rateBasisPoints)),
    unit: price.value.unit,
    source: price.value.source,
    vatCategory: vat.category,
    vatRateBasisPoints: vat.rateBasisPoints,
  });
}

/** The next different price after a day for the same payer, with the day from which it holds; null while none is known. */
export function nextChargedPrice(input: {
  readonly offer: OfferFacts;
  readonly agreedRates: readonly AgreedRate[];
  readonly councilId: string;
  readonly streams: readonly Stream[];
  readonly on: Temporal.PlainDate;
}): { readonly price: ChargedPrice; readonly from: Temporal.PlainDate } | null {
  const { offer, on } = input;
  const now = chargedPrice(input);
  const rates = input.agreedRates.filter((rate) => rate.offerId === offer.offerId);
  const days = [...offer.prices, ...rates]
    .flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo.add({ days: 1 })]))
    .filter((day) => Temporal.PlainDate.compare(day, on) > 0)
    .sort(Temporal.PlainDate.compare);
  for (const from of days) {
    const then = chargedPrice({ ...input, on: from });
    if (then.ok && (!now.ok || then.value.unitPence !== now.value.unitPence)) return { price: then.value, from };
  }
  return null;
}

/** The days on which every paying line can pay; null when they have none in common. */
function yearOf(lines: readonly PayingLine[]): DateRange | null {
  let range: DateRange | null = null;
  for (const { startsOn, endsOn } of lines) {
    range =
      range === null
        ? { firstDate: startsOn, lastDate: endsOn }
        : {
            firstDate: Temporal.PlainDate.compare(startsOn, range.firstDate) > 0 ? startsOn : range.firstDate,
            lastDate: Temporal.PlainDate.compare(endsOn, range.lastDate) < 0 ? endsOn : range.lastDate,
          };
  }
  return range && Temporal.PlainDate.compare(range.firstDate, range.lastDate) <= 0 ? range : null;
}

function oneOffVisits(choice: ItemChoice, unit: Unit): Result<readonly PlannedVisit[], ItemPlanCode> {
  const { firstDate, startTime, minutes } = choice;
  if (startTime === null || minutes === null) return isTimedUnit(unit) ? refuse('offer.needs_a_time') : ok([]);
  const start = londonInstant(firstDate, startTime, choice.clockChoice ?? undefined);
  if (!start.ok) return refuse(start.code, { ...start.details, date: firstDate.toString() });
  if (!Number.isSafeInteger(minutes) || minutes < 1 || minutes > 24 * 60) return refuse('schedule.visit_too_long');
  return ok([{ date: firstDate, start: start.value, end: start.value.add({ minutes }), minutes }]);
}

/** Visits in the order of time as stretches of one price each. */
export function priceStretches<Price extends Pick<ChargedPrice, 'unitPence' | 'source'>>(
  visits: readonly { readonly date: Temporal.PlainDate; readonly price: Price }[],
): readonly PriceStretch<Price>[] {
  const stretches: PriceStretch<Price>[] = [];
  for (const { date, price } of visits) {
    const last = stretches.at(-1);
    if (last && last.price.unitPence === price.unitPence && last.price.source === price.source) {
      stretches[stretches.length - 1] = { ...last, lastDate: date, visits: last.visits + 1 };
    } else {
      stretches.push({ price, firstDate: date, lastDate: date, visits: 1 });
    }
  }
  return stretches;
}

/**
 * Lays out one item: visits, prices with VAT, and parts that add up to the penny. `lines` are the paying lines, in any
 * order; all of them must run on every day of the item. `today` bars what is already past.
 */
export function planItem(input: {
  readonly choice: ItemChoice;
  readonly offer: OfferFacts;
  readonly agreedRates: readonly AgreedRate[];
  readonly lines: readonly PayingLine[];
  readonly councilId: string;
  readonly today: Temporal.PlainDate;
}): Result<ItemPlan, ItemPlanCode> {
  const { choice, offer, agreedRates, councilId, today } = input;
  if (choice.shares.length === 0) return refuse('basket.shares_missing');
  const paying: PayingLine[] = [];
  for (const share of choice.shares) {
    const line = input.lines.find((one) => one.id === share.lineId);
    if (!line) return refuse('basket.line_not_found', { lineId: share.lineId });
    if (!sameFamily(choice.person, line)) return refuse('basket.line_of_another_family', { lineId: line.id });
    paying.push(line);
  }
  const streams = paying.map((line) => line.stream);
  const priceOnDay = (on: Temporal.PlainDate) => chargedPrice({ offer, agreedRates, councilId, streams, on });
  const price = priceOnDay(choice.firstDate);
  if (!price.ok) return price;
  if (Temporal.PlainDate.compare(choice.firstDate, today) < 0) return refuse('schedule.in_the_past');
  const lastDate = choice.kind === 'one-off' ? choice.firstDate : choice.lastDate;
  if (Temporal.PlainDate.compare(lastDate, choice.firstDate) < 0) return refuse('schedule.ends_before_start');
  const year = yearOf(paying);
  if (
    year === null ||
    Temporal.PlainDate.compare(choice.firstDate, year.firstDate) < 0 ||
    Temporal.PlainDate.compare(lastDate, year.lastDate) > 0
  ) {
    return refuse(
      'schedule.outside_budget_year',
      year ? { firstDate: year.firstDate.toString(), lastDate: year.lastDate.toString() } : undefined,
    );
  }
  const { unit, unitPence } = price.value;
  const visits =
    choice.kind === 'one-off'
      ? oneOffVisits(choice, unit)
      : expandSchedule({
          pattern: choice.pattern,
          firstDate: choice.firstDate,
          lastDate,
          budgetYear: year,
          ...(choice.clockChoice ? { clockChoice: choice.clockChoice } : {}),
        });
  if (!visits.ok) return visits;
  const wrongDay = [...visits.value.map((visit) => visit.date), choice.firstDate]
    .slice(0, Math.max(1, visits.value.length))
    .find((date) => !offerRunsOn(offer.days, date));
  if (wrongDay) return refuse('offer.not_on_that_day', { date: wrongDay.toString(), days: offer.days });
  if (isTimedUnit(unit) && visits.value.some((visit) => visit.minutes < offer.minimumMinutes)) {
    return refuse('offer.visit_too_short', { minimumMinutes: offer.minimumMinutes });
  }
  const prices: ChargedPrice[] = [];
  for (const { date } of visits.value) {
    const then = priceOnDay(date);
    // The first day has a price and this one has none: the provider has not said yet what it costs from then on.
    if (!then.ok) return refuse('offer.price_not_known', { date: date.toString() });
    prices.push(then.value);
  }
  const plan = planOrder({
    unit,
    unitPence,
    visits: visits.value.map((visit, index) => ({ ...visit, unitPence: prices[index]?.unitPence ?? unitPence })),
    quantity: choice.quantity,
    shares: choice.shares,
  });
  if (!plan.ok) return plan;
  const planned = plan.value.charges.map(
    (charge, index): ItemVisit => ({
      date: charge.visit?.date ?? choice.firstDate,
      start: charge.visit?.start ?? null,
      end: charge.visit?.end ?? null,
      minutes: charge.visit?.minutes ?? null,
      quantity: isTimedUnit(unit) ? 1 : choice.quantity,
      price: prices[index] ?? price.value,
      amountPence: charge.amountPence,
      shares: charge.shares,
    }),
  );
  return ok({
    unit,
    prices: priceStretches(planned),
    visits: planned,
    totalPence: pence(plan.value.totalPence),
    perLine: plan.value.perLine,
  });
}
