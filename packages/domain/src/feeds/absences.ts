// What becomes of a service that its feed no longer names: out of view at once, and withdrawn when it stays away, so that one
// bad night of a feed takes nothing out of the catalogue for good.

import type { Temporal } from 'temporal-polyfill';

/** How long a service may be away before it is withdrawn. */
export const DAYS_AWAY = 7;

/** A service that has been away since this day or earlier is withdrawn today. */
export function withdrawnSince(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: DAYS_AWAY });
}
