// The way from nothing to a listing, in the order in which it is gone: each step is one small form, saved when it is left.
import type { ListingChange, OwnListing, OwnOffers } from '../../api/own-records.ts';

export const LISTING_STEPS = ['what', 'where', 'when', 'price', 'reach', 'photo', 'check'] as const;
export type ListingStep = (typeof LISTING_STEPS)[number];

/** The step before or after one; null at either end. */
export function stepBeside(step: ListingStep, by: -1 | 1): ListingStep | null {
  return LISTING_STEPS[LISTING_STEPS.indexOf(step) + by] ?? null;
}

const STEP_OF_NEED = { summary: 'what', place: 'where', when: 'when', price: 'price', contact: 'reach' } as const;

/** Where something that is missing is said. */
export const stepOf = (need: OwnListing['missing'][number]): ListingStep => STEP_OF_NEED[need];

/** Where somebody who comes back goes on. */
export function firstUndone(own: Pick<OwnListing, 'missing'>): ListingStep {
  const undone = new Set<ListingStep>(own.missing.map(stepOf));
  return LISTING_STEPS.find((step) => undone.has(step)) ?? 'check';
}

type Facts = NonNullable<ListingChange['facts']>;

/** Everything that is said already, so that a step changes its own part alone. */
export function factsOf(own: OwnListing): Facts {
  return {
    ...{ title: own.title, summary: own.summary, description: own.description, whenText: own.whenText },
    ...{ whoFor: own.whoFor, languages: own.languages, faiths: own.faiths, workerGenders: own.workerGenders },
    ...{ minimumAge: own.minimumAge, maximumAge: own.maximumAge, evenings: own.evenings, weekends: own.weekends },
    ...{ hasSpace: own.hasSpace, accessible: own.accessible, website: own.website },
  };
}

/** What it costs, as it was said last: every price of what is sold that none has replaced. */
export function pricesNow(offers: OwnOffers) {
  return offers.items
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ name, unit, prices }) =>
      prices.filter(({ replacedOn }) => replacedOn === null).map(({ pricePence }) => ({ name, unit, pricePence })),
    );
}
