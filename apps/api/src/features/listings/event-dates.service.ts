// A group calls off one date of what it puts on, or moves it, and can take that back; people see it everywhere at once.

import { inTransaction } from '@support-market/db/transaction';
import { standingChanges } from '@support-market/domain/events/changed-dates';
import { occurrences } from '@support-market/domain/events/occurrences';
import { parseDate } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import type { Static } from 'typebox';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { changesOf, ruleOf } from '../../platform/event-rules.repo.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { listEventRules, type OwnEventRow, removeEventDate, writeEventDate } from './event-dates.repo.ts';
import type { EventDateIn, OwnDatesOut } from './event-dates.schemas.ts';
import { type Asking, findOwnListing, lockRecord } from './own-records.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;
const WEEKS_AHEAD = 26;
const MOST_DATES = 100;

const fault = (pointer: string, code: string): ProblemError =>
  new ProblemError('request.invalid', { errors: [{ pointer, code }] });

function datesOf(row: OwnEventRow, today: Temporal.PlainDate): Static<typeof OwnDatesOut>['items'] {
  const rule = ruleOf(row);
  const changes = new Map(
    standingChanges(rule, changesOf(row.changed)).map((one) => [one.date.toString(), one] as const),
  );
  return occurrences(rule, today, today.add({ weeks: WEEKS_AHEAD }), MOST_DATES).map((day) => {
    const change = changes.get(day.toString());
    return {
      eventId: row.id,
      name: row.name,
      date: day.toString(),
      startTime: row.start_time,
      endTime: row.end_time,
      change: change
        ? {
            date: change.date.toString(),
            movedTo: change.movedTo && { ...change.movedTo, date: change.movedTo.date.toString() },
            reason: change.reason,
          }
        : null,
    };
  });
}

/** The dates of the next half year, soonest first. */
export function viewOwnDates({ db, clock }: Needs, { viewer, reach, id }: Asking): Promise<Static<typeof OwnDatesOut>> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const { title } = found(await findOwnListing(tx, viewer, reach, id));
    const items = (await listEventRules(tx, id)).flatMap((row) => datesOf(row, clock.today()));
    const keyOf = (one: (typeof items)[number]) => `${one.date} ${one.startTime} ${one.eventId}`;
    return { title, items: items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, MOST_DATES) };
  });
}

function movedToOf(
  row: OwnEventRow,
  { is, movedTo }: EventDateIn,
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
) {
  if (is !== 'moved') return null;
  if (movedTo === null) throw fault('/movedTo/date', 'field.required');
  const to = unwrap(parseDate(movedTo.date), '/movedTo/date');
  if (Temporal.PlainDate.compare(to, today) < 0) throw fault('/movedTo/date', 'schedule.in_the_past');
  if (Math.abs(date.until(to).days) > 366) throw fault('/movedTo/date', 'event.moved_too_far');
  if (to.equals(date) && movedTo.startTime === row.start_time && movedTo.endTime === row.end_time)
    throw fault('/movedTo/date', 'event.moved_nowhere');
  return { date: to, startTime: movedTo.startTime, endTime: movedTo.endTime };
}

/** Says of one date that it is on, called off or moved. Only of a day that is still to come and on which it is as a rule. */
export function changeEventDate(
  { db, clock }: Needs,
  asking: Asking,
  body: EventDateIn,
): Promise<Static<typeof OwnDatesOut>> {
  const { viewer, reach, id } = asking;
  const today = clock.today();
  return inTransaction(db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    found(await findOwnListing(tx, viewer, reach, id));
    const row = (await listEventRules(tx, id)).find((one) => one.id === body.eventId);
    if (row === undefined) throw fault('/eventId', 'event.not_on_that_day');
    const date = unwrap(parseDate(body.date), '/date');
    if (Temporal.PlainDate.compare(date, today) < 0) throw fault('/date', 'schedule.in_the_past');
    if (occurrences(ruleOf(row), date, date).length === 0) throw fault('/date', 'event.not_on_that_day');
    if (body.is === 'on') await removeEventDate(tx, row.id, date, clock.now());
    else
      await writeEventDate(
        tx,
        { eventId: row.id, date, movedTo: movedToOf(row, body, date, today), reason: body.reason.trim() },
        clock.now(),
      );
    await listingsChanged(tx, [id]);
    await recordAudit(tx, clock, viewer, {
      event: 'listing.date-changed',
      noun: 'listing',
      recordId: id,
      details: { event: row.name, date: date.toString(), is: body.is },
    });
  }).then(() => viewOwnDates({ db, clock }, asking));
}
