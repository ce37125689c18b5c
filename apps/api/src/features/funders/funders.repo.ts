// The SQL of funders as the finance desk sees them: who they are, what they pay from, and what waits to be paid.

import type { Tx } from '@support-market/db/pool';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { FunderKind } from '@support-market/domain/funders/funder-kinds';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';

export interface FunderRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: FunderKind;
  /** The account that it pays from, as much of it as is shown; null while none is released. */
  readonly account: { readonly accountName: string; readonly sortCode: string; readonly lastFour: string } | null;
  /** Whether an account waits for a second person. */
  readonly accountWaits: boolean;
  /** Invoices and pay-ins that a run of it would take, and their sum. */
  readonly dueCount: number;
  readonly duePence: Pence;
}

/** Every funder of a council, by name. A council has a few. */
export async function listFunders(tx: Tx, councilId: string): Promise<FunderRow[]> {
  const { rows } = await sql<FunderRow>`
    with owed as (
      select invoice.funder_id, invoice.total_pence as amount
        from invoices as invoice join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
       where invoice.council_id = ${councilId} and invoice.state = 'approved' and payer.kind = 'funder' and invoice.total_pence <> 0
      union all
      select line.funder_id, pay_in.amount_pence
        from pay_ins as pay_in join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
       where pay_in.council_id = ${councilId} and pay_in.state = 'due'
    ), due as (
      select funder_id, count(*)::int as items, sum(amount)::bigint as amount from owed group by funder_id
    )
    select funder.id, funder.code, funder.name, funder.kind,
           case when account.id is null then null else jsonb_build_object('accountName', account.account_name, 'sortCode', account.sort_code,
             'lastFour', right(account.account_number, 4)) end as account,
           waiting.id is not null as "accountWaits", coalesce(due.items, 0) as "dueCount", coalesce(due.amount, 0)::bigint as "duePence"
      from funders as funder
      left join funder_accounts as account on account.council_id = ${councilId} and account.funder_id = funder.id and account.state = 'released'
      left join funder_accounts as waiting on waiting.council_id = ${councilId} and waiting.funder_id = funder.id and waiting.state = 'proposed'
      left join due on due.funder_id = funder.id
     where funder.council_id = ${councilId} order by funder.name, funder.id`.execute(tx);
  return rows;
}

export async function funderName(tx: Tx, councilId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('funders')
    .select('name')
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name;
}

export interface FunderDetails {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: FunderKind;
  readonly address: { readonly line: string; readonly city: string; readonly postcode: string } | null;
  readonly streams: readonly Stream[];
}

export async function findFunder(tx: Tx, councilId: string, id: string): Promise<FunderDetails | undefined> {
  const { rows } = await sql<FunderDetails>`
    select funder.id, funder.code, funder.name, funder.kind,
           case when funder.postcode is null then null else jsonb_build_object('line', funder.address_line, 'city', funder.city, 'postcode', funder.postcode) end as address,
           array(select stream from funder_streams as own where own.council_id = ${councilId} and own.funder_id = funder.id order by stream) as streams
      from funders as funder where funder.council_id = ${councilId} and funder.id = ${id}`.execute(tx);
  return rows[0];
}

/** A funder, locked, with its kind and the kinds of money that come from it. */
export async function lockFunder(
  tx: Tx,
  councilId: string,
  id: string,
): Promise<{ readonly kind: FunderKind; readonly streams: readonly Stream[] } | undefined> {
  const { rows } = await sql<{ kind: FunderKind }>`
    select kind from funders where council_id = ${councilId} and id = ${id} for update`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { rows: own } = await sql<{ stream: Stream }>`
    select stream from funder_streams where council_id = ${councilId} and funder_id = ${id}`.execute(tx);
  return { kind: row.kind, streams: own.map(({ stream }) => stream) };
}

/** Whether a code is taken, behind a lock on the council's funders that lasts as long as the transaction. */
export async function isCodeTaken(tx: Tx, councilId: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ code: string }>`
    select code from funders where council_id = ${councilId} order by id for update`.execute(tx);
  return rows.some((row) => row.code === code);
}

export interface FunderChange {
  readonly name: string;
  readonly address: { readonly line: string; readonly city: string; readonly postcode: string } | null;
}

export async function updateFunder(tx: Tx, councilId: string, id: string, change: FunderChange): Promise<void> {
  await tx
    .updateTable('funders')
    .set({
      name: change.name,
      address_line: change.address?.line ?? null,
      city: change.address?.city ?? null,
      postcode: change.address?.postcode ?? null,
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}
