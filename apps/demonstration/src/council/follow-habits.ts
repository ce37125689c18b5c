// Lets the people of a council's story buy what the fixtures say they do: the same every week, or once.

import { londonDate, startOfLondonDay } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import type { Habit, OneOff } from '../fixtures/habits.ts';
import type { LoadedLine } from './council-shapes.ts';
import { place } from './place-orders.ts';
import type { StoryWorld } from './story-world.ts';

/** The lines of a day's budget year that are to pay; null where one of them is not there. */
function linesFor(
  world: StoryWorld,
  shares: Habit['shares'],
  date: Temporal.PlainDate,
): { line: LoadedLine; weight: number }[] | null {
  const { council, timeline } = world;
  const yearIndex = timeline.years.findIndex(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, date) <= 0 && Temporal.PlainDate.compare(date, endsOn) <= 0,
  );
  const found = shares.flatMap(({ reference: whose, lineKey, weight }) => {
    const line = council.lines.get(`${whose}/${lineKey}/${yearIndex}`);
    return line ? [{ line, weight }] : [];
  });
  return found.length === shares.length ? found : null;
}

function earliest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

/** Orders a habit from a day on, some weeks at a time, for as long as it and the money last. */
export function followHabit(world: StoryWorld, habit: Habit, from: Temporal.PlainDate): void {
  const { council, timeline, chance } = world;
  const person = council.people.get(habit.reference);
  const offer = council.offers.get(`${habit.listingKey}:${habit.offerKey}`);
  const year = timeline.years.find(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, from) <= 0 && Temporal.PlainDate.compare(from, endsOn) <= 0,
  );
  if (!person || !offer || !year) return;
  const stop = habit.endsBeforeDays === null ? year.endsOn : timeline.today.subtract({ days: habit.endsBeforeDays });
  if (Temporal.PlainDate.compare(from, stop) > 0) return;
  const placedOn = earliest(from.subtract({ days: 6 }), from);
  const first = startOfLondonDay(
    Temporal.PlainDate.compare(placedOn, timeline.firstDay) < 0 ? timeline.firstDay : placedOn,
  ).add({ minutes: 9 * 60 + chance.whole(0, 500) });
  world.plan(first, () => {
    const paying = linesFor(world, habit.shares, from);
    if (!paying) return;
    let weeks = habit.weeks;
    let until = from;
    for (; weeks >= 1; weeks = Math.floor(weeks / 2)) {
      until = earliest(earliest(from.add({ days: weeks * 7 - 1 }), year.endsOn), stop);
      const begins = Temporal.PlainDate.compare(londonDate(first), from) > 0 ? londonDate(first) : from;
      if (Temporal.PlainDate.compare(until, begins) < 0) return;
      const done = place(
        world,
        first,
        person,
        offer,
        paying,
        {
          kind: 'schedule',
          quantity: habit.quantity,
          minutes: null,
          firstDate: begins,
          lastDate: until,
          startTime: null,
          pattern: habit.pattern,
        },
        habit.confirmsAfterDays,
        'usual',
      );
      if (done) break;
    }
    // A person whose money ran out waits for the new year.
    followHabit(world, habit, weeks >= 1 ? until.add({ days: 1 }) : year.endsOn.add({ days: 1 }));
  });
}

/** Buys one thing for a day, or the first after it on which the offer is to be had. */
export function buyOnce(
  world: StoryWorld,
  one: OneOff,
  decision: 'usual' | 'waits' | 'declined',
  placedAt: Temporal.Instant,
  on: Temporal.PlainDate,
  start: string,
): void {
  const { council, chance } = world;
  const person = council.people.get(one.reference);
  const offer = council.offers.get(`${one.listingKey}:${one.offerKey}`);
  if (!person || !offer) return;
  const timed = offer.facts.unit === 'hour' || offer.facts.unit === 'half-hour';
  let date = on;
  // Weekday offers are for weekdays.
  while (
    offer.facts.days === 'weekday'
      ? date.dayOfWeek > 5
      : offer.facts.days === 'saturday'
        ? date.dayOfWeek !== 6
        : offer.facts.days === 'sunday'
          ? date.dayOfWeek !== 7
          : false
  )
    date = date.add({ days: 1 });
  world.plan(placedAt, () => {
    const paying = linesFor(world, one.shares, date);
    if (!paying) return;
    place(
      world,
      placedAt,
      person,
      offer,
      paying,
      {
        kind: 'one-off',
        quantity: one.quantity,
        firstDate: date,
        lastDate: date,
        pattern: [],
        minutes: timed
          ? Math.max(120, offer.facts.minimumMinutes)
          : offer.facts.unit === 'session' || offer.facts.unit === 'day'
            ? 120
            : null,
        startTime:
          timed || offer.facts.unit === 'session' || offer.facts.unit === 'day' ? Temporal.PlainTime.from(start) : null,
      },
      chance.whole(0, 3),
      decision,
    );
  });
}
