// Lets a visit of a council's story happen and be recorded: how long it took, who came, and what is left open for visitors.

import { isTimedUnit } from '@support-market/domain/listings/prices';
import { pence } from '@support-market/domain/shared/money';
import { recordVisit } from '@support-market/domain/visits/recording';
import { DEFAULT_TOLERANCE } from '@support-market/domain/visits/tolerance';
import { Temporal } from 'temporal-polyfill';
import type { Chance } from '../fixtures/random.ts';
import { confirm, query } from './confirm-visits.ts';
import type { LiveOrder, LiveVisit } from './story-book.ts';
import { factsOf, type LeftOpen, type StoryWorld } from './story-world.ts';
import { byDay } from './timeline.ts';
import { giveBack } from './visit-money.ts';

/** How long a visit really took: mostly as planned, often a little less, seldom much more. */
function lengthOf(planned: number, mayRunOver: boolean, chance: Chance): number {
  const luck = chance.fraction();
  if (luck < 0.66) return planned;
  if (luck < 0.86) return Math.max(10, planned - chance.whole(1, Math.max(1, Math.floor(planned / 8))));
  if (!mayRunOver) return planned;
  if (luck < 0.992) return planned + Math.floor(planned * 0.048 * chance.fraction());
  return planned + Math.max(8, Math.round(planned * 0.2));
}

/** The id of a free worker of the team; none when all are out. */
function workerFor(
  world: StoryWorld,
  organisationKey: string,
  personId: string,
  start: Temporal.Instant,
  finish: Temporal.Instant,
): string | null {
  const { council, busy } = world;
  const workers = council.organisations.get(organisationKey)?.workerIds ?? [];
  const first = [...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  for (let step = 0; step < workers.length; step += 1) {
    const worker = workers[(first + step) % workers.length] ?? '';
    const taken = busy.get(worker) ?? [];
    const free = taken.every((one) => one.end <= start.epochMilliseconds || one.start >= finish.epochMilliseconds);
    if (!free) continue;
    taken.push({ start: start.epochMilliseconds, end: finish.epochMilliseconds });
    busy.set(worker, taken.length > 60 ? taken.slice(-40) : taken);
    return worker;
  }
  return null;
}

/** Which of the things to leave open this visit can be, if any is still wanted. */
function leaveOpen(world: StoryWorld, visit: LiveVisit): LeftOpen | null {
  const { stage, timeline, leftOpen } = world;
  if (
    stage === null ||
    visit.order.organisationKey !== stage.organisationKey ||
    !isTimedUnit(visit.unit) ||
    visit.order.person.id === stage.asha
  )
    return null;
  const daysAgo = visit.row.service_date.until(timeline.today, { largestUnit: 'day' }).days;
  const beforeBill = visit.row.service_date.until(timeline.lastBillingDay, { largestUnit: 'day' }).days;
  const wanted = (which: LeftOpen, most: number): boolean => {
    const so = leftOpen.get(which) ?? 0;
    if (so >= most) return false;
    leftOpen.set(which, so + 1);
    return true;
  };
  if (beforeBill >= 3 && beforeBill <= 6 && wanted('held', 2)) return 'held';
  if (beforeBill <= 0 && daysAgo >= 2 && wanted('over-tolerance', 2)) return 'over-tolerance';
  if (daysAgo >= 1 && daysAgo <= 6 && wanted('queried', 1)) return 'queried';
  return null;
}

/** An order is done when no visit of it is to come. */
function finish(world: StoryWorld, order: LiveOrder, at: Temporal.Instant): void {
  const { book } = world;
  if (order.open > 0 || order.state !== 'accepted') return;
  book.moveOrder(order, 'complete', { at, by: 'system', role: 'schedule' });
}

/** The provider writes down what happened: as planned, a little different, or not at all. */
export function record(world: StoryWorld, visit: LiveVisit, ended: Temporal.Instant): void {
  const { council, timeline, stage, chance, left, book } = world;
  const { order, row } = visit;
  if (order.state !== 'accepted') return;
  const by = council.organisations.get(order.organisationKey)?.accountId ?? 'system';
  const open = leaveOpen(world, visit);
  order.open -= 1;
  const luck = open === null ? chance.fraction() : 0.5;
  if (luck < 0.022) {
    const missed = luck < 0.012;
    const at =
      missed || row.planned_start === null ? ended.add({ minutes: 40 }) : row.planned_start.subtract({ hours: 3 });
    const { buyerId, buyerRole } = order.person;
    if (missed) giveBack(world, visit, 'miss', { at: ended, by, role: 'provider' });
    else giveBack(world, visit, 'cancel', { at: ended, by: buyerId, role: buyerRole });
    if (missed)
      book.tell(at, {
        person_id: order.person.id,
        organisation_id: null,
        kind: 'visit.missed',
        details: {
          ...factsOf(order),
          visitId: row.id,
          serviceDate: row.service_date.toString(),
          plannedPence: Number(row.planned_pence),
        },
      });
    finish(world, order, ended);
    return;
  }
  const minutes = row.planned_minutes;
  const timed = isTimedUnit(visit.unit);
  const room = visit.shares.every((share) => (left.get(share.line_id) ?? 0n) > share.planned_pence);
  const actual =
    minutes === null
      ? null
      : open === 'held' || open === 'over-tolerance'
        ? minutes + Math.max(20, Math.round(minutes * 0.3))
        : !timed
          ? minutes
          : lengthOf(minutes, room, chance);
  const start =
    row.planned_start === null || actual === null
      ? null
      : row.planned_start.add({ minutes: open === null ? chance.pick([0, 0, 0, 2, 3, 5, 8, -4]) : 0 });
  const times = start === null || actual === null ? null : { start, end: start.add({ minutes: actual }) };
  const recordedAt =
    times && Temporal.Instant.compare(times.end, ended) > 0
      ? times.end.add({ minutes: 12 })
      : ended.add({ minutes: 12 });
  const recorded = recordVisit({
    visit: {
      state: 'planned',
      orderState: 'accepted',
      serviceDate: row.service_date,
      unit: visit.unit,
      unitPence: visit.unitPence,
      quantity: row.quantity,
      plannedPence: pence(row.planned_pence),
      shares: visit.shares.map((share) => ({ lineId: share.line_id, weight: share.weight })),
    },
    times,
    now: recordedAt,
    tolerance: DEFAULT_TOLERANCE,
  });
  if (!recorded.ok) throw new Error(`a visit of the story cannot be recorded: ${recorded.code}`);
  if (Temporal.Instant.compare(recordedAt, timeline.end) >= 0) {
    // The story ends before the provider has written this one down.
    order.open += 1;
    return;
  }
  visit.charges = recorded.value.shareCharges;
  book.moveVisit(
    visit,
    'record',
    { at: recordedAt, by, role: 'provider' },
    {
      worker_id: times ? workerFor(world, order.organisationKey, row.person_id, times.start, times.end) : null,
      actual_start: times?.start ?? null,
      actual_end: times?.end ?? null,
      actual_minutes: recorded.value.minutes,
      charge_pence: recorded.value.chargePence,
      recorded_at: recordedAt,
      recorded_by: by,
      within_tolerance: recorded.value.within,
    },
  );
  const sayAt = (days: number) => byDay(recordedAt.add({ minutes: days * 1440 + chance.whole(25, 900) }));
  if (open === 'queried') {
    const at = recordedAt.add({ hours: 2 });
    world.plan(at, () => query(world, visit, at));
  } else if (!recorded.value.within) {
    const at = recordedAt.add({ hours: 1 });
    world.plan(at, () => confirm(world, visit, at, order.person.buyerId, open));
  } else if (
    stage !== null &&
    order.person.id === stage.asha &&
    row.service_date.until(timeline.today, { largestUnit: 'day' }).days <= 6
  ) {
    // Asha's last week waits for the visitor who looks around as her.
  } else if (order.confirmsAfterDays === null) {
    const at = recordedAt.add({ hours: 24 * 7 });
    world.plan(at, () => confirm(world, visit, at, 'auto', null));
  } else {
    const at = sayAt(order.confirmsAfterDays);
    world.plan(at, () => confirm(world, visit, at, order.person.buyerId, null));
  }
  finish(world, order, recordedAt);
}
