// What a funder's statement adds up: the entries of its own ledger accounts and of the lines that are its money, and
// nothing of anybody else's.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Span {
  readonly from: Temporal.Instant;
  /** Not included. */
  readonly to: Temporal.Instant;
}

export interface FunderSums {
  /** Promised to people in the period or put in by card, less what was taken back. */
  readonly awardedPence: Pence;
  /** Taken from people's lines for support that came, less what was given back. */
  readonly spentPence: Pence;
  /** Put on approved invoices, less credit notes. */
  readonly invoicedPence: Pence;
  /** Paid to providers, by the funder or by those who hold its money, less what came back. */
  readonly paidPence: Pence;
  /** Paid in advance to those who hold the money, less what came back. */
  readonly paidInAdvancePence: Pence;
  /** Owed to providers on approved invoices when the period ended. */
  readonly owedPence: Pence;
}

/** The sums of one funder. Debits are above zero in the ledger's entries, credits below. */
export async function funderSums(tx: Tx, councilId: string, funderId: string, span: Span): Promise<FunderSums> {
  const { rows } = await sql<FunderSums>`
    with own as (
      select account.purpose, transfer.code, transfer.effective_at, entry.posted_pence
        from ledger_accounts as account
        join ledger_entries as entry on entry.council_id = ${councilId} and entry.account_id = account.id
        join ledger_transfers as transfer on transfer.council_id = ${councilId} and transfer.id = entry.transfer_id
       where account.council_id = ${councilId} and account.funder_id = ${funderId} and transfer.effective_at < ${span.to}
    ), lines as (
      select coalesce(-sum(entry.posted_pence) filter (where transfer.code not in ('deliver', 'overrun', 'credit-note')), 0)::bigint as awarded,
             coalesce(sum(entry.posted_pence) filter (where transfer.code in ('deliver', 'overrun', 'credit-note')), 0)::bigint as spent
        from budget_lines as line
        join ledger_accounts as account on account.council_id = ${councilId} and account.line_id = line.id and account.purpose = 'line'
        join ledger_entries as entry on entry.council_id = ${councilId} and entry.account_id = account.id
        join ledger_transfers as transfer on transfer.council_id = ${councilId} and transfer.id = entry.transfer_id
       where line.council_id = ${councilId} and line.funder_id = ${funderId}
         and transfer.effective_at >= ${span.from} and transfer.effective_at < ${span.to}
    )
    select (select awarded from lines) as "awardedPence",
           (select spent from lines) as "spentPence",
           coalesce(-sum(posted_pence) filter (where purpose = 'payable' and code in ('approve-invoice', 'credit-note') and effective_at >= ${span.from}), 0)::bigint as "invoicedPence",
           coalesce(sum(posted_pence) filter (where purpose = 'payable' and code in ('pay', 'pay-returned', 'paid-back') and effective_at >= ${span.from}), 0)::bigint as "paidPence",
           coalesce(-sum(posted_pence) filter (where purpose = 'bank' and code in ('pay-in', 'pay-in-returned') and effective_at >= ${span.from}), 0)::bigint as "paidInAdvancePence",
           coalesce(-sum(posted_pence) filter (where purpose = 'payable'), 0)::bigint as "owedPence"
      from own`.execute(tx);
  const [sums] = rows;
  if (!sums) throw new Error('a sum without a row');
  return sums;
}

export interface ProviderSums {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly invoicedPence: Pence;
  readonly paidPence: Pence;
  /** When the period ended. */
  readonly owedPence: Pence;
}

/** The same by provider, by name; one row more than asked for. Those with nothing in the period and nothing owed are left out. */
export async function providerSums(
  tx: Tx,
  councilId: string,
  funderId: string,
  span: Span,
  page: { readonly after: readonly string[] | null; readonly limit: number | null },
): Promise<ProviderSums[]> {
  const [name, id] = page.after ?? [];
  const after = page.after === null ? sql`` : sql` and (organisation.name, organisation.id) > (${name}, ${id})`;
  const limit = page.limit === null ? sql`` : sql` limit ${page.limit + 1}`;
  const { rows } = await sql<ProviderSums>`
    with sums as (
      select account.organisation_id,
             coalesce(-sum(entry.posted_pence) filter (where transfer.code in ('approve-invoice', 'credit-note') and transfer.effective_at >= ${span.from}), 0)::bigint as invoiced,
             coalesce(sum(entry.posted_pence) filter (where transfer.code in ('pay', 'pay-returned', 'paid-back') and transfer.effective_at >= ${span.from}), 0)::bigint as paid,
             -sum(entry.posted_pence)::bigint as owed
        from ledger_accounts as account
        join ledger_entries as entry on entry.council_id = ${councilId} and entry.account_id = account.id
        join ledger_transfers as transfer on transfer.council_id = ${councilId} and transfer.id = entry.transfer_id
       where account.council_id = ${councilId} and account.funder_id = ${funderId} and account.purpose = 'payable'
         and transfer.effective_at < ${span.to}
       group by account.organisation_id
    )
    select organisation.id as "organisationId", organisation.name as "organisationName", sums.invoiced as "invoicedPence",
           sums.paid as "paidPence", sums.owed as "owedPence"
      from sums join organisations as organisation on organisation.id = sums.organisation_id
     where (sums.invoiced <> 0 or sums.paid <> 0 or sums.owed <> 0)${after}
     order by organisation.name, organisation.id${limit}`.execute(tx);
  return rows;
}
