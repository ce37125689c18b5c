// A finance officer takes back an invoice or part of it: a credit note in the supplier's own series, the ledger turned
// back in the same transaction, and, where it was billed wrongly, the visits billed again at what they should have cost.
// Source: the domain notes, section 9 (never edits); docs/decisions/0023-credit-notes.md.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { type CreditPlan, planCredit } from '@support-market/domain/invoices/credit-rules';
import { formatInvoiceNumber } from '@support-market/domain/invoices/numbers';
import { accruedAccount, lineAccount, payableAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { type Pence, pence, subtractPence } from '@support-market/domain/shared/money';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { type NewMessage, recordMessages } from '../../platform/messages.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import {
  billAgain,
  type EarlierCredit,
  type InvoiceToCredit,
  insertCreditNote,
  type LineToCredit,
  linesToCredit,
  lockCreditsOf,
  lockInvoice,
  supplierOfInvoice,
} from './credit-notes.repo.ts';
import { keepParties } from './invoice-parties.repo.ts';
import { advanceSeries, lockSeries } from './number-series.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export interface CreditRequest {
  readonly key: string;
  readonly reason: string;
  readonly billAgain: boolean;
  readonly lines: readonly { readonly id: string; readonly rightPence: number }[];
}

export interface CreditNoteMade {
  readonly id: string;
  readonly number: string;
  readonly totalPence: number;
  readonly state: 'approved' | 'closed';
}

function mustBeCreditable({ kind, state }: InvoiceToCredit): void {
  if (kind === 'credit-note') throw new ProblemError('state.not_allowed');
  if (state === 'paying') throw new ProblemError('credit_note.invoice_in_a_run');
  if (state !== 'approved' && state !== 'paid') throw new ProblemError('state.not_allowed');
}

/** Whether nothing is left to pay of an unpaid invoice, so that it and its credit notes are closed together. */
function leavesNothing(invoice: InvoiceToCredit, earlier: readonly EarlierCredit[], credit: Pence): boolean {
  const open = earlier.filter(({ state }) => state === 'approved');
  const left = open.reduce((sum, { totalPence }) => sum + totalPence, invoice.totalPence - credit);
  return invoice.state === 'approved' && left === 0n;
}

function transfersOf(
  invoice: InvoiceToCredit,
  noteId: string,
  plan: CreditPlan<LineToCredit>,
  again: boolean,
): Transfer[] {
  const accrued = accruedAccount(invoice.organisationId).id;
  const common = { kind: 'single', code: 'credit-note' } as const;
  const toLines = plan.lines.flatMap(({ line, creditPence, rightPence }): Transfer[] => {
    const account = lineAccount(line.lineId).id;
    const id = `tr_credit:${noteId}:${line.id}`;
    const { lineId, visitId } = line;
    if (!again) {
      return [{ ...common, id, debit: accrued, credit: account, amountPence: creditPence, lineId, invoiceId: noteId }];
    }
    const back = subtractPence(line.remainingPence, rightPence);
    if (back > 0n) return [{ ...common, id, debit: accrued, credit: account, amountPence: back, lineId, visitId }];
    const more = pence(-back);
    return more === 0n
      ? []
      : [
          {
            ...common,
            id,
            code: 'overrun',
            debit: account,
            credit: accrued,
            amountPence: more,
            lineId,
            visitId,
          },
        ];
  });
  return [
    {
      ...common,
      id: `tr_credit:${noteId}`,
      debit: payableAccount(invoice.funderId, invoice.organisationId).id,
      credit: accrued,
      amountPence: plan.sums.totalPence,
      invoiceId: noteId,
    },
    ...toLines,
  ];
}

function messagesOf(invoice: InvoiceToCredit, number: string, totalPence: Pence, id: string): NewMessage[] {
  const details = {
    invoiceId: id,
    number: invoice.number,
    creditNumber: number,
    organisationName: invoice.organisationName,
    totalPence: Number(totalPence),
  };
  const owedBack = invoice.payerKind !== 'funder' && invoice.state === 'paid';
  const kind = owedBack ? ('invoice.credited-after-paid' as const) : ('invoice.credited' as const);
  return [
    { organisationId: invoice.organisationId, kind, details },
    ...(invoice.payerPersonId === null ? [] : [{ personId: invoice.payerPersonId, kind, details }]),
    ...(invoice.payerOrganisationId === null || invoice.payerOrganisationId === invoice.organisationId
      ? []
      : [{ organisationId: invoice.payerOrganisationId, kind, details }]),
  ];
}

/**
 * Credits an invoice. Refuses with `record.not_found`, `state.not_allowed`, `credit_note.invoice_in_a_run`,
 * `credit_note.whole_only`, `credit_note.nothing_to_credit`, `credit_note.above_invoice` and,
 * where the right price takes more than a line has, `budget.not_enough_money`.
 */
export function creditInvoice(
  { db, clock }: Needs,
  viewer: Viewer,
  invoiceId: string,
  request: CreditRequest,
): Promise<CreditNoteMade> {
  const { councilId, accountId } = viewer;
  const { key, ...body } = request;
  const make = async (tx: Tx): Promise<CreditNoteMade> => {
    const now = clock.now();
    // The series comes first, as it does in billing, so that the two never wait for each other in a ring.
    const supplier = found(await supplierOfInvoice(tx, councilId, invoiceId));
    const series = await lockSeries(tx, councilId, supplier, now);
    const invoice = found(await lockInvoice(tx, councilId, invoiceId));
    mustBeCreditable(invoice);
    const earlier = await lockCreditsOf(tx, councilId, invoiceId);
    if (earlier.some(({ state }) => state === 'paying')) throw new ProblemError('credit_note.invoice_in_a_run');
    const lines = (await linesToCredit(tx, councilId, invoiceId)).filter(({ live }) => live);
    const right = new Map(request.lines.map(({ id, rightPence }) => [id, pence(rightPence)]));
    const plan = unwrap(planCredit(lines, right, request.billAgain));
    const { totalPence } = plan.sums;
    const whole = leavesNothing(invoice, earlier, totalPence);
    // What a holder or person still has to pay is one sum on one paper; what they have paid can be put right in part.
    if (invoice.payerKind !== 'funder' && invoice.state === 'approved' && !whole)
      throw new ProblemError('credit_note.whole_only');
    const note = {
      id: newId(clock, 'invoice'),
      number: unwrap(formatInvoiceNumber(series.prefix, Number(series.lastNumber) + 1)),
      start: whole ? ('creditWhole' as const) : ('credit' as const),
      creditsInvoiceId: invoiceId,
      issueDate: clock.today(),
      reason: request.reason,
      at: now,
      by: accountId,
      plan,
      lineIds: plan.lines.map(() => newId(clock, 'invoiceLine')),
    };
    await advanceSeries(tx, councilId, invoice.organisationId, 1);
    await insertCreditNote(tx, councilId, note);
    await keepParties(tx, councilId, [note.id]);
    if (request.billAgain) await billAgain(tx, councilId, invoiceId, plan.lines);
    await openAccounts(tx, councilId, [
      accruedAccount(invoice.organisationId),
      payableAccount(invoice.funderId, invoice.organisationId),
    ]);
    await postTransfers(
      tx,
      { councilId, effectiveAt: now, recordedAt: now, recordedBy: accountId },
      transfersOf(invoice, note.id, plan, request.billAgain),
    );
    const work = { tx, clock, actor: viewer };
    await begin(work, 'invoices', note.start, [note], {
      audit: () => ({
        personId: invoice.payerPersonId,
        reason: request.reason,
        details: { invoice: invoiceId, totalPence: Number(totalPence), billAgain: request.billAgain },
      }),
    });
    if (whole) {
      const closing = [invoice, ...earlier.filter(({ state }) => state === 'approved')].map(({ id }) => ({ id }));
      await step(work, 'invoices', 'creditWhole', closing, { audit: null });
    }
    await recordMessages(tx, clock, councilId, messagesOf(invoice, note.number, totalPence, note.id));
    return { id: note.id, number: note.number, totalPence: Number(totalPence), state: whole ? 'closed' : 'approved' };
  };
  return inTransaction(db, councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: 'creditInvoice', body: { invoiceId, ...body } }, () => make(tx)),
  );
}
