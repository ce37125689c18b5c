// What everything in a council's story happens in: its clock and chance, what is left to spend, who is out working, and the
// book that it is written in.

import type { SettableClock } from '@support-market/api/ports/clock/clock';
import { Temporal } from 'temporal-polyfill';
import { type Chance, chanceOf } from '../fixtures/random.ts';
import type { LoadedCouncil } from './council-shapes.ts';
import { noMoments } from './moments.ts';
import { type LiveOrder, openBook, type StoryBook } from './story-book.ts';
import type { Timeline } from './timeline.ts';

/** Something left as it is for visitors to find. */
export type LeftOpen = 'over-tolerance' | 'held' | 'queried';

export interface StorySetting {
  readonly council: LoadedCouncil;
  readonly clock: SettableClock;
  readonly timeline: Timeline;
  /** Where the things that are left open happen. */
  readonly stage: { readonly organisationKey: string; readonly asha: string; readonly financeId: string } | null;
}

export interface StoryWorld extends StorySetting {
  readonly chance: Chance;
  readonly book: StoryBook;
  /** Lets something happen at a moment, if the story is not over by then. */
  readonly plan: (at: Temporal.Instant, happen: () => void) => void;
  readonly happenUntil: (end: Temporal.Instant) => void;
  /** What is left to spend, in pence, by line. */
  readonly left: Map<string, bigint>;
  /** When each worker is out, in milliseconds since 1970. */
  readonly busy: Map<string, { start: number; end: number }[]>;
  /** How many of each are left open already. */
  readonly leftOpen: Map<LeftOpen, number>;
}

const MESSAGE_DAYS = 21;

/** The morning before anything happened: every line has all that it was awarded. */
export function beginWorld(setting: StorySetting): StoryWorld {
  const { council, clock, timeline } = setting;
  const { end } = timeline;
  const moments = noMoments();
  return {
    ...setting,
    chance: chanceOf(`story of ${council.slug}`),
    book: openBook(council, clock, end.subtract({ hours: 24 * MESSAGE_DAYS })),
    plan: (at, happen) => {
      if (Temporal.Instant.compare(at, end) < 0) moments.plan(at.epochMilliseconds, happen);
    },
    happenUntil: (until) => moments.happenUntil(until.epochMilliseconds),
    left: new Map([...council.lines.values()].map((line) => [line.id, line.awardPence])),
    busy: new Map(),
    leftOpen: new Map(),
  };
}

/** Money that came in for a line may be spent from now on. */
export function addToLine({ left }: StoryWorld, lineId: string, pence: bigint): void {
  left.set(lineId, (left.get(lineId) ?? 0n) + pence);
}

/** What messages about an order say of it. */
export function factsOf(order: LiveOrder) {
  return {
    orderId: order.id,
    reference: order.reference,
    personName: order.person.name,
    organisationName: order.organisationName,
    totalPence: Number(order.totalPence),
  };
}
