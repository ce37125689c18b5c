// How long a session lives, and how wrong passwords slow the one who tries them without shutting the owner out.
// Sources: NCSC "Password policy", OWASP "Authentication" and "Session management" cheat sheets; RFC 9700 on refresh tokens.

import type { Temporal } from 'temporal-polyfill';

/** An access token is good for this long; a role that ends counts at once all the same, since it is looked up each time. */
export const ACCESS_MINUTES = 10;
/** An unused session ends after a week: people who come once a week to confirm a visit stay signed in. */
export const IDLE_DAYS = 7;
/** And every session ends after this, however busy. */
export const LONGEST_DAYS = 30;

/**
 * Two tabs, or a try again after a lost answer, may show the same refresh token twice within this time and get the
 * same successor. After it, or with any token older than the last, the token counts as stolen and the session ends.
 */
export const REFRESH_GRACE_SECONDS = 10;

export const RESET_LINK_HOURS = 1;
export const CONFIRM_LINK_DAYS = 3;
export const INVITATION_DAYS = 14;

/** When a session that is used now ends if it is not used again. */
export function sessionEnd(created: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const idle = now.add({ hours: IDLE_DAYS * 24 });
  const longest = created.add({ hours: LONGEST_DAYS * 24 });
  return idle.epochMilliseconds < longest.epochMilliseconds ? idle : longest;
}

/** Wrong passwords for one address from one place before there is a wait. */
export const FREE_TRIES = 10;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;
/** Tries this old are forgotten. */
export const FORGET_TRIES_HOURS = 24;

/** Wrong passwords from one place, whatever the address, within this time before it must wait for all of them. */
export const SOURCE_WINDOW_MINUTES = 15;
export const SOURCE_TRIES = 100;

/**
 * Wrong passwords for one account within the same time from all places together that it never signed in from, before
 * such places must wait: many machines that each try a little are one who guesses. A browser that the account signed in
 * with before never waits for them, and a new password by a link from a mail lets every place try again.
 */
export const ACCOUNT_TRIES = 50;

/**
 * Seconds still to wait after so many wrong passwords for one address from one place; 0 when a try is free. The wait
 * doubles from half a minute to a quarter of an hour. It binds that place alone: the owner, elsewhere, is not touched.
 */
export function waitSeconds(tries: number, lastTry: Temporal.Instant, now: Temporal.Instant): number {
  if (tries < FREE_TRIES) return 0;
  const wait = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(tries - FREE_TRIES, 10));
  const passed = (now.epochMilliseconds - lastTry.epochMilliseconds) / 1_000;
  return Math.max(0, Math.ceil(wait - passed));
}
