// The port through which all money moves: a batch of transfers goes to PostgreSQL's one ledger function in the caller's
// transaction. A dedicated ledger engine could take its place without a change above it.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { write } from '@support-market/db/transaction';
import type { LedgerAccount } from '@support-market/domain/ledger/accounts';
import { type Transfer, transferText } from '@support-market/domain/ledger/transfers';
import { instantText } from '@support-market/domain/shared/instant-text';
import { type CompiledQuery, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Posting {
  readonly councilId: string;
  /** When the money is taken to have moved. */
  readonly effectiveAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  /** The account that caused it, or `system`. */
  readonly recordedBy: string;
}

/** Opens accounts that are not open yet; asking again changes nothing. */
export async function openAccounts(tx: Tx, councilId: string, accounts: readonly LedgerAccount[]): Promise<void> {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  if (byId.size === 0) return;
  await tx
    .insertInto('ledger_accounts')
    .values(
      [...byId.values()].map((account) => ({
        council_id: councilId,
        id: account.id,
        purpose: account.purpose,
        normal: account.normal,
        hot: account.hot,
        line_id: account.lineId,
        organisation_id: account.organisationId,
        funder_id: account.funderId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['council_id', 'id']).doNothing())
    .execute();
}

function transferRow(transfer: Transfer, posting: Posting): Record<string, unknown> {
  return {
    id: transfer.id,
    kind: transfer.kind,
    code: transfer.code,
    pending_id: 'pendingId' in transfer ? transfer.pendingId : undefined,
    debit: 'debit' in transfer ? transfer.debit : undefined,
    credit: 'debit' in transfer ? transfer.credit : undefined,
    amount_pence: transfer.kind === 'void' ? undefined : transfer.amountPence.toString(),
    line_id: transfer.lineId,
    order_id: transfer.orderId,
    visit_id: transfer.visitId,
    invoice_id: transfer.invoiceId,
    payment_id: transfer.paymentId,
    reverses: transfer.reverses,
    effective_at: instantText(posting.effectiveAt),
    recorded_at: instantText(posting.recordedAt),
    recorded_by: posting.recordedBy,
    fingerprint: createHash('sha256').update(transferText(transfer)).digest('hex'),
  };
}

const BATCH = 5_000;

const transferStatement = prepared(
  (councilId: string, rows: string) =>
    sql<{ made: number }>`select ledger_transfer(${councilId}, ${rows}::jsonb) as made`,
);

function transferStatements(
  councilId: string,
  rows: readonly Record<string, unknown>[],
): CompiledQuery<{ made: number }>[] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    transferStatement(councilId, JSON.stringify(rows.slice(index * BATCH, (index + 1) * BATCH))),
  );
}

/**
 * Moves money. All of it or none: a refusal throws PostgreSQL's error with `constraint`
 * `ledger_accounts_never_below_zero` (not enough money), `ledger_other_body`, `ledger_not_reserved` or
 * `ledger_transfers_settled_once`, and the transaction is over. Answers how many transfers were new.
 */
export async function postTransfers(tx: Tx, posting: Posting, transfers: readonly Transfer[]): Promise<number> {
  const rows = transfers.map((transfer) => transferRow(transfer, posting));
  return postRows(tx, posting.councilId, rows);
}

/** The same without waiting: a refusal comes with the next statement of the transaction that is waited for, or with its commit. */
export async function sendTransfers(tx: Tx, posting: Posting, transfers: readonly Transfer[]): Promise<void> {
  const rows = transfers.map((transfer) => transferRow(transfer, posting));
  await write(tx, ...transferStatements(posting.councilId, rows));
}

async function postRows(tx: Tx, councilId: string, transfers: readonly Record<string, unknown>[]): Promise<number> {
  let made = 0;
  for (const statement of transferStatements(councilId, transfers)) {
    const { rows } = await tx.executeQuery(statement);
    made += rows[0]?.made ?? 0;
  }
  return made;
}

/** One movement of a longer story, with its own moment and author. */
export interface JournalEntry {
  readonly posting: Omit<Posting, 'councilId'>;
  readonly transfer: Transfer;
}

/**
 * Moves money for many events at once, each at its own moment: for histories that are loaded, never for what happens
 * now. A reservation and what settles it must not be in one call. Refuses as `postTransfers` does.
 */
export async function postJournal(tx: Tx, councilId: string, entries: readonly JournalEntry[]): Promise<number> {
  const rows = entries.map(({ posting, transfer }) => transferRow(transfer, { councilId, ...posting }));
  return postRows(tx, councilId, rows);
}

/**
 * What credit notes gave back to a line, for a statement that reads the line's account: it was not spent after all, and is
 * no further award, so it leaves both sums. `line` names the column of the line's id.
 */
export const creditedBack = (councilId: string, line: string) =>
  sql<bigint>`coalesce((select sum(credit.amount_pence) from ledger_transfers as credit
    where credit.council_id = ${councilId} and credit.line_id = ${sql.ref(line)} and credit.code = 'credit-note'), 0)::bigint`;
