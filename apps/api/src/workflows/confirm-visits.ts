// Confirming a visit is what moves money: the reservation is posted, what was not used goes back, and whatever a rule
// cannot decide goes to the finance officer. One tap, the passing of time and a settlement all come through here.
// Source: the domain notes, section 9 (confirm; match; exceptions); docs/decisions/0006-when-two-sides-disagree-about-a-visit.md.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { accruedAccount } from '@support-market/domain/ledger/accounts';
import { splitOverShares } from '@support-market/domain/orders/schedule';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { type ChargedVisit, deliveryTransfers, needsMoreMoney } from '@support-market/domain/visits/posting';
import type { FastifyRequest } from 'fastify';
import type { VisitScope } from '../features/visits/visits.repo.ts';
import { ConfirmedOut, ConfirmManyIn } from '../features/visits/visits.schemas.ts';
import { visitScope } from '../features/visits/visits.service.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../http/schemas.ts';
import { type Actor, systemActor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { listCouncils } from '../platform/councils.repo.ts';
import { closeExceptions, raiseExceptions, type VisitException } from '../platform/exceptions.repo.ts';
import { once } from '../platform/idempotency.repo.ts';
import { codeOfDatabaseError, found, ProblemError } from '../platform/problem-error.ts';
import { readSettings } from '../platform/settings.repo.ts';
import { step } from '../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../ports/ledger/ledger.repo.ts';
import {
  type ConfirmableVisit,
  lockConfirmable,
  lockUnanswered,
  saveSettledShares,
  settledColumns,
  tryWithin,
} from './confirm-visits.repo.ts';

type Needs = Pick<AppContext, 'clock'>;

const AUTO_CHUNK = 1_000;

function chargedVisit(visit: ConfirmableVisit): ChargedVisit {
  return { visitId: visit.id, orderId: visit.order_id, organisationId: visit.organisation_id, shares: visit.shares };
}

async function post(tx: Tx, { clock }: Needs, actor: Actor, visits: readonly ConfirmableVisit[]): Promise<void> {
  if (visits.length === 0) return;
  const accounts = [...new Set(visits.map((visit) => visit.organisation_id))].map(accruedAccount);
  await openAccounts(tx, actor.councilId, accounts);
  const now = clock.now();
  await postTransfers(
    tx,
    { councilId: actor.councilId, effectiveAt: now, recordedAt: now, recordedBy: actor.accountId },
    visits.flatMap((visit) => deliveryTransfers(chargedVisit(visit))),
  );
}

/**
 * Posts visits that cost more than was reserved; answers those whose line has not enough left, for which nothing was
 * posted. Halves a batch that is refused until the visits that do not fit stand alone.
 */
async function postOverruns(
  tx: Tx,
  context: Needs,
  actor: Actor,
  visits: readonly ConfirmableVisit[],
): Promise<ConfirmableVisit[]> {
  if (visits.length === 0) return [];
  const tried = await tryWithin(tx, () => post(tx, context, actor, visits));
  if (tried === null) return [];
  if (codeOfDatabaseError(tried.refusal) !== 'budget.not_enough_money') throw tried.refusal;
  if (visits.length === 1) return [...visits];
  const half = Math.ceil(visits.length / 2);
  return [
    ...(await postOverruns(tx, context, actor, visits.slice(0, half))),
    ...(await postOverruns(tx, context, actor, visits.slice(half))),
  ];
}

const asException =
  (kind: VisitException['kind']) =>
  (visit: ConfirmableVisit): VisitException => ({
    kind,
    visitId: visit.id,
    expectedPence: visit.planned_pence,
    foundPence: visit.charge_pence ?? pence(0),
  });

export interface Confirmed {
  /** Confirmed and paid from the budget lines. */
  readonly posted: readonly string[];
  /** Confirmed, but the amount waits for a finance officer. */
  readonly exceptions: readonly string[];
}

/**
 * Confirms visits that the caller has locked and found to be recorded (or queried, by the person alone). Within
 * tolerance they are posted; out of tolerance, or where a line has too little for what ran over, an exception is opened.
 */
async function confirmLocked(
  tx: Tx,
  context: Needs,
  actor: Actor,
  visits: readonly ConfirmableVisit[],
  by: 'person' | 'auto',
): Promise<Confirmed> {
  const { clock } = context;
  const work = { tx, clock, actor };
  const within = visits.filter((visit) => visit.within_tolerance === true);
  const over = visits.filter((visit) => visit.within_tolerance !== true);
  await step(work, 'visits', by === 'auto' ? 'confirmByItself' : 'confirm', visits, {
    set: { confirmed_at: clock.now(), confirmed_by: by === 'auto' ? 'auto' : actor.accountId },
    audit: (visit) => ({ personId: visit.person_id, details: { chargePence: Number(visit.charge_pence ?? 0n) } }),
  });
  await post(
    tx,
    context,
    actor,
    within.filter((visit) => !needsMoreMoney(chargedVisit(visit))),
  );
  const short = await postOverruns(
    tx,
    context,
    actor,
    within.filter((visit) => needsMoreMoney(chargedVisit(visit))),
  );
  await raiseExceptions(work, [
    ...over.map(asException('over-tolerance')),
    ...short.map(asException('not-enough-money')),
  ]);
  if (by === 'person') {
    const queried = visits.filter((visit) => visit.state === 'queried').map((visit) => visit.id);
    await closeExceptions(work, 'answer', queried, { note: '', kind: 'queried' });
  }
  const waiting = new Set([...over, ...short].map((visit) => visit.id));
  return {
    posted: visits.filter((visit) => !waiting.has(visit.id)).map((visit) => visit.id),
    exceptions: [...waiting],
  };
}

/**
 * Someone says "yes, they came" to one or several visits. All of them or none: one out of reach is not found, one
 * that is not waiting any more is `visit.not_recorded` and named in `details.visitIds`.
 */
export async function confirmVisits(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  scope: VisitScope,
  visitIds: readonly string[],
): Promise<Confirmed> {
  const ids = [...new Set(visitIds)];
  const visits = await lockConfirmable(tx, viewer.councilId, ids, scope);
  if (visits.length < ids.length) throw new ProblemError('record.not_found');
  const decided = visits.filter((visit) => visit.state !== 'recorded' && visit.state !== 'queried');
  if (decided.length > 0) {
    throw new ProblemError('visit.not_recorded', { details: { visitIds: decided.map((visit) => visit.id) } });
  }
  return confirmLocked(tx, context, viewer, visits, 'person');
}

/**
 * Confirms what was not answered within the council's number of days, in chunks of a transaction each. A visit out of
 * tolerance is not confirmed by silence: finance is told of it instead. Answers how many were confirmed and told of.
 */
export async function autoConfirmVisits(
  context: Pick<AppContext, 'db' | 'clock'>,
): Promise<{ confirmed: number; exceptions: number }> {
  const { db, clock } = context;
  let confirmed = 0;
  let exceptions = 0;
  for (const { id: councilId } of await listCouncils(db, true)) {
    const actor = systemActor(councilId, 'auto-confirm');
    for (;;) {
      const done = await inTransaction(db, councilId, async (tx) => {
        const { autoConfirmDays } = await readSettings(tx, councilId, clock.today());
        const before = clock.now().subtract({ hours: 24 * autoConfirmDays });
        const visits = await lockUnanswered(tx, councilId, before, AUTO_CHUNK);
        const within = visits.filter((visit) => visit.within_tolerance === true);
        const over = visits.filter((visit) => visit.within_tolerance !== true);
        const result =
          within.length > 0 ? await confirmLocked(tx, context, actor, within, 'auto') : { posted: [], exceptions: [] };
        await raiseExceptions({ tx, clock, actor }, over.map(asException('over-tolerance')));
        return { seen: visits.length, confirmed: within.length, exceptions: over.length + result.exceptions.length };
      });
      confirmed += done.confirmed;
      exceptions += done.exceptions;
      if (done.seen < AUTO_CHUNK) break;
    }
  }
  return { confirmed, exceptions };
}

export interface Settled {
  readonly visitId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly settledPence: Pence;
  /** What was closed by it. */
  readonly exceptionIds: readonly string[];
  readonly shares: readonly { readonly position: number; readonly lineId: string; readonly chargePence: Pence }[];
}

/**
 * A finance officer decides what a visit costs: it is posted at that amount, what is open about it is closed, and the
 * person and the provider are told why. No one owes the difference to what was recorded. The caller has checked
 * that the actor may settle. Refuses with `record.not_found`, `visit.already_settled` (money moved already, or nothing
 * is open) and, from the database, `budget.not_enough_money`.
 */
export async function settleVisit(
  tx: Tx,
  context: Needs,
  actor: Viewer,
  input: { readonly visitId: string; readonly amountPence: Pence; readonly note: string },
): Promise<Settled> {
  const { clock } = context;
  const { councilId } = actor;
  const [visit] = await lockConfirmable(tx, councilId, [input.visitId], null);
  const locked = found(visit);
  if (locked.posted) throw new ProblemError('visit.already_settled');
  const split = splitOverShares(
    input.amountPence,
    locked.shares.map((share, index) => ({ lineId: share.lineId, weight: locked.weights[index] ?? 1 })),
  );
  const shares = locked.shares.map((share, index) => ({
    ...share,
    chargePence: split[index]?.amountPence ?? pence(0),
  }));
  const now = clock.now();
  const work = { tx, clock, actor };
  const closed = await closeExceptions(work, 'settle', [locked.id], {
    note: input.note,
    settledPence: input.amountPence,
    audit: ({ foundPence, expectedPence }) => ({
      personId: locked.person_id,
      reason: input.note,
      details: {
        foundPence: Number(foundPence),
        expectedPence: Number(expectedPence),
        settledPence: Number(input.amountPence),
      },
    }),
  });
  if (closed.length === 0) throw new ProblemError('visit.already_settled');
  const details = {
    visitId: locked.id,
    orderId: locked.order_id,
    serviceDate: locked.service_date.toString(),
    plannedPence: Number(locked.planned_pence),
    chargePence: Number(locked.charge_pence ?? 0n),
    settledPence: Number(input.amountPence),
    note: input.note,
  };
  await step(work, 'visits', 'settle', [locked], {
    set: settledColumns(input.amountPence, now, actor.accountId),
    audit: () => ({
      personId: locked.person_id,
      reason: input.note,
      details: { chargePence: details.chargePence, settledPence: details.settledPence },
    }),
    messages: () => [
      { personId: locked.person_id, kind: 'visit.settled', details },
      { organisationId: locked.organisation_id, kind: 'visit.settled', details },
    ],
    otherwise: 'state.not_allowed',
  });
  await saveSettledShares(tx, councilId, locked.id, shares);
  await post(tx, context, actor, [{ ...locked, shares }]);
  return {
    visitId: locked.id,
    personId: locked.person_id,
    organisationId: locked.organisation_id,
    settledPence: input.amountPence,
    exceptionIds: closed.map(({ id }) => id),
    shares: shares.map(({ position, lineId, chargePence }) => ({ position, lineId, chargePence })),
  };
}

export function registerConfirmVisits(app: App, context: AppContext): void {
  app.post(
    '/api/visits/:id/confirm',
    {
      config: { action: 'visit.confirm', audit: 'visit.confirmed' },
      schema: {
        tags: ['visits'],
        operationId: 'confirmVisit',
        summary: 'Yes, they came: the visit is paid for from the lines that were chosen',
        params: IdParams,
        headers: IdempotencyHeaders,
        response: answers({ 200: ConfirmedOut }),
      },
    },
    (request) => {
      const { id } = request.params;
      return confirmOnce(context, request, `confirmVisit ${id}`, [id]);
    },
  );

  app.post(
    '/api/visits/confirm',
    {
      config: { action: 'visit.confirm', audit: 'visit.confirmed' },
      schema: {
        tags: ['visits'],
        operationId: 'confirmVisits',
        summary: 'Yes to several visits at once: all of them or none',
        headers: IdempotencyHeaders,
        body: ConfirmManyIn,
        response: answers({ 200: ConfirmedOut }),
      },
    },
    (request) => confirmOnce(context, request, 'confirmVisits', request.body.ids),
  );
}

async function confirmOnce(context: AppContext, request: FastifyRequest, operation: string, ids: readonly string[]) {
  const viewer = viewerOf(request);
  const scope = visitScope(context, viewer, reachFor(request), 'confirm');
  const key = String(request.headers['idempotency-key']);
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, context.clock, viewer, { key, operation, body: [...ids] }, async () => {
      const { posted, exceptions } = await confirmVisits(tx, context, viewer, scope, ids);
      return { confirmed: posted.length + exceptions.length, waitingForFinance: [...exceptions] };
    }),
  );
}
