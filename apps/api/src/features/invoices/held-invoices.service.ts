// When the amount of a visit with an exception is settled, the invoice that waited for it takes that amount and is approved, or
// closed when nothing is left to pay.
// Source: docs/decisions/0006; it was never a document before, so nothing that left is edited.

import type { Tx } from '@support-market/db/pool';
import { type InvoiceSums, invoiceSums, netOfGross } from '@support-market/domain/invoices/billing';
import { accruedAccount, payableAccount } from '@support-market/domain/ledger/accounts';
import { addPence, type Pence, pence, subtractPence } from '@support-market/domain/shared/money';
import type { Actor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { type DecidedLine, decidedLines, lockHeldInvoices, saveDecidedLine } from './held-invoices.repo.ts';

/** The net of each line, by running totals within its category, and the sums of all. */
function settle(lines: readonly DecidedLine[]): { sums: InvoiceSums; nets: readonly Pence[] } {
  const running = new Map<string, { rate: number; gross: Pence; net: Pence }>();
  const nets = lines.map((line) => {
    const key = `${line.category}${line.rate}`;
    const before = running.get(key) ?? { rate: line.rate, gross: pence(0), net: pence(0) };
    const gross = addPence(before.gross, line.grossPence);
    const net = netOfGross(gross, line.rate);
    running.set(key, { rate: line.rate, gross, net });
    return subtractPence(net, before.net);
  });
  const sums = invoiceSums(
    [...running.values()].map(({ rate, gross }) => ({ rateBasisPoints: rate, grossPence: gross })),
  );
  return { sums, nets };
}

/** Approves or closes every invoice that was held for a visit, at what the visit was settled for. Answers their ids. */
export async function decideSettledInvoices(
  tx: Tx,
  context: Pick<AppContext, 'clock'>,
  actor: Actor,
  visitId: string,
): Promise<readonly string[]> {
  const { councilId } = actor;
  const now = context.clock.now();
  const held = await lockHeldInvoices(tx, councilId, visitId);
  for (const invoice of held) {
    const lines = await decidedLines(tx, councilId, invoice.id);
    const { sums, nets } = settle(lines);
    for (const [index, line] of lines.entries()) {
      await saveDecidedLine(tx, councilId, { ...line, netPence: nets[index] ?? pence(0) });
    }
    const due = sums.totalPence > 0n;
    // The exception that is settled has the audit row.
    await step({ tx, clock: context.clock, actor }, 'invoices', due ? 'settle' : 'close', [invoice], {
      set: {
        net_pence: sums.netPence,
        vat_pence: sums.vatPence,
        rounding_pence: sums.roundingPence,
        total_pence: sums.totalPence,
        approved_at: due ? now : null,
        approved_by: due ? actor.accountId : null,
      },
      audit: null,
    });
    if (!due) continue;
    const [accrued, payable] = [
      accruedAccount(invoice.organisationId),
      payableAccount(invoice.funderId, invoice.organisationId),
    ];
    await openAccounts(tx, councilId, [accrued, payable]);
    await postTransfers(tx, { councilId, effectiveAt: now, recordedAt: now, recordedBy: actor.accountId }, [
      {
        kind: 'single',
        id: `tr_invoice:${invoice.id}`,
        code: 'approve-invoice',
        debit: accrued.id,
        credit: payable.id,
        amountPence: sums.totalPence,
        invoiceId: invoice.id,
      },
    ]);
    if (invoice.payerPersonId !== null || invoice.payerOrganisationId !== null) {
      await recordMessages(tx, context.clock, councilId, [
        {
          ...(invoice.payerPersonId === null ? {} : { personId: invoice.payerPersonId }),
          ...(invoice.payerOrganisationId === null ? {} : { organisationId: invoice.payerOrganisationId }),
          kind: 'invoice.to-pay',
          details: { invoiceId: invoice.id, number: invoice.number, totalPence: Number(sums.totalPence) },
        },
      ]);
    }
  }
  return held.map(({ id }) => id);
}
