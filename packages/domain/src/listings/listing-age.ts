// How long what somebody said of a listing is taken to be right. Source: the domain notes, section 8, "a stale listing is chased,
// marked, then hidden"; the lengths are ours.

import type { Temporal } from 'temporal-polyfill';

/** A listing whose last confirmation is older is marked, and its provider told. One that is marked for as long is hidden. */
export const LISTING_STALE_MONTHS = 6;

/** Listings that were confirmed last before this day are too old to stay as they are. */
export function staleBefore(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ months: LISTING_STALE_MONTHS });
}
