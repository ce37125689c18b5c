// What people do with visits, one function a use case; confirming moves money and lives in workflows/confirm-visits.ts.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isTimedUnit, type Unit } from '@support-market/domain/listings/prices';
import { RECORDABLE_ORDER_STATES } from '@support-market/domain/orders/order-states';
import { londonDate, parseDate } from '@support-market/domain/shared/local-time';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { parseMoment } from '@support-market/domain/visits/actuals';
import { releaseTransfers } from '@support-market/domain/visits/posting';
import { checkRecordable, type RecordedTimes, toMinute } from '@support-market/domain/visits/recording';
import { toleranceFrom } from '@support-market/domain/visits/tolerance';
import { checkWasThere } from '@support-market/domain/workers/which-worker';
import { tidyWorkerText, workerNameKey } from '@support-market/domain/workers/worker-names';
import { Temporal } from 'temporal-polyfill';
import type { Static } from 'typebox';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, NO_INSTANT, pageFrom, readCursor } from '../../platform/cursors.ts';
import { closeExceptions, raiseExceptions } from '../../platform/exceptions.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { step, type Work } from '../../platform/transitions.repo.ts';
import { findWorker, holdWorkers, meetWorkers } from '../../platform/workers.repo.ts';
import { postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { recordingOf, saveRecordings } from './recordings.ts';
import {
  accountName,
  clearShareCharges,
  findVisit,
  isVisitInReach,
  listVisits,
  lockVisit,
  moneyComing,
  type RecordableRow,
  type VisitRow,
  type VisitScope,
  visitShares,
  visitsOfWorkers,
} from './visits.repo.ts';
import type { RecordIn, StartIn, VisitDetailOut, VisitOut, VisitsQuery } from './visits.schemas.ts';

export function visitScope(
  context: Pick<AppContext, 'clock'>,
  viewer: Viewer,
  reach: Reach,
  power: VisitScope['power'] = 'view',
): VisitScope {
  return {
    councilId: viewer.councilId,
    accountId: viewer.accountId,
    reach,
    today: londonDate(context.clock.now()),
    power,
  };
}

function visitOut(row: VisitRow): VisitOut {
  return {
    id: row.id,
    orderId: row.order_id,
    orderReference: row.order_reference,
    orderState: row.order_state,
    personId: row.knows_person ? row.person_id : null,
    personName: row.person_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    description: row.description,
    unit: row.unit,
    timed: isTimedUnit(row.unit as Unit),
    state: row.state,
    serviceDate: row.service_date,
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    plannedMinutes: row.planned_minutes,
    quantity: row.quantity,
    plannedPence: row.planned_pence,
    worker: row.worker,
    workerId: row.worker_id,
    actualStart: row.actual_start,
    actualEnd: row.actual_end,
    actualMinutes: row.actual_minutes,
    chargePence: row.charge_pence,
    withinTolerance: row.within_tolerance,
    recordedAt: row.recorded_at,
    confirmedAt: row.confirmed_at,
    confirmedByItself: row.confirmed_by === 'auto',
    queryNote: row.query_note,
    settledPence: row.settled_pence,
    billed: row.billed_at !== null,
    waitingForFinance: row.waiting_for_finance,
  };
}

function dateOr(text: string | undefined, fallback: Temporal.PlainDate, pointer: string): Temporal.PlainDate {
  return text === undefined ? fallback : unwrap(parseDate(text), pointer);
}

/** True where the viewer looks at someone else's visits, which that person may later ask about. */
function isSomeoneElse(reach: Reach, visit: Pick<VisitRow, 'person_id' | 'organisation_id'>): boolean {
  return !reach.personIds.includes(visit.person_id) && !reach.organisationIds.includes(visit.organisation_id);
}

/** Visits of a stretch of days (default: this week, Monday to Sunday), soonest first, a page at a time. */
export async function listVisitsFor(context: AppContext, viewer: Viewer, reach: Reach, query: VisitsQuery) {
  const scope = visitScope(context, viewer, reach);
  const monday = scope.today.subtract({ days: scope.today.dayOfWeek - 1 });
  const from = dateOr(query.from, monday, '/querystring/from');
  const to = dateOr(query.to, from.add({ days: 6 }), '/querystring/to');
  const limit = query.limit ?? 25;
  const list = listAsked('visits', { ...query, from, to });
  const after = readCursor(list, query.cursor, ['date', 'instant-or-none', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const rows = await listVisits(tx, scope, {
      from,
      to,
      personId: query.personId,
      orderId: query.orderId,
      states: query.state,
      after,
      limit,
    });
    const page = pageFrom(list, rows, limit, (row) => [
      row.service_date.toString(),
      row.planned_start?.toString() ?? NO_INSTANT,
      row.id,
    ]);
    const people = new Set(page.items.filter((row) => isSomeoneElse(reach, row)).map((row) => row.person_id));
    await recordAudit(
      tx,
      context.clock,
      viewer,
      ...[...people].map((personId) => ({ event: 'visit.listed', noun: 'visit', recordId: null, personId })),
    );
    return { items: page.items.map(visitOut), nextCursor: page.nextCursor };
  });
}

/** One visit, and for those who may see the person's money, which lines pay for it. */
export async function viewVisit(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<Static<typeof VisitDetailOut>> {
  const scope = visitScope(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const visit = found(await findVisit(tx, scope, id));
    const shares = await visitShares(tx, scope, id);
    const confirms = reachOf(viewer, 'visit.confirm');
    if (isSomeoneElse(reach, visit)) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'visit.viewed',
        noun: 'visit',
        recordId: id,
        personId: visit.person_id,
      });
    }
    return {
      mayAnswer:
        (visit.state === 'recorded' || visit.state === 'queried') &&
        confirms !== null &&
        (await isVisitInReach(tx, visitScope(context, viewer, confirms, 'confirm'), id)),
      visit: visitOut(visit),
      shares: shares.map((share) => ({
        position: share.position,
        lineId: share.line_id,
        lineName: share.line_name,
        personId: share.person_id,
        plannedPence: share.planned_pence,
        chargePence: share.charge_pence,
      })),
    };
  });
}

function workOf(tx: Tx, { clock }: Pick<AppContext, 'clock'>, actor: Viewer): Work {
  return { tx, clock, actor };
}

async function viewAgain(tx: Tx, scope: VisitScope, id: string): Promise<VisitOut> {
  return visitOut(found(await findVisit(tx, scope, id)));
}

/**
 * The worker who came on a day: the one chosen, or the one whom a name means, made where no worker has it. Null where nothing
 * was said. Refuses a name that two have, and somebody who had left.
 */
async function whoCame(
  work: Work,
  { organisation_id }: RecordableRow,
  said: { readonly workerId?: string; readonly worker?: string },
  day: Temporal.PlainDate,
): Promise<string | null> {
  const { tx, actor } = work;
  if (said.workerId !== undefined) {
    const worker = found(await findWorker(tx, actor.councilId, organisation_id, said.workerId));
    return unwrap(checkWasThere(worker, day), '/worker').id;
  }
  if (said.worker === undefined) return null;
  const name = tidyWorkerText(said.worker);
  if (workerNameKey(name) === '') throw noWorker();
  const asked = { organisationId: organisation_id, said: { name, reference: null }, day };
  const [which] = await meetWorkers(work, [asked]);
  return which === undefined ? null : unwrap(which, '/worker');
}

const noWorker = (): ProblemError =>
  new ProblemError('actuals.worker_missing', { errors: [{ pointer: '/worker', code: 'actuals.worker_missing' }] });

async function refuseOverlap(
  tx: Tx,
  visit: RecordableRow,
  councilId: string,
  workerId: string,
  times: { start: Temporal.Instant; end: Temporal.Instant },
): Promise<void> {
  const others = await visitsOfWorkers(tx, councilId, [workerId], times.start, times.end);
  const other = others.find((one) => one.id !== visit.id);
  if (other) {
    throw new ProblemError('visit.overlap', {
      details: { visitId: other.id, start: other.start.toString(), end: other.end?.toString() ?? null },
    });
  }
}

/** The worker has arrived: the visit's real start is now, to the minute. */
export async function startVisit(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  body: StartIn,
): Promise<VisitOut> {
  const scope = visitScope(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const visit = found(await lockVisit(tx, scope, id));
    const { corrects } = unwrap(checkRecordable({ state: visit.state, orderState: visit.order_state }));
    if (corrects) throw new ProblemError('visit.not_planned', { details: { state: visit.state } });
    if (visit.actual_start !== null) throw new ProblemError('visit.already_started');
    const now = toMinute(context.clock.now());
    if (Temporal.PlainDate.compare(visit.service_date, londonDate(now)) > 0)
      throw new ProblemError('visit.in_the_future');
    const work = workOf(tx, context, viewer);
    // who does not say is there themselves
    const said =
      body.workerId === undefined && body.worker === undefined
        ? { worker: await accountName(tx, viewer.accountId) }
        : body;
    const workerId = await whoCame(work, visit, said, londonDate(now));
    if (workerId === null) throw noWorker();
    await refuseOverlap(tx, visit, viewer.councilId, workerId, { start: now, end: now.add({ minutes: 1 }) });
    await holdWorkers(tx, viewer.councilId, [{ workerId, day: londonDate(now) }]);
    await step(work, 'visits', 'start', [visit], {
      set: { worker_id: workerId, actual_start: now },
      audit: ({ person_id }) => ({ personId: person_id, details: { workerId } }),
    });
    return viewAgain(tx, scope, id);
  });
}

async function saveRecording(
  tx: Tx,
  context: AppContext,
  viewer: Viewer,
  visit: RecordableRow,
  workerId: string | null,
  times: RecordedTimes | null,
): Promise<void> {
  const { councilId } = viewer;
  const now = context.clock.now();
  const tolerance = toleranceFrom(await readSettings(tx, councilId, context.clock.today()));
  const recorded = unwrap(recordingOf(visit, { workerId, times }, { now, tolerance }));
  if (workerId !== null && times !== null) await refuseOverlap(tx, visit, councilId, workerId, times);
  await saveRecordings(workOf(tx, context, viewer), [recorded]);
}

/** The worker leaves: the visit is recorded from its start until now. */
export async function finishVisit(context: AppContext, viewer: Viewer, reach: Reach, id: string): Promise<VisitOut> {
  const scope = visitScope(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const visit = found(await lockVisit(tx, scope, id));
    if (visit.state !== 'planned') throw new ProblemError('visit.not_planned', { details: { state: visit.state } });
    if (visit.actual_start === null) throw new ProblemError('visit.not_started');
    const end = toMinute(context.clock.now());
    await saveRecording(tx, context, viewer, visit, visit.worker_id, { start: visit.actual_start, end });
    return viewAgain(tx, scope, id);
  });
}

function timesOf(body: RecordIn): RecordedTimes | null {
  if (body.start === undefined && body.end === undefined) return null;
  if (body.start === undefined) {
    throw new ProblemError('actuals.start_missing', { errors: [{ pointer: '/start', code: 'actuals.start_missing' }] });
  }
  if (body.end === undefined) {
    throw new ProblemError('actuals.end_missing', { errors: [{ pointer: '/end', code: 'actuals.end_missing' }] });
  }
  return {
    start: toMinute(unwrap(parseMoment(body.start), '/start')),
    end: toMinute(unwrap(parseMoment(body.end), '/end')),
  };
}

/**
 * The provider says when the visit began and ended, or for what is not priced by time, that it was delivered. Recording
 * again, until it is confirmed, corrects it and tells the person.
 */
export async function recordVisitTimes(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  body: RecordIn,
): Promise<VisitOut> {
  const scope = visitScope(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const visit = found(await lockVisit(tx, scope, id));
    const times = timesOf(body);
    unwrap(checkRecordable({ state: visit.state, orderState: visit.order_state }));
    const day = times === null ? visit.service_date : londonDate(times.start);
    const workerId = (await whoCame(workOf(tx, context, viewer), visit, body, day)) ?? visit.worker_id;
    if (times !== null && workerId === null) throw noWorker();
    await saveRecording(tx, context, viewer, visit, workerId, times);
    return viewAgain(tx, scope, id);
  });
}

/** Whatever was recorded of a visit that did not happen goes. */
const NOTHING_RECORDED = {
  worker_id: null,
  actual_start: null,
  actual_end: null,
  actual_minutes: null,
  charge_pence: null,
  within_tolerance: null,
  recorded_at: null,
  recorded_by: null,
} as const;

/** The provider says that the visit did not happen: what was reserved goes back to the person's lines at once. */
export async function missVisit(
  tx: Tx,
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  reason: string,
): Promise<VisitOut> {
  const scope = visitScope(context, viewer, reach);
  const { councilId, accountId } = viewer;
  const now = context.clock.now();
  const visit = found(await lockVisit(tx, scope, id));
  if (!RECORDABLE_ORDER_STATES.includes(visit.order_state)) throw new ProblemError('order.not_accepted');
  const work = workOf(tx, context, viewer);
  await step(work, 'visits', 'miss', [visit], {
    set: NOTHING_RECORDED,
    audit: ({ person_id }) => ({ personId: person_id, reason }),
    messages: ({ person_id }) => [
      {
        personId: person_id,
        kind: 'visit.missed',
        details: {
          visitId: id,
          serviceDate: visit.service_date.toString(),
          plannedPence: Number(visit.planned_pence),
          reason,
        },
      },
    ],
    otherwise: 'visit.not_planned',
  });
  await clearShareCharges(tx, councilId, id);
  await postTransfers(
    tx,
    { councilId, effectiveAt: now, recordedAt: now, recordedBy: accountId },
    releaseTransfers({
      visitId: id,
      orderId: visit.order_id,
      shares: visit.shares.map((share) => ({
        position: share.position,
        lineId: share.lineId,
        plannedPence: BigInt(share.plannedPence) as Pence,
        chargePence: pence(0),
        reservationId: share.reservationId,
      })),
    }),
  );
  await closeExceptions(work, 'withdraw', [id], { note: sayRecorded('visit-did-not-happen') });
  return viewAgain(tx, scope, id);
}

/** "Something was wrong": nothing is paid until the provider corrects it or a finance officer decides. */
export async function queryVisit(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  note: string,
): Promise<VisitOut> {
  const scope = visitScope(context, viewer, reach, 'confirm');
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const visit = found(await lockVisit(tx, scope, id));
    const work = workOf(tx, context, viewer);
    await step(work, 'visits', 'query', [visit], {
      set: { query_note: note },
      audit: ({ person_id }) => ({ personId: person_id, reason: note }),
      messages: ({ organisation_id, service_date }) => [
        {
          organisationId: organisation_id,
          kind: 'visit.queried',
          details: { visitId: id, serviceDate: service_date.toString(), note },
        },
      ],
      otherwise: 'visit.not_recorded',
    });
    await raiseExceptions(work, [
      {
        kind: 'queried',
        visitId: id,
        expectedPence: visit.planned_pence,
        foundPence: visit.charge_pence ?? pence(0),
        note,
      },
    ]);
    return viewAgain(tx, scope, id);
  });
}

/** What the viewer's organisation has earned and not been paid yet. */
export async function viewMoneyComing(context: AppContext, viewer: Viewer, reach: Reach) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const money = await moneyComing(tx, viewer.councilId, reach.organisationIds);
    return {
      recordedPence: money.recorded_pence,
      confirmedPence: money.confirmed_pence,
      invoicedPence: money.invoiced_pence,
    };
  });
}
