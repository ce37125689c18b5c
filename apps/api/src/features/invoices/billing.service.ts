// Billing: at a period's end, confirmed deliveries become numbered invoices that match by construction; what is in
// tolerance is approved without asking anybody, and each visit with an open exception waits on an invoice of its own.
// Source: the domain notes, section 9; docs/decisions/0006 and 0008. Each provider is one transaction, so a process that dies in
// the middle leaves whole invoices or none, and billing again finishes the work.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { finishedPeriods, invoiceSums } from '@support-market/domain/invoices/billing';
import { formatInvoiceNumber } from '@support-market/domain/invoices/numbers';
import { accruedAccount, payableAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { pence, splitPence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { type Actor, recordAudit, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncils } from '../../platform/councils.repo.ts';
import { newId } from '../../platform/ids.ts';
import { type NewMessage, recordMessages } from '../../platform/messages.repo.ts';
import { unwrap } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { begin } from '../../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import {
  type BillingScope,
  billingGroups,
  claimVisits,
  insertInvoices,
  insertLines,
  type NewInvoice,
  type ProviderToBill,
  providersToBill,
  raiseMissingExceptions,
  tieExceptions,
  type UndecidedShare,
  undecidedShares,
} from './billing.repo.ts';
import { keepParties } from './invoice-parties.repo.ts';
import { advanceSeries, lockSeries } from './number-series.repo.ts';
import { ensurePayers, payerKey } from './payers.repo.ts';

export interface Billed {
  readonly invoices: number;
  readonly held: number;
  readonly visits: number;
  readonly totalPence: bigint;
}

type Needs = Pick<AppContext, 'db' | 'clock'>;

const NOTHING: Billed = { invoices: 0, held: 0, visits: 0, totalPence: 0n };

function add(a: Billed, b: Billed): Billed {
  return {
    invoices: a.invoices + b.invoices,
    held: a.held + b.held,
    visits: a.visits + b.visits,
    totalPence: a.totalPence + b.totalPence,
  };
}

/** Splits what a finance officer has not decided yet as the visit itself would be split. */
function decide(shares: readonly UndecidedShare[]): BillingScope['decided'] {
  const byVisit = new Map<string, UndecidedShare[]>();
  for (const share of shares) byVisit.set(share.visitId, [...(byVisit.get(share.visitId) ?? []), share]);
  return [...byVisit.values()].flatMap((ofVisit) => {
    const [first] = ofVisit;
    if (!first) return [];
    const parts = splitPence(
      pence(first.chargePence),
      ofVisit.map(({ weight }) => weight),
    );
    return ofVisit.map(({ visitId, position }, index) => ({ visitId, position, grossPence: parts[index] ?? pence(0) }));
  });
}

/** The first ten letters of an id's body: its time. Rows made in SQL carry it too, so that they sort by age. */
function idStem(id: string): string {
  return id.slice(id.indexOf('_') + 1, id.indexOf('_') + 11);
}

function transfersFor(organisationId: string, invoices: readonly NewInvoice[]): Transfer[] {
  return invoices
    .filter(({ start, totalPence }) => start === 'approve' && totalPence > 0n)
    .map(({ id, funderId, totalPence }) => ({
      kind: 'single',
      id: `tr_invoice:${id}`,
      code: 'approve-invoice',
      debit: accruedAccount(organisationId).id,
      credit: payableAccount(funderId, organisationId).id,
      amountPence: totalPence,
      invoiceId: id,
    }));
}

function messagesFor(organisationId: string, invoices: readonly NewInvoice[]): NewMessage[] {
  const total = invoices.reduce((sum, { totalPence }) => sum + totalPence, 0n);
  return [
    { organisationId, kind: 'invoice.billed', details: { count: invoices.length, totalPence: Number(total) } },
    ...invoices
      .filter(({ start, payer }) => start === 'approve' && payer.kind !== 'funder')
      .map((invoice) => ({
        ...(invoice.payer.kind === 'person'
          ? { personId: invoice.payer.subjectId }
          : { organisationId: invoice.payer.subjectId }),
        kind: 'invoice.to-pay' as const,
        details: { invoiceId: invoice.id, number: invoice.number, totalPence: Number(invoice.totalPence) },
      })),
  ];
}

async function billProvider(
  context: Needs,
  tx: Tx,
  actor: Actor,
  provider: ProviderToBill,
  date: Temporal.PlainDate,
): Promise<Billed> {
  const { councilId } = actor;
  const { organisationId } = provider;
  const { clock } = context;
  const periods = finishedPeriods(provider.billingPeriod, provider.earliestDate, date);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return NOTHING;
  const span = { firstDate: first.firstDate, lastDate: last.lastDate };
  // The series comes first: another billing of this provider waits here, then finds nothing left.
  const series = await lockSeries(tx, councilId, provider, clock.now());
  const now = clock.now();
  const visits = await claimVisits(tx, councilId, organisationId, span, now);
  if (visits === 0) return NOTHING;
  const stem = idStem(newId(clock, 'invoice'));
  await raiseMissingExceptions({ tx, clock, actor }, organisationId, now, stem);
  const decided = decide(await undecidedShares(tx, councilId, organisationId, now));
  const scope: BillingScope = { councilId, organisationId, now, periods, decided };
  const groups = await billingGroups(tx, scope);
  // The paper is of the day it is made, also where an earlier day is billed up to: numbers and dates go the same way.
  const issueDate = clock.today();
  const { paymentTermsDays } = await readSettings(tx, councilId, issueDate);
  const payerIds = await ensurePayers(
    tx,
    clock,
    councilId,
    groups.map(({ payer }) => payer),
  );
  const invoices = groups.map((group, index): NewInvoice => {
    const sums = invoiceSums(
      group.vat.map(({ rate, gross }) => ({ rateBasisPoints: rate, grossPence: pence(BigInt(gross)) })),
    );
    return {
      id: newId(clock, 'invoice'),
      key: group.key,
      number: unwrap(formatInvoiceNumber(series.prefix, Number(series.lastNumber) + index + 1)),
      funderId: group.funderId,
      payer: group.payer,
      payerId: payerIds.get(payerKey(group.payer)) ?? '',
      start: group.hasException ? 'hold' : 'approve',
      starts: group.starts,
      ends: group.ends,
      dueDate: issueDate.add({ days: paymentTermsDays }),
      ...sums,
      outsideVat: group.outsideVat,
    };
  });
  if (invoices.length > 0) {
    await insertInvoices(tx, scope, issueDate, actor.accountId, invoices);
    await insertLines(tx, scope, invoices, stem);
    await keepParties(
      tx,
      councilId,
      invoices.map(({ id }) => id),
    );
    const held = invoices.filter(({ start }) => start === 'hold');
    await tieExceptions(
      tx,
      councilId,
      held.map(({ id }) => id),
    );
    await advanceSeries(tx, councilId, organisationId, invoices.length);
    await openAccounts(tx, councilId, [
      accruedAccount(organisationId),
      ...invoices.map(({ funderId }) => payableAccount(funderId, organisationId)),
    ]);
    await postTransfers(
      tx,
      { councilId, effectiveAt: now, recordedAt: now, recordedBy: actor.accountId },
      transfersFor(organisationId, invoices),
    );
    // One audit row below says of all of them that their provider was billed for.
    for (const start of ['approve', 'hold'] as const) {
      const begun = invoices.filter((invoice) => invoice.start === start);
      await begin({ tx, clock, actor }, 'invoices', start, begun, { audit: null });
    }
    await recordMessages(tx, clock, councilId, messagesFor(organisationId, invoices));
  }
  await recordAudit(tx, clock, actor, {
    event: 'invoice.billed',
    noun: 'organisation',
    recordId: organisationId,
    details: { visits, invoices: invoices.length, date: date.toString() },
  });
  return {
    visits,
    invoices: invoices.length,
    held: invoices.filter(({ start }) => start === 'hold').length,
    totalPence: invoices.reduce((sum, { totalPence }) => sum + totalPence, 0n),
  };
}

/** Bills every provider of a council for the periods that were finished on `date`. Doing it again bills nothing twice. */
export async function billCouncil(context: Needs, actor: Actor, date: Temporal.PlainDate): Promise<Billed> {
  const { councilId } = actor;
  const providers = await inTransaction(context.db, councilId, (tx) => providersToBill(tx, councilId, date));
  let billed = NOTHING;
  for (const provider of providers) {
    billed = add(
      billed,
      await inTransaction(context.db, councilId, (tx) => billProvider(context, tx, actor, provider, date)),
    );
  }
  return billed;
}

/** The worker's task: every council, as of today. */
export async function billDeliveries(context: Needs): Promise<Billed> {
  let billed = NOTHING;
  for (const { id } of await listCouncils(context.db, true)) {
    billed = add(billed, await billCouncil(context, systemActor(id, 'billing'), context.clock.today()));
  }
  return billed;
}
