// The time at which programs under failure live, the same whatever the day is here: a Thursday morning, far from the
// hours of the scheduled tasks. Programs are told how far it is from real time, and time passes there as it does here.

import { Temporal } from 'temporal-polyfill';
import { systemClock } from '../ports/clock/clock.ts';

const BEGINS = Temporal.Instant.from('2026-11-05T10:00:00Z');
const aheadSeconds = Math.round(BEGINS.since(Temporal.Now.instant()).total('second'));

export const SET_CLOCK = systemClock(aheadSeconds);

/** What a program in demonstration mode is told, so that it lives at the same time. */
export const CLOCK_ENVIRONMENT = { CLOCK_AHEAD_SECONDS: String(aheadSeconds) } as const;
