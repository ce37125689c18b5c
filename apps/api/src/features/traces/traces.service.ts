// Follows one pound from the award to the bank's file and back, and proves on the way that the sums agree to the penny.
// The reader says why, and each person whose affairs are shown can read that they looked.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { found } from '../../platform/problem-error.ts';
import { type Found, payInThread, payInTransferId, shareThread } from './trace-steps.ts';
import {
  actorsOf,
  listPayIns,
  listPayments,
  listSettlements,
  listShares,
  listTransfers,
  resolveReference,
  type Sums,
  sumsOf,
} from './traces.repo.ts';
import type { TraceAnswer } from './traces.schemas.ts';

const MOST_PAY_INS = 100;
/** Acts of the program itself: visits that confirm themselves, billing, imports. */
const PROGRAMS = new Set(['system', 'auto']);

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null))];
}

function checksOf(sums: Sums) {
  const both = (name: string, firstPence: Pence, secondPence: Pence) => ({
    name,
    firstPence,
    secondPence,
    agrees: firstPence === secondPence,
  });
  return [
    both('reserved', sums.reserved, addPence(sums.delivered, sums.givenBack, sums.held)),
    both('delivered', addPence(sums.delivered, sums.overrun), sums.charged),
    both('billed', sums.billedPosted, sums.billedGross),
    both('invoices', sums.invoices, sums.invoiceLines),
    both('approved', sums.approvedInvoices, sums.approved),
    both('paid', sums.paidInvoices, sums.paid),
    both('payments', sums.payments, sums.paymentItems),
    both('bank-files', sums.files, sums.filePayments),
  ];
}

/** The whole way of what `reference` names. Throws record.not_found where it names nothing of the viewer's council. */
export async function followReference(
  context: Pick<AppContext, 'db' | 'clock'>,
  viewer: Viewer,
  reference: string,
  asked: { readonly reason: string; readonly cursor?: string | undefined; readonly limit: number },
): Promise<TraceAnswer> {
  const list = listAsked('trace', { reference });
  const after = readCursor(list, asked.cursor, ['date', 'text', 'count']);
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const traced = found(await resolveReference(tx, councilId, reference.trim()));
    const rows = await listShares(tx, councilId, traced, { after, limit: asked.limit });
    const page = pageFrom(list, rows, asked.limit, (row) => [
      row.serviceDate.toString(),
      row.visitId,
      String(row.position),
    ]);
    const payIns = after === null ? await listPayIns(tx, councilId, traced, MOST_PAY_INS) : [];
    const invoices = unique(page.items.map(({ invoiceId }) => invoiceId));
    const transfers = await listTransfers(tx, councilId, {
      visits: unique(page.items.map(({ visitId }) => visitId)),
      lines: unique([...page.items, ...payIns].map(({ lineId }) => lineId)),
      invoices,
      ids: payIns.map(({ id }) => payInTransferId(id)),
    });
    const payments = await listPayments(tx, councilId, { invoices, payIns: payIns.map(({ id }) => id) });
    const settlements = await listSettlements(tx, councilId, invoices);
    const accounts = unique([
      ...page.items.flatMap((row) => [row.placedBy, row.decidedBy, row.recordedBy, row.confirmedBy]),
      ...transfers.map(({ recordedBy }) => recordedBy),
      ...payments.flatMap(({ proposedBy, authorisedBy }) => [proposedBy, authorisedBy]),
      ...settlements.map(({ recordedBy }) => recordedBy),
    ]);
    const actors = await actorsOf(tx, councilId, accounts);
    const about: Found = {
      transfers,
      payments,
      settlements,
      actorOf: (accountId) =>
        accountId === null || PROGRAMS.has(accountId)
          ? { roles: ['system'], name: null }
          : (actors.get(accountId) ?? { roles: [], name: null }),
    };
    const sums = await sumsOf(tx, councilId, traced);
    const checks = checksOf(sums);
    const people = unique([...page.items, ...payIns].map(({ personId }) => personId));
    await recordAudit(
      tx,
      context.clock,
      viewer,
      ...(people.length === 0 ? [null] : people).map((personId) => ({
        event: 'trace.viewed',
        noun: traced.kind,
        recordId: traced.ids[0] ?? null,
        personId,
        reason: asked.reason.trim(),
        details: { reference: reference.trim() },
      })),
    );
    return {
      reference: reference.trim(),
      kind: traced.kind,
      threads: sums.threads,
      agrees: checks.every(({ agrees }) => agrees),
      checks,
      items: page.items.map((share) => shareThread(share, about)),
      payIns: payIns.map((payIn) => payInThread(payIn, about)),
      nextCursor: page.nextCursor,
    };
  });
}
