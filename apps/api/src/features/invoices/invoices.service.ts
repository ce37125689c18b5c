// What people do with invoices: look at them, take them as documents, and pay those that no payment run pays.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import { reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { directSettlementKind } from '@support-market/domain/invoices/billing';
import { checkInvoiceDocument, type InvoiceDocument } from '@support-market/domain/invoices/invoice-document';
import { invoiceMachine } from '@support-market/domain/invoices/invoice-states';
import { payableAccount, purseAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { pence } from '@support-market/domain/shared/money';
import { nextState } from '@support-market/domain/shared/state-machine';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { refuseBefore } from '../../platform/dates.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { step } from '../../platform/transitions.repo.ts';
import { invoicePdf } from '../../ports/documents/invoice-pdf.ts';
import { writeUblInvoice } from '../../ports/e-invoices/ubl-invoice.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { invoiceDocument } from './invoice-papers.ts';
import { findParties } from './invoice-parties.repo.ts';
import {
  findInvoice,
  type InvoiceFilter,
  type InvoiceLineRow,
  type InvoiceRow,
  type InvoiceScope,
  type InvoiceSummaryRow,
  insertDirectSettlement,
  invoiceLines,
  type LineToSettle,
  linesToSettle,
  listInvoices,
  lockPayableInvoice,
} from './invoices.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

interface Scopes {
  readonly see: InvoiceScope;
  readonly pay: InvoiceScope | null;
}

function scopes({ clock }: Needs, viewer: Viewer, reach: Reach): Scopes {
  const base = { councilId: viewer.councilId, accountId: viewer.accountId, today: clock.today() };
  const payReach = reachOf(viewer, 'invoice.pay');
  return { see: { ...base, reach }, pay: payReach ? { ...base, reach: payReach } : null };
}

export function viewInvoices(
  context: Needs,
  viewer: Viewer,
  reach: Reach,
  filter: InvoiceFilter,
): Promise<InvoiceSummaryRow[]> {
  const { see, pay } = scopes(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, (tx) => listInvoices(tx, see, pay, filter));
}

export type InvoiceView = InvoiceRow & { readonly lines: readonly InvoiceLineRow[] };

async function look(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  reach: Reach,
  id: string,
  event: string,
): Promise<InvoiceView> {
  const { see, pay } = scopes(context, viewer, reach);
  const invoice = found(await findInvoice(tx, see, pay, id));
  await recordAudit(tx, context.clock, viewer, {
    event,
    noun: 'invoice',
    recordId: id,
    personId: invoice.payerPersonId,
  });
  return { ...invoice, lines: await invoiceLines(tx, viewer.councilId, id) };
}

export function viewInvoice(context: Needs, viewer: Viewer, reach: Reach, id: string): Promise<InvoiceView> {
  return inTransaction(context.db, viewer.councilId, (tx) => look(tx, context, viewer, reach, id, 'invoice.viewed'));
}

/** The document of an approved invoice, for callers that have checked who asks. */
export async function documentOf(tx: Tx, scope: InvoiceScope, id: string): Promise<InvoiceDocument> {
  const invoice = found(await findInvoice(tx, scope, null, id));
  const parties = found(await findParties(tx, scope.councilId, id));
  return invoiceDocument(invoice, parties, await invoiceLines(tx, scope.councilId, id));
}

/** The bytes of an invoice's document and its file name. Refuses with `invoice.not_approved` and `invoice.document_incomplete`. */
export async function invoiceFile(
  context: Needs,
  viewer: Viewer,
  reach: Reach,
  id: string,
  format: 'xml' | 'pdf',
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const document = await inTransaction(context.db, viewer.councilId, async (tx) => {
    const invoice = await look(tx, context, viewer, reach, id, 'invoice.downloaded');
    if (invoice.state === 'held') throw new ProblemError('invoice.not_approved');
    return invoiceDocument(invoice, found(await findParties(tx, viewer.councilId, id)), invoice.lines);
  });
  const name = `${document.typeCode === '381' ? 'credit-note' : 'invoice'}-${document.number}.${format}`;
  const written = format === 'xml' ? writeUblInvoice(document) : checkInvoiceDocument(document);
  if (!written.ok) {
    throw new ProblemError('invoice.document_incomplete', { details: { fault: written.code, ...written.details } });
  }
  if (format === 'pdf') return { name, bytes: await invoicePdf(document) };
  return { name, bytes: written.value instanceof Uint8Array ? written.value : new Uint8Array() };
}

export interface SettledInvoice {
  readonly id: string;
  readonly state: 'paid';
  readonly how: string;
  readonly totalPence: number;
}

function refuseShortPurse(lines: readonly LineToSettle[]): void {
  const short = lines.find(({ amountPence, pursePence }) => (pursePence ?? 0n) < amountPence);
  if (!short) return;
  throw new ProblemError('invoice.purse_too_small', {
    details: { line: short.lineName, neededPence: short.amountPence, leftPence: short.pursePence ?? pence(0) },
  });
}

/**
 * A holder or person says that an invoice of theirs is paid: the cash of each line goes down by its part, never below
 * zero. Or that the provider paid back what a credit note took off an invoice which they had paid: the cash goes up.
 * Refuses with `record.not_found`, `state.not_allowed`, `date.too_early`, `invoice.paid_in_a_run`, `invoice.purse_too_small`.
 */
export function settleInvoice(
  context: Needs,
  viewer: Viewer,
  reach: Reach,
  id: string,
  request: { readonly key: string; readonly paidOn: Temporal.PlainDate | undefined },
): Promise<SettledInvoice> {
  const { clock, db } = context;
  const { councilId, accountId } = viewer;
  const body = { id, paidOn: request.paidOn?.toString() ?? null };
  return inTransaction(db, councilId, (tx) =>
    once(tx, clock, viewer, { key: request.key, operation: 'settleInvoice', body }, async () => {
      const payScope: InvoiceScope = { councilId, accountId, today: clock.today(), reach };
      const invoice = found(await lockPayableInvoice(tx, payScope, id));
      const how = directSettlementKind({ ...invoice, providerId: invoice.organisationId });
      if (how === null) throw new ProblemError('invoice.paid_in_a_run');
      refuseBefore(invoice.periodStart, request.paidOn, '/paidOn');
      const back = invoice.totalPence < 0n;
      const event = back ? 'payBack' : 'payDirectly';
      unwrap(nextState(invoiceMachine, invoice.state, event));
      const lines = await linesToSettle(tx, councilId, id);
      if (lines.length === 0) throw new ProblemError('invoice.nothing_to_pay');
      const payable = payableAccount(invoice.funderId, invoice.organisationId);
      if (!back) refuseShortPurse(lines);
      await openAccounts(tx, councilId, [payable, ...lines.map(({ lineId }) => purseAccount(lineId))]);
      const now = clock.now();
      await postTransfers(
        tx,
        { councilId, effectiveAt: now, recordedAt: now, recordedBy: accountId },
        lines.map(({ lineId, amountPence }): Transfer => {
          const common = { kind: 'single', id: `tr_settle:${id}:${lineId}`, lineId, invoiceId: id } as const;
          const purse = purseAccount(lineId).id;
          return back
            ? { ...common, code: 'paid-back', debit: purse, credit: payable.id, amountPence: pence(-amountPence) }
            : { ...common, code: 'pay', debit: payable.id, credit: purse, amountPence };
        }),
      );
      await step({ tx, clock, actor: viewer }, 'invoices', event, [invoice], {
        set: { paid_at: now },
        audit: () => ({
          personId: invoice.payerPersonId,
          details: { how, totalPence: Number(invoice.totalPence) },
        }),
        otherwise: 'state.not_allowed',
      });
      await insertDirectSettlement(tx, councilId, {
        id: newId(clock, 'payment'),
        invoiceId: id,
        how,
        amountPence: invoice.totalPence,
        paidOn: request.paidOn ?? clock.today(),
        recordedBy: accountId,
        recordedAt: now,
      });
      if (how !== 'drawn-down') {
        await recordMessages(tx, clock, councilId, [
          {
            organisationId: invoice.organisationId,
            kind: back ? 'invoice.paid-back' : 'invoice.paid-directly',
            details: {
              invoiceId: id,
              number: invoice.number,
              totalPence: Number(back ? -invoice.totalPence : invoice.totalPence),
            },
          },
        ]);
      }
      return { id, state: 'paid', how, totalPence: Number(invoice.totalPence) };
    }),
  );
}
