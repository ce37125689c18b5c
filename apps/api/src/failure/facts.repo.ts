// What a test under failure asks of the database, past every rule of the application: what is there, whole, and once.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

/** Ids of all orders that buyers placed, by account. */
export async function ordersByAccount(ownerDb: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ account: string; ids: string[] }>`
    select placed_by as account, array_agg(id order by id) as ids from orders where placed_by like 'acc_kx%' group by placed_by`.execute(
    ownerDb,
  );
  return new Map(rows.map(({ account, ids }) => [account, ids]));
}

/** Everything that is half there or there twice, in words; empty when nothing is. */
export async function halfOrTwice(ownerDb: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'an order without a line: ' || o.id as what from orders o
     where not exists (select from order_lines l where l.council_id = o.council_id and l.order_id = o.id)
    union all
    select 'an order line without a visit: ' || l.id from order_lines l
     where not exists (select from visits v where v.council_id = l.council_id and v.order_line_id = l.id)
    union all
    select 'a visit without a share: ' || v.id from visits v
     where not exists (select from visit_shares s where s.council_id = v.council_id and s.visit_id = v.id)
    union all
    select 'a share without its reservation: ' || s.visit_id from visit_shares s
     where s.planned_pence > 0 and not exists (select from ledger_transfers t where t.council_id = s.council_id and t.id = s.reservation_id)
    union all
    select 'a reservation without its visit: ' || t.id from ledger_transfers t
     where t.code = 'reserve' and not exists (select from visit_shares s where s.council_id = t.council_id and s.reservation_id = t.id)
    union all
    select 'an order without an audit entry or a history: ' || o.id from orders o
     where o.placed_by like 'acc_kx%' and (not exists (select from audit_entries a where a.council_id = o.council_id and a.record_id = o.id and a.event = 'order.placed')
        or (select count(*) from state_changes c where c.council_id = o.council_id and c.record_id = o.id and c.event = 'order.placed') <> 1)
    union all
    select 'a basket placed without both of its orders, or the other way round: ' || b.id from baskets b
      join lateral (select count(*) as orders from orders o where o.council_id = b.council_id and o.basket_id = b.id) placed on true
     where b.account_id like 'acc_kx%' and placed.orders <> case b.state when 'placed' then 2 else 0 end
    union all
    select 'a key kept without an answer: ' || key from idempotency_keys where response is null
    union all
    select 'a share of a visit on two invoices: ' || visit_id from invoice_lines group by council_id, visit_id, share_position having count(*) > 1
    union all
    select 'a visit billed without an invoice, or the other way round: ' || v.id from visits v
     where (v.billed_at is not null) <> exists (select from invoice_lines l where l.council_id = v.council_id and l.visit_id = v.id)
    union all
    select 'two invoices with one number: ' || number from invoices group by council_id, organisation_id, number having count(*) > 1
    union all
    select 'an invoice in two living payments: ' || invoice_id from payment_items where live and invoice_id is not null group by council_id, invoice_id having count(*) > 1
    union all
    select 'an invoice being paid by nothing, or the other way round: ' || i.number from invoices i
     where (i.state in ('paying', 'paid')) <> exists (select from payment_items p where p.council_id = i.council_id and p.invoice_id = i.id and p.live)
    union all
    select 'a run with a file it should not have, or without one: ' || r.reference from payment_runs r
     where (r.state in ('emitted', 'settled')) <> exists (select from payment_files f where f.council_id = r.council_id and f.run_id = r.id)
    union all
    select 'a file that is not what its hash says: ' || message_id from payment_files where encode(sha256(bytes), 'hex') <> sha256
    union all
    select 'two files with one message id: ' || message_id from payment_files group by message_id having count(*) > 1
    union all
    select 'a paid payment without a remittance, or with two: ' || p.id from payments p
     where p.state = 'paid' and (select count(*) from remittances r where r.council_id = p.council_id and r.payment_id = p.id) <> 1`.execute(
    ownerDb,
  );
  return rows.map(({ what }) => what);
}

export interface MoneyFacts {
  readonly unbilledVisits: number;
  readonly billedVisits: number;
  readonly invoices: number;
  readonly paidInvoices: number;
  readonly paidInvoicesPence: bigint;
  readonly paidPaymentsPence: bigint;
  readonly paidInLedgerPence: bigint;
}

/** Sums to hold against each other when all is done. */
export async function moneyFacts(ownerDb: Db): Promise<MoneyFacts> {
  const { rows } = await sql<Record<keyof MoneyFacts, bigint>>`
    select (select count(*) from visits where state = 'confirmed' and billed_at is null) as "unbilledVisits",
           (select count(*) from visits where billed_at is not null) as "billedVisits",
           (select count(*) from invoices) as invoices,
           (select count(*) from invoices where state = 'paid') as "paidInvoices",
           (select coalesce(sum(total_pence), 0)::bigint from invoices where state = 'paid') as "paidInvoicesPence",
           (select coalesce(sum(amount_pence), 0)::bigint from payments where state = 'paid') as "paidPaymentsPence",
           (select coalesce(sum(amount_pence), 0)::bigint from ledger_transfers where code = 'pay') as "paidInLedgerPence"`.execute(
    ownerDb,
  );
  const [row] = rows;
  if (!row) throw new Error('nothing was answered');
  return {
    unbilledVisits: Number(row.unbilledVisits),
    billedVisits: Number(row.billedVisits),
    invoices: Number(row.invoices),
    paidInvoices: Number(row.paidInvoices),
    paidInvoicesPence: row.paidInvoicesPence,
    paidPaymentsPence: row.paidPaymentsPence,
    paidInLedgerPence: row.paidInLedgerPence,
  };
}

/** Tells the planner what lies in the tables, as the database does by itself after a minute. */
export async function refreshStatistics(ownerDb: Db): Promise<void> {
  await sql`analyze`.execute(ownerDb);
}

/** Queues a task as the schedule would. */
export async function queueTask(ownerDb: Db, task: string): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, '{"councilId":null}'::json)`.execute(ownerDb);
}

/** Which worker has the task's job; null when none has, undefined when there is no such job. */
export async function holderOfJob(ownerDb: Db, task: string): Promise<string | null | undefined> {
  const { rows } = await sql<{
    locked_by: string | null;
  }>`select locked_by from graphile_worker.jobs where task_identifier = ${task}`.execute(ownerDb);
  return rows[0]?.locked_by;
}

/** Cuts the connections by which the worker takes jobs and says that it lives; answers how many there were. */
export async function cutQueueConnections(ownerDb: Db): Promise<number> {
  const { rows } = await sql<{ cut: boolean }>`
    select pg_terminate_backend(pid) as cut from pg_stat_activity
     where datname = current_database() and application_name = 'support-market queue'`.execute(ownerDb);
  return rows.length;
}

/** Cuts every connection of the application; answers how many there were. */
export async function cutConnections(ownerDb: Db): Promise<number> {
  const { rows } = await sql<{ cut: boolean }>`
    select pg_terminate_backend(pid) as cut from pg_stat_activity
     where datname = current_database() and application_name in ('support-market api', 'support-market worker', 'support-market queue')`.execute(
    ownerDb,
  );
  return rows.length;
}

/** Changes money behind the books' back, with every guard switched off, as a thief with the owner's rights would. */
export async function tamper(ownerDb: Db): Promise<void> {
  await ownerDb.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = 'replica'`.execute(tx);
    await sql`update ledger_accounts set credits_posted = credits_posted + 1 where purpose = 'line'`.execute(tx);
  });
}

/** PostgreSQL recovers by itself; until then it turns everybody away. */
export async function untilOpen(db: Db): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resume) => setTimeout(resume, 20));
    }
  }
}
