// What day and time it is, by the server's clock: a phone that is set wrong must not show another week than the program means.
import { useSyncExternalStore } from 'react';
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';

let ahead = Temporal.Duration.from({ milliseconds: 0 });
const listeners = new Set<() => void>();

/** Every answer about the session brings the server's time, "2026-11-03T09:30:00Z". */
export function hearServerTime(instant: string): void {
  ahead = Temporal.Instant.from(instant).since(Temporal.Now.instant());
  for (const listener of listeners) listener();
}

/** This instant; the device's own until the server has been heard. */
export function now(): Temporal.Instant {
  return Temporal.Now.instant().add(ahead);
}

/** Today in London, "2026-11-03". Pages take it from `useToday`, which hears of another day. */
export function todayInLondon(): string {
  return now().toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Today in London, "2026-11-03"; drawn again when the server says that it is another day. */
export function useToday(): string {
  return useSyncExternalStore(listen, todayInLondon, todayInLondon);
}
