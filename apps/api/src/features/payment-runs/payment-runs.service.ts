// A payment run until it may go to the bank: what is due is claimed once, a second person authorises, and payees whose bank
// details changed meanwhile are dropped. workflows/emit-payment-run.ts goes on from here.
// Source: the domain notes, section 9 (payment); standards.md ("A payment run").

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  type PaymentRunEvent,
  type PaymentRunState,
  paymentRunMachine,
} from '@support-market/domain/payments/payment-run-states';
import { type PlannedPayment, planPayments, whyNotPaid } from '@support-market/domain/payments/run-plan';
import {
  checkExecutionDate,
  endToEndIdOf,
  goesWhereProposed,
  type LeftOutReason,
  mayAuthoriseRun,
  nextExecutionDate,
  runReference,
} from '@support-market/domain/payments/run-rules';
import { addPence, type Pence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { nextState } from '@support-market/domain/shared/state-machine';
import type { Temporal } from 'temporal-polyfill';
import { extraHolidays } from '../../platform/bank-holidays.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { nextCounter } from '../../platform/counters.repo.ts';
import { type PayingFunder, payingFunder } from '../../platform/funder-accounts.repo.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { invitedLately } from '../../platform/officer-invitations.repo.ts';
import { cancelEmpty, dropPayments, recountRun, stepItems } from '../../platform/payment-moves.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { checkAccount } from '../../ports/bank-files/account-check.ts';
import {
  type DueItem,
  type DuePayee,
  dueItems,
  duePayees,
  type FileRow,
  filesOf,
  findRun,
  insertPayments,
  insertRun,
  itemIdOf,
  listRuns,
  lockRun,
  type NewPayment,
  type PaymentRow,
  payeeKey,
  paymentsOf,
  type RunRow,
} from './payment-runs.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

/** Payees that are looked at together: what a proposal holds in memory does not grow with what is due. */
const BATCH = 500;

async function* payeesOf(tx: Tx, councilId: string, funderId: string): AsyncGenerator<readonly DuePayee[]> {
  for (let after: readonly string[] | null = null; ; ) {
    const payees: readonly DuePayee[] = await duePayees(tx, councilId, funderId, { after, limit: BATCH });
    if (payees.length > 0) yield payees;
    const last = payees.at(-1);
    if (last === undefined || payees.length < BATCH) return;
    after = [last.name, last.key];
  }
}

export interface Proposal {
  readonly funder: PayingFunder;
  readonly executionDate: Temporal.PlainDate;
  readonly totalPence: Pence;
  readonly count: number;
  readonly leftOutCount: number;
  readonly payments: Page<PlannedPayment<DueItem>>;
  readonly leftOut: Page<{ readonly item: DueItem; readonly reason: LeftOutReason }>;
}

interface Page<Row> {
  readonly items: readonly Row[];
  /** Where the next page begins, while there is more. */
  readonly next: readonly string[] | null;
}

type LeftOutPayee = DuePayee & { readonly reason: LeftOutReason };

const isAfter = (payee: DuePayee, after: readonly string[] | null): boolean => {
  const [name = '', key = ''] = after ?? [];
  return after === null || payee.name > name || (payee.name === name && payee.key > key);
};

/** A page of what a funder's run would pay if it were proposed now, and of what it would leave out and why. Claims nothing. */
export function viewProposal(
  { db, clock }: Needs,
  viewer: Viewer,
  funderId: string,
  page: {
    readonly after: readonly string[] | null;
    readonly leftOutAfter: readonly string[] | null;
    readonly limit: number;
  },
): Promise<Proposal> {
  const { councilId } = viewer;
  const { limit } = page;
  return inTransaction(db, councilId, async (tx) => {
    const today = clock.today();
    const funder = found(await payingFunder(tx, councilId, funderId));
    let [count, leftOutCount, totalPence] = [0, 0, ZERO_PENCE];
    const paid: DuePayee[] = [];
    const unpaid: LeftOutPayee[] = [];
    const [leftName = '', leftKey = '', leftItem = ''] = page.leftOutAfter ?? [];
    for await (const payees of payeesOf(tx, councilId, funderId))
      for (const payee of payees) {
        const reason = whyNotPaid(payee, checkAccount);
        if (reason === null) {
          count += 1;
          totalPence = addPence(totalPence, payee.owedPence);
          if (paid.length <= limit && isAfter(payee, page.after)) paid.push(payee);
        } else {
          leftOutCount += payee.items;
          const isHere = payee.name === leftName && payee.key === leftKey;
          if (unpaid.length <= limit + 1 && (isHere || isAfter(payee, page.leftOutAfter)))
            unpaid.push({ ...payee, reason });
        }
      }
    const shown = paid.slice(0, limit);
    const last = shown.at(-1);
    const payments = planPayments(await dueItems(tx, councilId, funderId, shown, false), checkAccount);
    const byKey = new Map(unpaid.map((payee) => [payee.key, payee]));
    const rest = (await dueItems(tx, councilId, funderId, unpaid, false)).flatMap((item) => {
      const payee = byKey.get(payeeKey(item));
      const isShown = payee?.name === leftName && payee.key === leftKey && itemIdOf(item) <= leftItem;
      return payee === undefined || isShown ? [] : [{ item, reason: payee.reason, payee }];
    });
    const lastLeft = rest[limit - 1];
    return {
      funder,
      executionDate: nextExecutionDate(today, await extraHolidays(tx, today)),
      totalPence,
      count,
      leftOutCount,
      payments: { items: payments, next: last && paid.length > limit ? [last.name, last.key] : null },
      leftOut: {
        items: rest.slice(0, limit),
        next:
          lastLeft && rest.length > limit ? [lastLeft.payee.name, lastLeft.payee.key, itemIdOf(lastLeft.item)] : null,
      },
    };
  });
}

/**
 * Proposes a run over everything that one funder can pay. Two officers at once follow each other, so each item is in one
 * run. Refuses with `payment_run.funder_account_missing`, `payment_run.empty`, `payment_run.date_in_the_past` and
 * `payment_run.not_a_working_day`. Answers its id.
 */
export function proposeRun(
  { db, clock }: Needs,
  viewer: Viewer,
  request: {
    readonly key: string;
    readonly funderId: string;
    readonly executionDate: Temporal.PlainDate | undefined;
  },
): Promise<{ id: string; reference: string }> {
  const { councilId, accountId } = viewer;
  const { funderId } = request;
  const body = { funderId, executionDate: request.executionDate?.toString() ?? null };
  return inTransaction(db, councilId, (tx) =>
    once(tx, clock, viewer, { key: request.key, operation: 'proposePaymentRun', body }, async () => {
      const today = clock.today();
      const holidays = await extraHolidays(tx, today);
      const executionDate =
        request.executionDate === undefined
          ? nextExecutionDate(today, holidays)
          : unwrap(checkExecutionDate(request.executionDate, today, holidays), '/executionDate');
      const { account } = found(await payingFunder(tx, councilId, funderId));
      if (account === null) throw new ProblemError('payment_run.funder_account_missing');
      // The counter is the queue in which proposals wait for each other.
      const reference = runReference(Number(await nextCounter(tx, councilId, 'payment-run')));
      const id = newId(clock, 'paymentRun');
      const work = { tx, clock, actor: viewer };
      await insertRun(tx, councilId, {
        id,
        funderId,
        funderAccountId: account.id,
        reference,
        executionDate,
        proposedBy: accountId,
        proposedAt: clock.now(),
      });
      let [count, totalPence] = [0, ZERO_PENCE];
      for await (const payees of payeesOf(tx, councilId, funderId)) {
        const made = planPayments(await dueItems(tx, councilId, funderId, payees, true), checkAccount).map(
          (payment): NewPayment => {
            const paymentId = newId(clock, 'payment');
            return { ...payment, id: paymentId, endToEndId: endToEndIdOf(paymentId) };
          },
        );
        await insertPayments(tx, councilId, id, count, made);
        await stepItems(
          work,
          'startPaying',
          made.flatMap((payment) => payment.items),
        );
        await begin(work, 'payments', 'propose', made, { audit: null });
        count += made.length;
        totalPence = addPence(totalPence, ...made.map(({ amountPence }) => amountPence));
      }
      if (count === 0) throw new ProblemError('payment_run.empty');
      await recountRun(tx, councilId, id);
      await begin(work, 'payment_runs', 'propose', [{ id }], {
        audit: () => ({ details: { reference, funderId, payments: count, totalPence: Number(totalPence) } }),
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
    readonly funderId: string | undefined;
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

/**
 * Drops payees whose bank details are not what they were when the run was proposed, and money in advance for somebody who
 * died or left since. Answers the payments that remain.
 */
export async function dropChanged(tx: Tx, context: Needs, viewer: Viewer, run: RunRow): Promise<readonly PaymentRow[]> {
  const pending = (await paymentsOf(tx, viewer.councilId, run.id)).filter(({ state }) => state === 'pending');
  const over = pending.filter(({ isOver }) => isOver);
  const elsewhere = pending.filter((payment) => !payment.isOver && !goesWhereProposed(payment));
  const dropping = [...over, ...elsewhere];
  if (dropping.length === 0) return pending;
  const work = { tx, clock: context.clock, actor: viewer };
  await dropPayments(work, over, sayRecorded('paid-after-the-end'));
  await dropPayments(work, elsewhere, sayRecorded('account-changed-since'));
  await recountRun(tx, viewer.councilId, run.id);
  const gone = new Set(dropping.map(({ id }) => id));
  return pending.filter(({ id }) => !gone.has(id));
}

/** Refuses with `state.not_allowed` what a run may not do where it stands. */
export function mayStep(run: RunRow, event: PaymentRunEvent): void {
  unwrap(nextState(paymentRunMachine, run.state, event));
}

/** Money leaves the account that was seen when the run was proposed, or none. */
export function mustPayFromReleased(run: RunRow): void {
  if (!run.isFromReleased) throw new ProblemError('payment_run.funder_account_changed');
}

/**
 * A second person authorises. Payees whose bank details changed since the proposal are dropped first; a run with no one
 * left is cancelled instead. Refuses with `payment_run.same_person`, `payment_run.invited_by_proposer`,
 * `payment_run.funder_account_changed` and `state.not_allowed`.
 */
export function authoriseRun(context: Needs, viewer: Viewer, id: string): Promise<RunView> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = found(await lockRun(tx, viewer.councilId, id));
    mayStep(run, 'authorise');
    const invited = await invitedLately(tx, context, viewer.councilId, run.proposedBy, viewer.accountId);
    unwrap(mayAuthoriseRun(run.proposedBy, viewer.accountId, invited));
    mustPayFromReleased(run);
    const work = { tx, clock, actor: viewer };
    const remaining = await dropChanged(tx, context, viewer, run);
    if (remaining.length === 0) await cancelEmpty(work, run);
    else {
      await step(work, 'payment_runs', 'authorise', [run], {
        set: { authorised_by: viewer.accountId, authorised_at: clock.now() },
        audit: () => ({}),
        otherwise: 'state.not_allowed',
      });
    }
    return viewOfRun(tx, viewer, id);
  });
}

/** Gives everything back before there is a file. Refuses with `state.not_allowed`. */
export function cancelRun({ db, clock }: Needs, viewer: Viewer, id: string): Promise<RunView> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const run = found(await lockRun(tx, viewer.councilId, id));
    mayStep(run, 'cancel');
    const work = { tx, clock, actor: viewer };
    const pending = (await paymentsOf(tx, viewer.councilId, id)).filter(({ state }) => state === 'pending');
    await dropPayments(work, pending, null);
    await step(work, 'payment_runs', 'cancel', [run], { audit: () => ({}), otherwise: 'state.not_allowed' });
    return viewOfRun(tx, viewer, id);
  });
}
