// What the bank said of a run becomes paid invoices, money in purses and remittances, or money still owed; saying it again
// changes nothing, and what cannot be taken is explained by its reference.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  bankAccount,
  clientMoneyAccount,
  type LedgerAccount,
  payableAccount,
  purseAccount,
} from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { causeOf } from '@support-market/domain/payments/bank-result';
import { batchIdOf, DEBIT_ACCOUNTS } from '@support-market/domain/payments/payment-file';
import {
  judgeReport,
  type NotTaken,
  type ReportedPayment,
  reportsFrom,
  type SentPayment,
} from '@support-market/domain/payments/result-rules';
import { remittanceNumber } from '@support-market/domain/payments/run-rules';
import { formatPounds, pence } from '@support-market/domain/shared/money';
import { recordAudit, recordStateChanges, type StateChange } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { nextCounter } from '../../platform/counters.repo.ts';
import { newId } from '../../platform/ids.ts';
import { type NewMessage, recordMessages } from '../../platform/messages.repo.ts';
import { moveInvoices, movePayIns, movePayments, moveRun, releaseItems } from '../../platform/payment-moves.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { readPain002, writePain002 } from '../../ports/bank-files/pain002.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { type MailToSend, queueMail } from '../../ports/mail/mails.repo.ts';
import {
  insertRemittances,
  lockRun,
  type PaymentRow,
  paymentsOf,
  type RunRow,
  runOfReference,
} from './bank-results.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock' | 'config'>;

export interface ResultsTaken {
  readonly state: string;
  readonly paid: number;
  readonly returned: number;
  readonly unchanged: number;
  readonly waiting: number;
  readonly notTaken: {
    readonly endToEndId: string;
    readonly why: NotTaken | 'unknown-reference' | 'other-run';
    readonly runReference: string | null;
  }[];
}

interface Sorted {
  readonly paid: PaymentRow[];
  readonly returned: { readonly payment: PaymentRow; readonly reason: string | null }[];
  unchanged: number;
  waiting: number;
  readonly notTaken: ResultsTaken['notTaken'];
}

/** A payment as the rules of results see it. */
function sentPayment({ endToEndId, debitAccount, amountPence, state, items }: PaymentRow): SentPayment {
  return { endToEndId, debitAccount, amountPence, state, paysIn: items.some(({ payInId }) => payInId !== null) };
}

async function sortReports(
  tx: Tx,
  councilId: string,
  payments: readonly PaymentRow[],
  reports: readonly ReportedPayment[],
): Promise<Sorted> {
  const byReference = new Map(payments.map((payment) => [payment.endToEndId, payment]));
  const sorted: Sorted = { paid: [], returned: [], unchanged: 0, waiting: 0, notTaken: [] };
  const seen = new Set<string>();
  for (const report of reports) {
    if (seen.has(report.endToEndId)) continue;
    seen.add(report.endToEndId);
    const payment = byReference.get(report.endToEndId);
    if (!payment) {
      const runReference = await runOfReference(tx, councilId, report.endToEndId);
      const why = runReference === null ? 'unknown-reference' : 'other-run';
      sorted.notTaken.push({ endToEndId: report.endToEndId, why, runReference });
      continue;
    }
    const verdict = judgeReport(sentPayment(payment), report);
    if (verdict === 'paid') sorted.paid.push(payment);
    else if (verdict === 'returned') sorted.returned.push({ payment, reason: report.reason });
    else if (verdict === 'unchanged') sorted.unchanged += 1;
    else if (verdict === 'waiting') sorted.waiting += 1;
    else sorted.notTaken.push({ endToEndId: report.endToEndId, why: verdict, runReference: null });
  }
  return sorted;
}

const debitOf = (payment: PaymentRow): LedgerAccount =>
  payment.debitAccount === 'bank' ? bankAccount() : clientMoneyAccount();

function payTransfers(payment: PaymentRow): Transfer[] {
  return payment.items.map((item): Transfer => {
    const amountPence = pence(item.amountPence);
    if (item.payInId !== null && item.lineId !== null) {
      return {
        kind: 'single',
        id: `tr_payin:${item.payInId}`,
        code: 'pay-in',
        debit: purseAccount(item.lineId).id,
        credit: debitOf(payment).id,
        amountPence,
        lineId: item.lineId,
        paymentId: payment.id,
      };
    }
    return {
      kind: 'single',
      id: `tr_pay:${payment.id}:${item.invoiceId}`,
      code: 'pay',
      debit: payableAccount(payment.organisationId ?? '').id,
      credit: debitOf(payment).id,
      amountPence,
      invoiceId: item.invoiceId ?? undefined,
      paymentId: payment.id,
    };
  });
}

function returnTransfers(payment: PaymentRow): Transfer[] {
  return payment.items.map((item) => ({
    kind: 'single',
    id: `tr_payreturn:${payment.id}:${item.invoiceId}`,
    code: 'pay-returned',
    debit: debitOf(payment).id,
    credit: payableAccount(payment.organisationId ?? '').id,
    amountPence: pence(item.amountPence),
    invoiceId: item.invoiceId ?? undefined,
    paymentId: payment.id,
    reverses: `tr_pay:${payment.id}:${item.invoiceId}`,
  }));
}

const invoicesOf = (payments: readonly PaymentRow[]): string[] =>
  payments.flatMap(({ items }) => items.flatMap(({ invoiceId }) => (invoiceId === null ? [] : [invoiceId])));
const referencesOf = ({ items }: PaymentRow): string => items.map(({ reference }) => reference).join(', ');
const payInsOf = (payments: readonly PaymentRow[]): string[] =>
  payments.flatMap(({ items }) => items.flatMap(({ payInId }) => (payInId === null ? [] : [payInId])));

async function post(
  tx: Tx,
  { clock }: Needs,
  viewer: Viewer,
  payments: readonly PaymentRow[],
  transfers: readonly Transfer[],
): Promise<void> {
  if (transfers.length === 0) return;
  const { councilId } = viewer;
  await openAccounts(tx, councilId, [
    ...payments.map(debitOf),
    ...payments.flatMap(({ organisationId }) => (organisationId === null ? [] : [payableAccount(organisationId)])),
    ...payments.flatMap(({ items }) => items.flatMap(({ lineId }) => (lineId === null ? [] : [purseAccount(lineId)]))),
  ]);
  const now = clock.now();
  await postTransfers(tx, { councilId, effectiveAt: now, recordedAt: now, recordedBy: viewer.accountId }, transfers);
}

function must(moved: number, wanted: number): void {
  if (moved !== wanted) throw new ProblemError('record.changed');
}

function change(noun: string, ids: readonly string[], from: string, to: string, event: string): StateChange[] {
  return ids.map((recordId) => ({ noun, recordId, from, to, event }));
}

async function takePaid(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  run: RunRow,
  payments: readonly PaymentRow[],
): Promise<void> {
  if (payments.length === 0) return;
  const { clock } = context;
  const { councilId } = viewer;
  const now = clock.now();
  const ids = payments.map(({ id }) => id);
  must(await movePayments(tx, councilId, ids, ['sent'], 'paid', { code: null, at: now }), ids.length);
  await post(tx, context, viewer, payments, payments.flatMap(payTransfers));
  const [invoiceIds, payInIds] = [invoicesOf(payments), payInsOf(payments)];
  must(await moveInvoices(tx, councilId, invoiceIds, ['paying'], 'paid', now), invoiceIds.length);
  must(await movePayIns(tx, councilId, payInIds, 'paying', 'paid'), payInIds.length);
  const last = Number(await nextCounter(tx, councilId, 'remittance', payments.length));
  const remittances = payments.map((payment, index) => ({
    id: newId(clock, 'remittance'),
    number: remittanceNumber(last - payments.length + 1 + index),
    paymentId: payment.id,
    at: now,
    payment,
  }));
  await insertRemittances(tx, councilId, remittances);
  await recordMessages(
    tx,
    clock,
    councilId,
    remittances.flatMap(({ id, number, payment }): NewMessage[] =>
      payment.organisationId === null
        ? []
        : [
            {
              organisationId: payment.organisationId,
              kind: 'remittance.sent',
              details: {
                remittanceId: id,
                number,
                totalPence: Number(payment.amountPence),
                executionDate: run.executionDate.toString(),
              },
            },
          ],
    ),
  );
  for (const { number, payment } of remittances) {
    if (!payment.email) continue;
    await queueMail(tx, clock, {
      to: payment.email,
      subject: `Remittance advice ${number}: ${formatPounds(payment.amountPence)}`,
      content: {
        greeting: `Hello ${payment.payeeName},`,
        paragraphs: [
          `We have paid you ${formatPounds(payment.amountPence)}. It is for ${referencesOf(payment)}.`,
          'You do not need to do anything. The remittance advice shows what each part is for.',
        ],
        action: { label: 'See the remittance advice', url: `${context.config.publicUrl}/provider/invoices` },
      },
    });
  }
  await recordStateChanges(tx, clock, viewer, [
    ...change('payment', ids, 'sent', 'paid', 'payment.paid'),
    ...change('invoice', invoiceIds, 'paying', 'paid', 'invoice.paid'),
  ]);
}

async function takeReturned(tx: Tx, context: Needs, viewer: Viewer, returned: Sorted['returned']): Promise<void> {
  if (returned.length === 0) return;
  const { clock } = context;
  const { councilId } = viewer;
  const now = clock.now();
  for (const { payment, reason } of returned) {
    const wasPaid = payment.state === 'paid';
    must(await movePayments(tx, councilId, [payment.id], ['sent', 'paid'], 'returned', { code: reason, at: now }), 1);
    if (wasPaid) await post(tx, context, viewer, [payment], returnTransfers(payment));
    const [invoiceIds, payInIds] = [invoicesOf([payment]), payInsOf([payment])];
    must(await moveInvoices(tx, councilId, invoiceIds, ['paying', 'paid'], 'approved', null), invoiceIds.length);
    must(await movePayIns(tx, councilId, payInIds, 'paying', 'due'), payInIds.length);
    await releaseItems(tx, councilId, [payment.id]);
    await recordStateChanges(tx, clock, viewer, [
      ...change('payment', [payment.id], payment.state, 'returned', 'payment.returned'),
      ...change('invoice', invoiceIds, wasPaid ? 'paid' : 'paying', 'approved', 'invoice.payment-returned'),
    ]);
  }
  await recordMessages(
    tx,
    clock,
    councilId,
    returned.flatMap(({ payment, reason }): NewMessage[] => {
      const details = {
        cause: causeOf(reason ?? ''),
        totalPence: Number(payment.amountPence),
        payeeName: payment.payeeName,
        references: referencesOf(payment),
      };
      return [
        ...(payment.organisationId === null
          ? []
          : [{ organisationId: payment.organisationId, kind: 'payment.returned' as const, details }]),
        { role: 'finance', kind: 'payment.returned' as const, details },
      ];
    }),
  );
  for (const { payment } of returned)
    if (payment.email) await queueMail(tx, clock, returnedMail(payment, payment.email));
}

/** Takes back what a remittance advice may have said already. */
function returnedMail(payment: PaymentRow, to: string): MailToSend {
  const amount = formatPounds(payment.amountPence);
  return {
    to,
    subject: `Our payment of ${amount} came back`,
    content: {
      greeting: `Hello ${payment.payeeName},`,
      paragraphs: [
        `The bank sent back our payment of ${amount}. It was for ${referencesOf(payment)}.`,
        ...(payment.remittanceNumber === null
          ? []
          : [`Remittance advice ${payment.remittanceNumber} said that it was paid. Please take no notice of it.`]),
        'We still owe you this money, and we will pay it again. If your bank account has changed, tell the council now.',
      ],
    },
  };
}

async function take(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  run: RunRow,
  reports: readonly ReportedPayment[],
): Promise<ResultsTaken> {
  const { councilId } = viewer;
  const { clock } = context;
  const payments = await paymentsOf(tx, councilId, run.id);
  const sorted = await sortReports(tx, councilId, payments, reports);
  await takePaid(tx, context, viewer, run, sorted.paid);
  await takeReturned(tx, context, viewer, sorted.returned);
  const done = new Set([...sorted.paid, ...sorted.returned.map(({ payment }) => payment)].map(({ id }) => id));
  const open = payments.filter(({ id, state }) => state === 'sent' && !done.has(id)).length;
  const settles = run.state === 'emitted' && open === 0;
  if (settles) {
    if (!(await moveRun(tx, councilId, run.id, ['emitted'], 'settled', { settledAt: clock.now() }))) {
      throw new ProblemError('record.changed');
    }
    await recordStateChanges(
      tx,
      clock,
      viewer,
      change('payment-run', [run.id], 'emitted', 'settled', 'payment-run.settled'),
    );
  }
  await recordAudit(tx, clock, viewer, {
    event: 'payment-run.result-recorded',
    noun: 'payment-run',
    recordId: run.id,
    details: { paid: sorted.paid.length, returned: sorted.returned.length, unchanged: sorted.unchanged },
  });
  return {
    state: settles ? 'settled' : run.state,
    paid: sorted.paid.length,
    returned: sorted.returned.length,
    unchanged: sorted.unchanged,
    waiting: sorted.waiting,
    notTaken: sorted.notTaken,
  };
}

async function lockEmitted(tx: Tx, councilId: string, id: string): Promise<RunRow> {
  const run = found(await lockRun(tx, councilId, id));
  if (run.state !== 'emitted' && run.state !== 'settled') throw new ProblemError('payment_run.not_emitted');
  return run;
}

/** Takes what an officer read from the bank, payment by payment. Refuses with `payment_run.not_emitted`. */
export function recordResults(
  context: Needs,
  viewer: Viewer,
  id: string,
  reports: readonly ReportedPayment[],
): Promise<ResultsTaken> {
  return inTransaction(context.db, viewer.councilId, async (tx) =>
    take(tx, context, viewer, await lockEmitted(tx, viewer.councilId, id), reports),
  );
}

/**
 * Takes a bank's status report (pain.002). Refuses with `bank_result.unreadable`, `bank_result.other_run` and
 * `payment_run.not_emitted`.
 */
export function importResultFile(context: Needs, viewer: Viewer, id: string, bytes: Uint8Array): Promise<ResultsTaken> {
  const read = readPain002(bytes);
  if (!read.ok) throw new ProblemError('bank_result.unreadable', { details: { fault: read.code, ...read.details } });
  const result = read.value;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = await lockEmitted(tx, viewer.councilId, id);
    if (result.originalMessageId !== run.messageId) {
      throw new ProblemError('bank_result.other_run', {
        details: { expected: run.messageId ?? '', found: result.originalMessageId },
      });
    }
    const payments = await paymentsOf(tx, viewer.councilId, id);
    return take(tx, context, viewer, run, reportsFrom(result, run.id, payments.map(sentPayment)));
  });
}

/** The bank of the demonstration: answers that everything was paid, through the same file and the same reader. */
export async function sandboxResults(context: Needs, viewer: Viewer, id: string): Promise<ResultsTaken> {
  if (!context.config.demonstration) throw new ProblemError('record.not_found');
  const { clock } = context;
  const report = await inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = await lockEmitted(tx, viewer.councilId, id);
    const payments = (await paymentsOf(tx, viewer.councilId, id)).filter(({ state }) => state !== 'dropped');
    return writePain002({
      messageId: `BANK-${run.messageId ?? ''}`.slice(0, 35),
      createdAt: clock.now().toString({ smallestUnit: 'second' }),
      originalMessageId: run.messageId ?? '',
      status: 'ACSC',
      reasons: [],
      batches: DEBIT_ACCOUNTS.flatMap((debitAccount) => {
        const transactions = payments
          .filter((payment) => payment.debitAccount === debitAccount)
          .map(({ endToEndId, amountPence }) => ({ endToEndId, status: 'ACSC', reasons: [], amountPence }));
        return transactions.length === 0
          ? []
          : [{ batchId: batchIdOf(id, debitAccount), status: undefined, reasons: [], transactions }];
      }),
    });
  });
  return importResultFile(context, viewer, id, report);
}
