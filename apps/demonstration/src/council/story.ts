// Lives a council's year: people order what their habits say, providers answer and record, people confirm or stay
// silent, now and then something is not as planned. Prices, visits, shares, tolerance and transfers are the domain's own;
// only the writing is done in bulk, a week at a time.

import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import type { Pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import type { Habit, OneOff } from '../fixtures/habits.ts';
import { buyOnce, followHabit } from './follow-habits.ts';
import type { Chapter } from './story-book.ts';
import { addToLine, beginWorld, type StorySetting } from './story-world.ts';

export interface Story {
  /** Lives on until a moment and gives what happened since the last one. */
  readonly liveUntil: (end: Temporal.Instant) => Chapter;
  /** What is left to spend on a line, for card payments that change it. */
  readonly addToLine: (lineId: string, amount: Pence) => void;
}

/** A story of which nothing has happened yet, with everybody's habits and purchases ahead. */
export function beginStory(
  input: StorySetting & { readonly habits: readonly Habit[]; readonly oneOffs: readonly OneOff[] },
): Story {
  const { habits, oneOffs, ...setting } = input;
  const world = beginWorld(setting);
  const { chance, timeline } = world;
  for (const habit of habits) followHabit(world, habit, timeline.firstDay.add({ days: habit.startsAfterDays }));
  for (const one of oneOffs) {
    const placedOn = timeline.today.subtract({ days: one.daysBeforeToday });
    if (Temporal.PlainDate.compare(placedOn, timeline.firstDay) < 0) continue;
    const waits = one.key.includes('/waits/');
    const declined = one.key.includes('/declined/');
    const placedAt = startOfLondonDay(placedOn).add({ minutes: 9 * 60 + chance.whole(0, 540) });
    buyOnce(
      world,
      one,
      waits ? 'waits' : declined ? 'declined' : 'usual',
      placedAt,
      placedOn.add({ days: waits || declined ? 9 : chance.whole(3, 16) }),
      chance.pick(['10:00', '11:00', '13:30', '14:00']),
    );
  }
  return {
    addToLine: (lineId, amount) => addToLine(world, lineId, amount),
    liveUntil: (until) => {
      world.happenUntil(until);
      return world.book.endChapter();
    },
  };
}
