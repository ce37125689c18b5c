// The one place where the API learns the time and draws random bytes, so that a test or the demonstration
// council can hold both still and get the same rows on every machine.

import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/** Service days and visits are lived in this zone, whatever the server's own is. */
export const LONDON = 'Europe/London';

export type Clock = {
  /** This instant, for records. */
  readonly now: () => Temporal.Instant;
  /** Today's calendar date in London, for service days and due dates. */
  readonly today: () => Temporal.PlainDate;
  /** `bytes` random bytes (0 to 65,536). Unguessable from the system clock, repeatable from a settable one. */
  readonly random: (bytes: number) => Uint8Array;
};

/** A clock that only moves when told, with random bytes that depend on the seed alone. */
export type SettableClock = Clock & {
  /** Moves to an instant, forwards or back. */
  readonly set: (instant: Temporal.Instant) => void;
  /** Moves on by a duration counted on a London calendar: `{ days: 1 }` keeps the time of day when the clocks change. */
  readonly advance: (duration: Temporal.DurationLike) => void;
};

const MOST_BYTES = 65_536;

function checkedLength(bytes: number): number {
  if (!Number.isInteger(bytes) || bytes < 0 || bytes > MOST_BYTES) {
    throw new RangeError(`cannot draw ${bytes} random bytes`);
  }
  return bytes;
}

function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LONDON).toPlainDate();
}

/** A date and when it begins and ends, so that one that was worked out serves every question until midnight. */
function londonDay(millis: number): {
  readonly date: Temporal.PlainDate;
  readonly from: number;
  readonly until: number;
} {
  const begins = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(LONDON).startOfDay();
  return {
    date: begins.toPlainDate(),
    from: begins.epochMilliseconds,
    until: begins.add({ days: 1 }).epochMilliseconds,
  };
}

const RANDOM_AT_ONCE = 4_096;

/** Random bytes of the system, drawn in advance: asking it for ten bytes takes as long as for thousands. None is given twice. */
function systemRandom(): (bytes: number) => Uint8Array {
  let drawn = new Uint8Array(0);
  let given = 0;
  return (bytes) => {
    if (bytes > RANDOM_AT_ONCE) return new Uint8Array(randomBytes(bytes));
    if (given + bytes > drawn.length) {
      drawn = new Uint8Array(randomBytes(RANDOM_AT_ONCE));
      given = 0;
    }
    const part = drawn.slice(given, given + bytes);
    // What was given is not kept here as well.
    drawn.fill(0, given, given + bytes);
    given += bytes;
    return part;
  };
}

/**
 * Real time, and random bytes fit for secrets. In demonstration mode it may be `aheadSeconds` ahead of real time (or
 * behind, below zero): every process of a product then lives on the same other day, and time passes there as it does here.
 */
export function systemClock(aheadSeconds = 0): Clock {
  const millis = (): number => Date.now() + aheadSeconds * 1_000;
  let day = londonDay(millis());
  const draw = systemRandom();
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(millis()),
    today: () => {
      const at = millis();
      if (at < day.from || at >= day.until) day = londonDay(at);
      return day.date;
    },
    random: (bytes) => draw(checkedLength(bytes)),
  };
}

/**
 * A clock that stands at `start` until it is moved. Its random bytes are SHA-256 of the seed and a counter:
 * well spread, the same on every run, and never to be used where a secret is meant to stay secret.
 */
export function settableClock(start: Temporal.Instant, seed: string): SettableClock {
  let at = start;
  let block = 0;
  let spare = new Uint8Array(0);

  function random(bytes: number): Uint8Array {
    const drawn = new Uint8Array(checkedLength(bytes));
    let filled = 0;
    while (filled < bytes) {
      if (spare.length === 0) {
        spare = new Uint8Array(createHash('sha256').update(`${block}:${seed}`).digest());
        block += 1;
      }
      const taken = spare.subarray(0, bytes - filled);
      drawn.set(taken, filled);
      filled += taken.length;
      spare = spare.subarray(taken.length);
    }
    return drawn;
  }

  return {
    now: () => at,
    today: () => londonDate(at),
    random,
    set: (instant) => {
      at = instant;
    },
    advance: (duration) => {
      at = at.toZonedDateTimeISO(LONDON).add(duration).toInstant();
    },
  };
}
