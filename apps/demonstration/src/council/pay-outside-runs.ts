// What no payment run pays: holders and people settle what they were sent, as far as the money has reached them, and the
// holder whom visitors look around as leaves something for them to do.

import { newId } from '@support-market/api/platform/ids';
import { tellSteps } from '@support-market/api/platform/told-steps.repo';
import type { SettableClock } from '@support-market/api/ports/clock/clock';
import { type JournalEntry, postJournal } from '@support-market/api/ports/ledger/ledger.repo';
import type { Tx } from '@support-market/db/pool';
import { directSettlementKind } from '@support-market/domain/invoices/billing';
import { payableAccount, purseAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import type { LoadedCouncil } from './council-shapes.ts';
import { insertSettlements, type PayableOutside, payableOutsideRuns, type SettledOutside } from './story.repo.ts';

interface Purses {
  /** Takes what every line bears of an invoice; false, with nothing taken, where a purse has too little. */
  readonly take: (invoice: PayableOutside) => boolean;
}

function pursesOf(invoices: readonly PayableOutside[]): Purses {
  const left = new Map(
    invoices.flatMap(({ lines }) => lines.map(({ lineId, pursePence }) => [lineId, BigInt(pursePence)] as const)),
  );
  return {
    take: ({ lines }) => {
      if (lines.some(({ lineId, amountPence }) => (left.get(lineId) ?? 0n) < BigInt(amountPence))) return false;
      for (const { lineId, amountPence } of lines) left.set(lineId, (left.get(lineId) ?? 0n) - BigInt(amountPence));
      return true;
    },
  };
}

function settlementOf(invoice: PayableOutside) {
  return directSettlementKind({
    payerKind: invoice.payer_kind,
    payerOrganisationId: invoice.payer_organisation_id,
    providerId: invoice.organisation_id,
  });
}

/**
 * The newest draw-down and the newest invoice of another provider that a holder's purses can pay, with their money set
 * aside, so that on any day of the year there is one of each to try.
 */
function leftForVisitors(
  invoices: readonly PayableOutside[],
  purses: Purses,
  holderId: string | undefined,
): ReadonlySet<string> {
  const left = new Map<string, string>();
  for (const invoice of invoices.toReversed()) {
    const how = settlementOf(invoice);
    if (invoice.payer_organisation_id !== holderId || how === null || left.has(how)) continue;
    if (purses.take(invoice)) left.set(how, invoice.invoice_id);
  }
  return new Set(left.values());
}

/** Settles what was issued up to a day, at the clock's moment. */
export async function payOutsideRuns(
  tx: Tx,
  clock: SettableClock,
  council: LoadedCouncil,
  days: { readonly issuedBy: Temporal.PlainDate; readonly paidOn: Temporal.PlainDate },
): Promise<void> {
  const now = clock.now();
  const organisations = [...council.organisations.values()];
  const holders = new Map(organisations.map((one) => [one.id, one.accountId]));
  const buyers = new Map([...council.people.values()].map((one) => [one.id, one.buyerId]));
  const lookedAroundAs = organisations.find(({ accountId }) => accountId === council.accountIds.get('isf-holder'));
  const invoices = await payableOutsideRuns(tx, council.id, days.issuedBy);
  const purses = pursesOf(invoices);
  const left = leftForVisitors(invoices, purses, lookedAroundAs?.id);
  const journal: JournalEntry[] = [];
  const settled: SettledOutside[] = [];
  for (const invoice of invoices) {
    const by =
      (invoice.payer_kind === 'holder'
        ? holders.get(invoice.payer_organisation_id ?? '')
        : buyers.get(invoice.payer_person_id ?? '')) ?? '';
    const how = settlementOf(invoice);
    if (how === null || by === '' || left.has(invoice.invoice_id) || !purses.take(invoice)) continue;
    for (const line of invoice.lines) {
      journal.push({
        posting: { effectiveAt: now, recordedAt: now, recordedBy: by },
        transfer: {
          kind: 'single',
          id: `tr_settle:${invoice.invoice_id}:${line.lineId}`,
          code: 'pay',
          debit: payableAccount(invoice.funder_id, invoice.organisation_id).id,
          credit: purseAccount(line.lineId).id,
          amountPence: pence(BigInt(line.amountPence)),
          lineId: line.lineId,
          invoiceId: invoice.invoice_id,
        },
      });
    }
    settled.push({
      id: newId(clock, 'payment'),
      invoice_id: invoice.invoice_id,
      how,
      amount_pence: invoice.total_pence,
      paid_on: days.paidOn,
      recorded_by: by,
      recorded_at: now,
    });
  }
  await postJournal(tx, council.id, journal);
  await insertSettlements(tx, council.id, settled);
  await tellSteps(
    { tx, clock, councilId: council.id },
    'invoices',
    settled.map(({ invoice_id, recorded_by }) => ({
      id: invoice_id,
      from: 'approved' as const,
      steps: [{ event: 'payDirectly' as const, at: now, by: recorded_by, audit: null }],
    })),
    { types: { paid_at: 'timestamptz' }, of: () => ({ paid_at: now }) },
  );
}
