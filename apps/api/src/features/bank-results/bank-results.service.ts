// What the bank said of a run: each thing is kept as it was said, judged once, and becomes money paid or money owed again.
// Saying it again changes nothing, and what cannot be taken is explained by its reference.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  judgeReport,
  type NotTaken,
  type ReportedPayment,
  reportsFrom,
} from '@support-market/domain/payments/result-rules';
import { londonDate } from '@support-market/domain/shared/local-time';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import { refuseBefore } from '../../platform/dates.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { step } from '../../platform/transitions.repo.ts';
import { readPain002, writePain002 } from '../../ports/bank-files/pain002.ts';
import {
  type BankEntry,
  type BankEntryRow,
  insertEntries,
  listEntries,
  lockRun,
  messageIdsOf,
  type PaymentRow,
  paymentsOf,
  type RunRow,
  runOfReference,
} from './bank-results.repo.ts';
import type { Needs } from './result-money.ts';
import { takePaid } from './take-paid.service.ts';
import { type ReturnedPayment, takeReturned } from './take-returned.service.ts';

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

/** Where results come from: an officer's word, or a file, known by its hash. */
type Source = { readonly name: 'officer' } | { readonly name: 'pain.002'; readonly sha256: string };

interface Sorted {
  readonly paid: PaymentRow[];
  readonly returned: ReturnedPayment[];
  readonly entries: BankEntry[];
  unchanged: number;
  waiting: number;
  readonly notTaken: ResultsTaken['notTaken'];
}

/** What moved on the account by this: paid out is below zero, come back is above, refused before it was paid is nothing. */
function movedPence(payment: PaymentRow | undefined, outcome: string): bigint {
  if (!payment) return 0n;
  if (outcome === 'paid') return -payment.amountPence;
  return outcome === 'returned' && payment.state === 'paid' ? payment.amountPence : 0n;
}

async function sortReports(
  tx: Tx,
  { clock }: Needs,
  councilId: string,
  payments: readonly PaymentRow[],
  reports: readonly ReportedPayment[],
  source: Source,
  entryDate: Temporal.PlainDate,
): Promise<Sorted> {
  const byReference = new Map(payments.map((payment) => [payment.endToEndId, payment]));
  const sorted: Sorted = { paid: [], returned: [], entries: [], unchanged: 0, waiting: 0, notTaken: [] };
  const seen = new Set<string>();
  const note = (report: ReportedPayment, position: number, payment: PaymentRow | undefined, outcome: string) => {
    sorted.entries.push({
      id: newId(clock, 'bankEntry'),
      source: source.name,
      sourceSha256: source.name === 'officer' ? null : source.sha256,
      sourcePosition: source.name === 'officer' ? null : position,
      entryDate,
      amountPence: movedPence(payment, outcome),
      endToEndId: report.endToEndId,
      said: report.status,
      reasonCode: report.reason,
      outcome,
      paymentId: payment?.id ?? null,
    });
  };
  for (const [index, report] of reports.entries()) {
    if (seen.has(report.endToEndId)) continue;
    seen.add(report.endToEndId);
    const payment = byReference.get(report.endToEndId);
    if (!payment) {
      const runReference = await runOfReference(tx, councilId, report.endToEndId);
      const why = runReference === null ? 'unknown-reference' : 'other-run';
      sorted.notTaken.push({ endToEndId: report.endToEndId, why, runReference });
      note(report, index + 1, undefined, why);
      continue;
    }
    const verdict = judgeReport(payment, report);
    if (verdict === 'paid') sorted.paid.push(payment);
    else if (verdict === 'returned') sorted.returned.push({ payment, reason: report.reason });
    else if (verdict === 'unchanged') sorted.unchanged += 1;
    else if (verdict === 'waiting') sorted.waiting += 1;
    else sorted.notTaken.push({ endToEndId: report.endToEndId, why: verdict, runReference: null });
    if (verdict !== 'unchanged') note(report, index + 1, payment, verdict);
  }
  return sorted;
}

async function take(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  run: RunRow,
  reports: readonly ReportedPayment[],
  source: Source,
  entryDate: Temporal.PlainDate = context.clock.today(),
): Promise<ResultsTaken> {
  const { councilId } = viewer;
  const { clock } = context;
  const payments = await paymentsOf(tx, councilId, run.id);
  const sorted = await sortReports(tx, context, councilId, payments, reports, source, entryDate);
  await insertEntries(tx, councilId, run, { accountId: viewer.accountId, at: clock.now() }, sorted.entries);
  await takePaid(tx, context, viewer, run, sorted.paid);
  await takeReturned(tx, context, viewer, run, sorted.returned);
  const done = new Set([...sorted.paid, ...sorted.returned.map(({ payment }) => payment)].map(({ id }) => id));
  const open = payments.filter(({ id, state }) => state === 'sent' && !done.has(id)).length;
  const settles = run.state === 'emitted' && open === 0;
  if (settles) {
    const work = { tx, clock, actor: viewer };
    // What the bank said is in the audit trail below.
    await step(work, 'payment_runs', 'settle', [run], { set: { settled_at: clock.now() }, audit: null });
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

/** Takes what an officer read from the bank, payment by payment. Refuses with `payment_run.not_emitted`, and a day before the file went. */
export function recordResults(
  context: Needs,
  viewer: Viewer,
  id: string,
  reports: readonly ReportedPayment[],
  entryDate?: Temporal.PlainDate,
): Promise<ResultsTaken> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const run = await lockEmitted(tx, viewer.councilId, id);
    refuseBefore(run.emittedAt && londonDate(run.emittedAt), entryDate, '/entryDate');
    return take(tx, context, viewer, run, reports, { name: 'officer' }, entryDate);
  });
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
    const ours = await messageIdsOf(tx, viewer.councilId, id);
    if (!ours.includes(result.originalMessageId)) {
      throw new ProblemError('bank_result.other_run', {
        details: { expected: ours.join(', '), found: result.originalMessageId },
      });
    }
    const payments = await paymentsOf(tx, viewer.councilId, id);
    const source = { name: 'pain.002', sha256: createHash('sha256').update(bytes).digest('hex') } as const;
    return take(tx, context, viewer, run, reportsFrom(result, id, payments), source);
  });
}

/** The bank of the demonstration: answers that everything was paid, file by file, through the same reader. */
export async function sandboxResults(context: Needs, viewer: Viewer, id: string): Promise<ResultsTaken> {
  if (!context.config.demonstration) throw new ProblemError('record.not_found');
  const createdAt = context.clock.now().toString({ smallestUnit: 'second' });
  const reports = await inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockEmitted(tx, viewer.councilId, id);
    const payments = (await paymentsOf(tx, viewer.councilId, id)).filter(({ state }) => state !== 'dropped');
    return (await messageIdsOf(tx, viewer.councilId, id)).map((messageId) =>
      writePain002({
        messageId: `BANK-${messageId}`.slice(0, 35),
        createdAt,
        originalMessageId: messageId,
        status: 'ACSC',
        reasons: [],
        batches: [
          {
            batchId: messageId,
            status: undefined,
            reasons: [],
            transactions: payments.map(({ endToEndId, amountPence }) => ({
              endToEndId,
              status: 'ACSC',
              reasons: [],
              amountPence,
            })),
          },
        ],
      }),
    );
  });
  const taken: ResultsTaken[] = [];
  for (const report of reports) taken.push(await importResultFile(context, viewer, id, report));
  const sum = (of: (one: ResultsTaken) => number): number => taken.reduce((total, one) => total + of(one), 0);
  return {
    state: taken.at(-1)?.state ?? 'emitted',
    paid: sum(({ paid }) => paid),
    returned: sum(({ returned }) => returned),
    unchanged: sum(({ unchanged }) => unchanged),
    waiting: sum(({ waiting }) => waiting),
    notTaken: taken.flatMap(({ notTaken }) => notTaken),
  };
}

/** What the bank said of a run, newest first, one more than asked for. */
export function viewEntries(
  { db }: Pick<Needs, 'db'>,
  viewer: Viewer,
  id: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<BankEntryRow[]> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    found(await lockRun(tx, viewer.councilId, id));
    return listEntries(tx, viewer.councilId, id, page);
  });
}
