// A payment run from proposal to bank file: what is due is claimed once, a second person authorises, payees whose bank
// details changed meanwhile are dropped, and the file is made once and is the same for ever after.
// Source: domain.md section 9 (payment); standards.md ("A payment run").

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import type { PaymentBatch } from '@support-market/domain/payments/payment-file';
import {
  type PaymentRunEvent,
  type PaymentRunState,
  paymentRunMachine,
} from '@support-market/domain/payments/payment-run-states';
import {
  checkExecutionDate,
  endToEndIdOf,
  type LeftOutReason,
  mayAuthoriseRun,
  messageIdOf,
  nextExecutionDate,
  paymentsToDrop,
  runReference,
  whyLeftOut,
} from '@support-market/domain/payments/run-rules';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import { nextState, type Step } from '@support-market/domain/shared/state-machine';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit, recordStateChanges } from '../../http/audit.repo.ts';
import type { AppContext } from '../../http/context.ts';
import { once } from '../../http/idempotency.repo.ts';
import { newId } from '../../http/ids.ts';
import { found, ProblemError, unwrap } from '../../http/problems.ts';
import { accountChecker, type CheckAccount } from '../../ports/bank-files/account-check.ts';
import { writePain001 } from '../../ports/bank-files/pain001.ts';
import {
  type CouncilAccounts,
  councilAccounts,
  type DebitAccount,
  type DueItem,
  dueItems,
  extraHolidays,
  findRun,
  insertRun,
  listRuns,
  lockRun,
  moveInvoices,
  movePayIns,
  movePayments,
  moveRun,
  type NewPayment,
  nextCounter,
  type PaymentRow,
  paymentsOf,
  type RunRow,
  readFile,
  recountRun,
  releaseItems,
  saveFile,
} from './payment-runs.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

let checker: CheckAccount | undefined;
/** The weight table is read when it is first needed and kept. */
function checkAccount(sortCode: string, accountNumber: string): ReturnType<CheckAccount> {
  checker ??= accountChecker();
  return checker(sortCode, accountNumber);
}

export interface ProposedPayment {
  readonly payeeName: string;
  readonly debitAccount: DebitAccount;
  readonly organisationId: string | null;
  readonly lineId: string | null;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly amountPence: Pence;
  readonly items: readonly DueItem[];
}

export interface Proposal {
  readonly executionDate: Temporal.PlainDate;
  readonly payments: readonly ProposedPayment[];
  readonly totalPence: Pence;
  readonly leftOut: readonly { readonly item: DueItem; readonly reason: LeftOutReason }[];
}

/** Puts what is due into one payment for each payee and account to pay from; money for a fund is a payment of its own. */
function plan(
  due: readonly DueItem[],
  council: CouncilAccounts,
): Pick<Proposal, 'payments' | 'leftOut' | 'totalPence'> {
  const leftOut: { item: DueItem; reason: LeftOutReason }[] = [];
  const groups = new Map<string, { payment: Omit<ProposedPayment, 'amountPence' | 'items'>; items: DueItem[] }>();
  for (const item of due) {
    const { sortCode, accountNumber } = item;
    const account = sortCode !== null && accountNumber !== null ? { sortCode, accountNumber } : null;
    const reason = whyLeftOut({
      hasAccount: account !== null,
      verdict: account ? checkAccount(account.sortCode, account.accountNumber) : 'unknown',
      hasDebitAccount: (item.debitAccount === 'bank' ? council.bank : council.clientMoney) !== null,
    });
    if (reason !== null || account === null) {
      leftOut.push({ item, reason: reason ?? 'no-bank-account' });
      continue;
    }
    const key = [item.debitAccount, item.organisationId, item.payeeLineId, item.payInId === null].join('|');
    const group = groups.get(key) ?? {
      payment: {
        payeeName: item.accountName ?? item.payeeName,
        debitAccount: item.debitAccount,
        organisationId: item.organisationId,
        lineId: item.payeeLineId,
        ...account,
      },
      items: [],
    };
    group.items.push(item);
    groups.set(key, group);
  }
  const payments = [...groups.values()]
    .map(({ payment, items }) => ({
      ...payment,
      items,
      amountPence: addPence(...items.map(({ amountPence }) => amountPence)),
    }))
    .sort((a, b) => a.debitAccount.localeCompare(b.debitAccount, 'en') || a.payeeName.localeCompare(b.payeeName, 'en'));
  leftOut.sort((a, b) => a.item.payeeName.localeCompare(b.item.payeeName, 'en'));
  return { payments, leftOut, totalPence: addPence(...payments.map(({ amountPence }) => amountPence)) };
}

/** What a run would pay if it were proposed now, and what it would leave out and why. Claims nothing. */
export function viewProposal({ db, clock }: Needs, viewer: Viewer): Promise<Proposal> {
  const { councilId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const today = clock.today();
    const due = await dueItems(tx, councilId, false);
    return {
      executionDate: nextExecutionDate(today, await extraHolidays(tx, today)),
      ...plan(due, await councilAccounts(tx, councilId)),
    };
  });
}

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
      const { payments } = plan(await dueItems(tx, councilId, true), await councilAccounts(tx, councilId));
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
        (await movePayIns(tx, councilId, payInIds, 'due', 'paying'));
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

export type RunView = RunRow & { readonly mayAuthorise: boolean };

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

async function view(tx: Tx, viewer: Viewer, id: string): Promise<RunView> {
  const run = found(await findRun(tx, viewer.councilId, id));
  return { ...run, mayAuthorise: run.state === 'proposed' && run.proposedBy !== viewer.accountId };
}

export function viewRun({ db }: Needs, viewer: Viewer, id: string): Promise<RunView> {
  return inTransaction(db, viewer.councilId, (tx) => view(tx, viewer, id));
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
    (await movePayIns(tx, councilId, payInIds, 'paying', 'due'));
  if (moved !== ids.length || freed !== items.length) throw new ProblemError('record.changed');
  await releaseItems(tx, councilId, ids);
  await recordStateChanges(tx, clock, viewer, [
    ...ids.map((recordId) => ({ noun: 'payment', recordId, from: 'pending', to: 'dropped', event: 'payment.dropped' })),
    ...invoiceIds.map((recordId) => ({ noun: 'invoice', recordId, from: 'paying', to: 'approved', event })),
  ]);
}

/** Drops payees whose bank details are not what they were at `since`. Answers their ids and how many payments remain. */
async function dropChanged(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  run: RunRow,
  since: Temporal.Instant,
): Promise<{ dropped: readonly string[]; remaining: readonly PaymentRow[] }> {
  const pending = (await paymentsOf(tx, viewer.councilId, run.id)).filter(({ state }) => state === 'pending');
  const changed = new Set(
    paymentsToDrop(
      pending.map(({ id, detailsChangedAt }) => ({ paymentId: id, bankDetailsChangedAt: detailsChangedAt })),
      since,
    ),
  );
  const dropping = pending.filter(({ id, detailsSame }) => changed.has(id) || !detailsSame);
  if (dropping.length === 0) return { dropped: [], remaining: pending };
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
      reason: 'bank details changed after the run was proposed',
      details: { payeeName },
    })),
  );
  const gone = new Set(dropping.map(({ id }) => id));
  return { dropped: [...gone], remaining: pending.filter(({ id }) => !gone.has(id)) };
}

async function stepRun(
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

function stepOf(run: RunRow, event: PaymentRunEvent): Step<PaymentRunState> {
  return unwrap(nextState(paymentRunMachine, run.state, event));
}

/**
 * A second person authorises. Payees whose bank details changed since the proposal are dropped first; a run with nobody
 * left is cancelled instead. Refuses with `payment_run.same_person` and `state.not_allowed`.
 */
export function authoriseRun(context: Needs, viewer: Viewer, id: string): Promise<RunView> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = found(await lockRun(tx, viewer.councilId, id));
    const step = stepOf(run, 'authorise');
    unwrap(mayAuthoriseRun(run.proposedBy, viewer.accountId));
    const { remaining } = await dropChanged(tx, context, viewer, run, run.proposedAt);
    if (remaining.length === 0) await stepRun(tx, context, viewer, run, stepOf(run, 'cancel'));
    else {
      await stepRun(tx, context, viewer, run, step, {
        authorisedBy: viewer.accountId,
        authorisedAt: context.clock.now(),
      });
    }
    return view(tx, viewer, id);
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
    return view(tx, viewer, id);
  });
}

/** The id of the part of a file that pays from one account. */
export function batchIdOf(runId: string, debitAccount: DebitAccount): string {
  return `${messageIdOf(runId)}-${debitAccount === 'bank' ? 'B' : 'C'}`;
}

function batches(run: RunRow, council: CouncilAccounts, payments: readonly PaymentRow[]): readonly PaymentBatch[] {
  return (['bank', 'client-money'] as const).flatMap((debitAccount): PaymentBatch[] => {
    const transfers = payments.filter((payment) => payment.debitAccount === debitAccount);
    const debtor = debitAccount === 'bank' ? council.bank : council.clientMoney;
    if (transfers.length === 0 || debtor === null) return [];
    return [
      {
        id: batchIdOf(run.id, debitAccount),
        executionDate: run.executionDate,
        debtor,
        transfers: transfers.map((payment) => ({
          endToEndId: payment.endToEndId,
          amountPence: payment.amountPence,
          creditor: { name: payment.payeeName, sortCode: payment.sortCode, accountNumber: payment.accountNumber },
          remittance: `${council.code} ${run.reference}`,
        })),
      },
    ];
  });
}

/**
 * Makes the bank's file, once: emitting again answers the same run with the same bytes. Payees whose bank details
 * changed since the proposal are dropped first. A date that has passed moves to the next working day.
 */
export function emitRun(context: Needs, viewer: Viewer, id: string): Promise<RunView> {
  const { db, clock } = context;
  const { councilId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const run = found(await lockRun(tx, councilId, id));
    if (run.state === 'emitted' || run.state === 'settled') return view(tx, viewer, id);
    const step = stepOf(run, 'emit');
    const { remaining } = await dropChanged(tx, context, viewer, run, run.proposedAt);
    if (remaining.length === 0) {
      await stepRun(tx, context, viewer, run, stepOf(run, 'cancel'));
      return view(tx, viewer, id);
    }
    const council = await councilAccounts(tx, councilId);
    const today = clock.today();
    const isPast = run.executionDate.toString() < today.toString();
    const executionDate = isPast ? nextExecutionDate(today, await extraHolidays(tx, today)) : run.executionDate;
    const written = unwrapFile(
      writePain001({
        messageId: messageIdOf(id),
        createdAt: clock.now(),
        initiatingParty: council.name,
        batches: batches({ ...run, executionDate }, council, remaining),
      }),
    );
    const file = {
      bytes: written,
      sha256: createHash('sha256').update(written).digest('hex'),
      messageId: messageIdOf(id),
      emittedAt: clock.now(),
      executionDate,
    };
    const sent = await movePayments(
      tx,
      councilId,
      remaining.map((payment) => payment.id),
      ['pending'],
      'sent',
      {
        code: null,
        at: null,
      },
    );
    if (sent !== remaining.length || !(await saveFile(tx, councilId, id, file)))
      throw new ProblemError('record.changed');
    await recordStateChanges(tx, clock, viewer, [
      { noun: 'payment-run', recordId: id, from: step.from, to: step.to, event: step.emits },
      ...remaining.map((payment) => ({
        noun: 'payment',
        recordId: payment.id,
        from: 'pending',
        to: 'sent',
        event: 'payment.sent',
      })),
    ]);
    await recordAudit(tx, clock, viewer, {
      event: step.emits,
      noun: 'payment-run',
      recordId: id,
      details: { sha256: file.sha256, messageId: file.messageId },
    });
    return view(tx, viewer, id);
  });
}

/** A file that breaks a rule here is our fault: every payee was checked before it was claimed. */
function unwrapFile(written: ReturnType<typeof writePain001>): Uint8Array {
  if (!written.ok)
    throw new Error(`the payment file breaks a rule: ${written.code} ${JSON.stringify(written.details)}`);
  return written.value.bytes;
}

/** The file as it was made. Refuses with `payment_run.not_emitted`. */
export function runFile(
  context: Needs,
  viewer: Viewer,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = found(await findRun(tx, viewer.councilId, id));
    const file = await readFile(tx, viewer.councilId, id);
    if (!file) throw new ProblemError('payment_run.not_emitted');
    await recordAudit(tx, context.clock, viewer, {
      event: 'payment-run.downloaded',
      noun: 'payment-run',
      recordId: id,
    });
    return { name: `payment-run-${run.reference}.xml`, ...file };
  });
}
