// A payment run until it may go to the bank: what is due is claimed once, a second person authorises, and payees whose bank
// details changed meanwhile are dropped. workflows/emit-payment-run.ts goes on from here.
// Source: domain.md section 9 (payment); standards.md ("A payment run").

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  type PaymentRunEvent,
  type PaymentRunState,
  paymentRunMachine,
} from '@support-market/domain/payments/payment-run-states';
import { type PlannedPayment, planRun, type RunPlan } from '@support-market/domain/payments/run-plan';
import {
  checkExecutionDate,
  endToEndIdOf,
  goesWhereProposed,
  mayAuthoriseRun,
  nextExecutionDate,
  runReference,
} from '@support-market/domain/payments/run-rules';
import { nextState, type Step } from '@support-market/domain/shared/state-machine';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit, recordStateChanges } from '../../platform/audit.repo.ts';
import { extraHolidays } from '../../platform/bank-holidays.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { councilAccounts } from '../../platform/council-accounts.repo.ts';
import { nextCounter } from '../../platform/counters.repo.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { invitedLately } from '../../platform/officer-invitations.repo.ts';
import { moveInvoices, movePayIns, movePayments, moveRun, releaseItems } from '../../platform/payment-moves.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { checkAccount } from '../../ports/bank-files/account-check.ts';
import {
  type DueItem,
  dueItems,
  type FileRow,
  filesOf,
  findRun,
  insertRun,
  listRuns,
  lockRun,
  type NewPayment,
  type PaymentRow,
  paymentsOf,
  type RunRow,
  recountRun,
} from './payment-runs.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

/** What can be paid now; with `lock` its rows are kept from any other run until the transaction ends. */
async function plan(tx: Tx, councilId: string, lock: boolean): Promise<RunPlan<DueItem>> {
  const due = await dueItems(tx, councilId, lock);
  const council = await councilAccounts(tx, councilId);
  return planRun(due, { bank: council.bank !== null, 'client-money': council.clientMoney !== null }, checkAccount);
}

export type Proposal = Omit<RunPlan<DueItem>, 'payments' | 'leftOut'> & {
  readonly executionDate: Temporal.PlainDate;
  readonly count: number;
  readonly leftOutCount: number;
  readonly payments: Page<PlannedPayment<DueItem>>;
  readonly leftOut: Page<RunPlan<DueItem>['leftOut'][number]>;
};

interface Page<Row> {
  readonly items: readonly Row[];
  /** The key of the last row, while there are more. */
  readonly next: string | null;
}

/** The rows after the one with this key. A key that has gone meanwhile begins anew, which shows nothing twice by mistake. */
function pageAfter<Row>(
  rows: readonly Row[],
  after: string | null,
  limit: number,
  keyOf: (row: Row) => string,
): Page<Row> {
  const start = after === null ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  const items = rows.slice(start, start + limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && start + limit < rows.length ? keyOf(last) : null };
}

/** A page of what a run would pay if it were proposed now, and of what it would leave out and why. Claims nothing. */
export function viewProposal(
  { db, clock }: Needs,
  viewer: Viewer,
  page: { readonly after: string | null; readonly leftOutAfter: string | null; readonly limit: number },
): Promise<Proposal> {
  const { councilId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const today = clock.today();
    const { payments, leftOut, totalPence } = await plan(tx, councilId, false);
    return {
      executionDate: nextExecutionDate(today, await extraHolidays(tx, today)),
      totalPence,
      count: payments.length,
      leftOutCount: leftOut.length,
      payments: pageAfter(payments, page.after, page.limit, paymentKey),
      leftOut: pageAfter(
        leftOut,
        page.leftOutAfter,
        page.limit,
        ({ item }) => `${item.invoiceId ?? ''}${item.payInId ?? ''}`,
      ),
    };
  });
}

/** The first thing that a payment pays is in no other payment. */
const paymentKey = ({ items }: PlannedPayment<DueItem>): string => items[0]?.invoiceId ?? items[0]?.payInId ?? '';

/**
 * Proposes a run over everything that can be paid. Two officers at once follow each other, so each item is in one run.
 * Refuses with `payment_run.empty`, `payment_run.date_in_the_past` and `payment_run.not_a_working_day`. Answers its id.
 */
export function proposeRun(
  { db, clock }: Needs,
  viewer: Viewer,
  request: { readonly key: string; readonly executionDate: Temporal.PlainDate | undefined },
): Promise<{ id: string; reference: string }> {
  const { councilId, accountId } = viewer;
  const body = { executionDate: request.executionDate?.toString() ?? null };
  return inTransaction(db, councilId, (tx) =>
    once(tx, clock, viewer, { key: request.key, operation: 'proposePaymentRun', body }, async () => {
      const today = clock.today();
      const holidays = await extraHolidays(tx, today);
      const executionDate =
        request.executionDate === undefined
          ? nextExecutionDate(today, holidays)
          : unwrap(checkExecutionDate(request.executionDate, today, holidays), '/executionDate');
      // The counter is the queue in which proposals wait for each other.
      const reference = runReference(Number(await nextCounter(tx, councilId, 'payment-run')));
      const { payments } = await plan(tx, councilId, true);
      if (payments.length === 0) throw new ProblemError('payment_run.empty');
      const id = newId(clock, 'paymentRun');
      const made = payments.map((payment): NewPayment => {
        const paymentId = newId(clock, 'payment');
        return { ...payment, id: paymentId, endToEndId: endToEndIdOf(paymentId) };
      });
      await insertRun(tx, councilId, {
        id,
        reference,
        executionDate,
        proposedBy: accountId,
        proposedAt: clock.now(),
        payments: made,
      });
      const items = made.flatMap((payment) => payment.items);
      const invoiceIds = items.flatMap(({ invoiceId }) => (invoiceId === null ? [] : [invoiceId]));
      const payInIds = items.flatMap(({ payInId }) => (payInId === null ? [] : [payInId]));
      const claimed =
        (await moveInvoices(tx, councilId, invoiceIds, ['approved'], 'paying', null)) +
        (await movePayIns(tx, councilId, payInIds, ['due'], 'paying'));
      if (claimed !== items.length) throw new ProblemError('record.changed');
      await recordStateChanges(tx, clock, viewer, [
        { noun: 'payment-run', recordId: id, from: null, to: 'proposed', event: 'payment-run.proposed' },
        ...invoiceIds.map((recordId) => ({
          noun: 'invoice',
          recordId,
          from: 'approved',
          to: 'paying',
          event: 'invoice.paying',
        })),
      ]);
      await recordAudit(tx, clock, viewer, {
        event: 'payment-run.proposed',
        noun: 'payment-run',
        recordId: id,
        details: {
          reference,
          payments: made.length,
          totalPence: Number(made.reduce((sum, one) => sum + one.amountPence, 0n)),
        },
      });
      return { id, reference };
    }),
  );
}

export type RunView = RunRow & { readonly mayAuthorise: boolean; readonly files: readonly FileRow[] };

export function viewRuns(
  { db }: Needs,
  viewer: Viewer,
  filter: {
    readonly state: PaymentRunState | undefined;
    readonly after: readonly string[] | null;
    readonly limit: number;
  },
): Promise<RunRow[]> {
  return inTransaction(db, viewer.councilId, (tx) => listRuns(tx, viewer.councilId, filter));
}

export async function viewOfRun(tx: Tx, viewer: Viewer, id: string): Promise<RunView> {
  const run = found(await findRun(tx, viewer.councilId, id));
  const files = await filesOf(tx, viewer.councilId, id);
  return { ...run, files, mayAuthorise: run.state === 'proposed' && run.proposedBy !== viewer.accountId };
}

export function viewRun({ db }: Needs, viewer: Viewer, id: string): Promise<RunView> {
  return inTransaction(db, viewer.councilId, (tx) => viewOfRun(tx, viewer, id));
}

/** A page of a run's payments in the order of their numbers, and one more when there are more. */
export function viewPayments(
  { db }: Needs,
  viewer: Viewer,
  id: string,
  page: { readonly afterPosition: number; readonly limit: number },
): Promise<PaymentRow[]> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    found(await findRun(tx, viewer.councilId, id));
    return paymentsOf(tx, viewer.councilId, id, page);
  });
}

/** Gives back what some payments claimed: the invoices are approved and the pay-ins due again. */
async function release(
  tx: Tx,
  { clock }: Needs,
  viewer: Viewer,
  payments: readonly PaymentRow[],
  event: 'invoice.dropped-from-run',
): Promise<void> {
  const { councilId } = viewer;
  const items = payments.flatMap((payment) => payment.items);
  const invoiceIds = items.flatMap(({ invoiceId }) => (invoiceId === null ? [] : [invoiceId]));
  const payInIds = items.flatMap(({ payInId }) => (payInId === null ? [] : [payInId]));
  const ids = payments.map(({ id }) => id);
  const moved = await movePayments(tx, councilId, ids, ['pending'], 'dropped', { code: null, at: null });
  const freed =
    (await moveInvoices(tx, councilId, invoiceIds, ['paying'], 'approved', null)) +
    (await movePayIns(tx, councilId, payInIds, ['paying'], 'due'));
  if (moved !== ids.length || freed !== items.length) throw new ProblemError('record.changed');
  await releaseItems(tx, councilId, ids);
  await recordStateChanges(tx, clock, viewer, [
    ...ids.map((recordId) => ({ noun: 'payment', recordId, from: 'pending', to: 'dropped', event: 'payment.dropped' })),
    ...invoiceIds.map((recordId) => ({ noun: 'invoice', recordId, from: 'paying', to: 'approved', event })),
  ]);
}

/** Drops payees whose bank details are not what they were when the run was proposed. Answers the payments that remain. */
export async function dropChanged(tx: Tx, context: Needs, viewer: Viewer, run: RunRow): Promise<readonly PaymentRow[]> {
  const pending = (await paymentsOf(tx, viewer.councilId, run.id)).filter(({ state }) => state === 'pending');
  const dropping = pending.filter((payment) => !goesWhereProposed(payment));
  if (dropping.length === 0) return pending;
  await release(tx, context, viewer, dropping, 'invoice.dropped-from-run');
  await recountRun(tx, viewer.councilId, run.id);
  await recordAudit(
    tx,
    context.clock,
    viewer,
    ...dropping.map(({ id, payeeName }) => ({
      event: 'payment.dropped',
      noun: 'payment',
      recordId: id,
      reason: 'bank details changed or were held after the run was proposed',
      details: { payeeName },
    })),
  );
  const gone = new Set(dropping.map(({ id }) => id));
  return pending.filter(({ id }) => !gone.has(id));
}

export async function stepRun(
  tx: Tx,
  { clock }: Needs,
  viewer: Viewer,
  run: RunRow,
  step: Step<PaymentRunState>,
  change: Parameters<typeof moveRun>[5] = {},
): Promise<void> {
  if (!(await moveRun(tx, viewer.councilId, run.id, [step.from], step.to, change)))
    throw new ProblemError('record.changed');
  await recordStateChanges(tx, clock, viewer, [
    { noun: 'payment-run', recordId: run.id, from: step.from, to: step.to, event: step.emits },
  ]);
  await recordAudit(tx, clock, viewer, { event: step.emits, noun: 'payment-run', recordId: run.id });
}

export function stepOf(run: RunRow, event: PaymentRunEvent): Step<PaymentRunState> {
  return unwrap(nextState(paymentRunMachine, run.state, event));
}

/**
 * A second person authorises. Payees whose bank details changed since the proposal are dropped first; a run with nobody
 * left is cancelled instead. Refuses with `payment_run.same_person`, `payment_run.invited_by_proposer` and `state.not_allowed`.
 */
export function authoriseRun(context: Needs, viewer: Viewer, id: string): Promise<RunView> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = found(await lockRun(tx, viewer.councilId, id));
    const step = stepOf(run, 'authorise');
    const invited = await invitedLately(tx, context, viewer.councilId, run.proposedBy, viewer.accountId);
    unwrap(mayAuthoriseRun(run.proposedBy, viewer.accountId, invited));
    const remaining = await dropChanged(tx, context, viewer, run);
    if (remaining.length === 0) await stepRun(tx, context, viewer, run, stepOf(run, 'cancel'));
    else {
      await stepRun(tx, context, viewer, run, step, {
        authorisedBy: viewer.accountId,
        authorisedAt: context.clock.now(),
      });
    }
    return viewOfRun(tx, viewer, id);
  });
}

/** Gives everything back before there is a file. Refuses with `state.not_allowed`. */
export function cancelRun(context: Needs, viewer: Viewer, id: string): Promise<RunView> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = found(await lockRun(tx, viewer.councilId, id));
    const step = stepOf(run, 'cancel');
    const pending = (await paymentsOf(tx, viewer.councilId, id)).filter(({ state }) => state === 'pending');
    await release(tx, context, viewer, pending, 'invoice.dropped-from-run');
    await stepRun(tx, context, viewer, run, step);
    return viewOfRun(tx, viewer, id);
  });
}
