// Removes a council's records whose time is over: months of history as the owner of the tables, since no other login may, and
// messages and keys of repeated requests in small batches.

import type { Db, Tx } from '@support-market/db/pool';
import type { MonthlyRecord } from '@support-market/domain/retention/kept-records';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { MONTHLY_TABLES, type MonthlyTable, monthBounds, partitionName } from './month-partitions.repo.ts';

export const TABLE_OF: Readonly<Record<MonthlyRecord, MonthlyTable>> = {
  'audit-entry': 'audit_entries',
  'state-change': 'state_changes',
  search: 'searches',
};

/** The month of a council's oldest record of a kind; null where there is none. */
export async function oldestMonth(
  tx: Tx,
  councilId: string,
  record: MonthlyRecord,
): Promise<Temporal.PlainYearMonth | null> {
  const table = TABLE_OF[record];
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select min(${sql.ref(MONTHLY_TABLES[table])}) as at from ${sql.table(table)} where council_id = ${councilId}`.execute(
    tx,
  );
  return rows[0]?.at?.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth() ?? null;
}

/** Notes that a month leaves; answers the note's id, or null where an earlier night noted it. */
export async function noteMonthLeft(
  tx: Tx,
  councilId: string,
  left: {
    readonly record: MonthlyRecord;
    readonly month: Temporal.PlainYearMonth;
    readonly keptMonths: number;
    readonly at: Temporal.Instant;
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into months_left (council_id, id, record_kind, month, kept_months, left_at)
    values (${councilId}, ${`${left.record} ${left.month.toString()}`}, ${left.record}, ${left.month.toPlainDate({ day: 1 })}, ${left.keptMonths}, ${left.at})
    on conflict (council_id, id) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** How many of a month's records have no seal: what was never proved must not go unseen. */
export async function unprovedInMonth(
  tx: Tx,
  councilId: string,
  record: MonthlyRecord,
  month: Temporal.PlainYearMonth,
): Promise<number> {
  const table = TABLE_OF[record];
  const at = sql.ref(`record.${MONTHLY_TABLES[table]}`);
  const { from, until } = monthBounds(month);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} as record
     where record.council_id = ${councilId} and ${at} >= ${from}::timestamptz and ${at} < ${until}::timestamptz
       and not exists (select from seals where seals.council_id = ${councilId} and seals.kind = ${record} and seals.record_id = record.id)`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Removes a council's records of one month, from its partition and from what came before that was made. */
export async function removeMonth(
  tx: Tx,
  councilId: string,
  record: MonthlyRecord,
  month: Temporal.PlainYearMonth,
): Promise<void> {
  const table = TABLE_OF[record];
  const at = sql.ref(MONTHLY_TABLES[table]);
  const { from, until } = monthBounds(month);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_inherits on inhrelid = pg_class.oid
     where inhparent = ${table}::regclass and relname = any(${[partitionName(table, month), `${table}_other`]}::text[])`.execute(
    tx,
  );
  for (const { name } of rows) {
    // A history that may not be changed has a guard against it, which stands aside for this statement alone.
    await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx);
    await sql`
      delete from ${sql.table(name)}
       where council_id = ${councilId} and ${at} >= ${from}::timestamptz and ${at} < ${until}::timestamptz`.execute(tx);
    await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx);
  }
}

/** Removes one batch of messages from before a moment; answers how many went. */
export async function removeMessages(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from messages where council_id = ${councilId} and id = any(array(
      select id from messages where council_id = ${councilId} and created_at < ${before} order by created_at limit ${most}))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** The same for the keys of requests that might have been repeated. */
export async function removeRequestKeys(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from idempotency_keys where council_id = ${councilId} and (account_id, key) in (
      select account_id, key from idempotency_keys where council_id = ${councilId} and created_at < ${before} order by created_at limit ${most})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** The same for listings that were kept for people whose last day was before a moment. */
export async function removeKeptListings(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from kept_listings where council_id = ${councilId} and id = any(array(
      select kept.id from people as person join kept_listings as kept on kept.council_id = ${councilId} and kept.person_id = person.id
       where person.council_id = ${councilId} and person.state <> 'active' and person.last_day < (${before}::timestamptz at time zone 'Europe/London')::date
       limit ${most}))`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** The same for what was taken off such a list before a moment: until then it can be put back. */
export async function removeUnkeptListings(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from kept_listings where council_id = ${councilId} and id = any(array(
      select id from kept_listings where council_id = ${councilId} and removed_at < ${before} order by removed_at limit ${most}))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Whether something of what the statement's `question` asks about was ordered for its person. */
const wasOrdered = (councilId: string) => sql`exists (
  select from orders join order_lines as line on line.council_id = ${councilId} and line.order_id = orders.id
   where orders.council_id = ${councilId} and orders.person_id = question.person_id and line.listing_id = question.listing_id)`;

async function removeThreads(tx: Tx, councilId: string, which: RawBuilder<unknown>, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from questions where council_id = ${councilId} and id = any(array(
      select question.id from questions as question where question.council_id = ${councilId} and ${which} limit ${most}))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** The same for questions in which nothing was written since a moment, and after which nothing was ordered. */
export function removeQuestions(tx: Tx, councilId: string, before: Temporal.Instant, most: number): Promise<number> {
  const which = sql`question.written_at < ${before} and not ${wasOrdered(councilId)}`;
  return removeThreads(tx, councilId, which, most);
}

/** The same for all questions: those beside an order stay as long as its history. */
export function removeOrderedQuestions(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  return removeThreads(tx, councilId, sql`question.written_at < ${before}`, most);
}

/** The same for reports of what was written in questions, which were settled before a moment. An open one is still owed an answer. */
export async function removeQuestionReports(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from question_reports where council_id = ${councilId} and id = any(array(
      select id from question_reports where council_id = ${councilId} and settled_at < ${before} order by settled_at limit ${most}))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** The same for letters that were printed before a moment. A letter not yet printed is still owed to somebody. */
export async function removeLetters(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from letters where council_id = ${councilId} and id = any(array(
      select id from letters where council_id = ${councilId} and printed_at < ${before} order by printed_at limit ${most}))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Forgets what imports from before a moment had changed, and notes that they can no longer be undone. */
export async function forgetImports(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  most: number,
  at: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from imports where council_id = ${councilId} and state = 'taken' and taken_at < ${before} and forgotten_at is null
     order by id limit ${most} for update`.execute(tx);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await sql`delete from import_records where council_id = ${councilId} and import_id = any(${ids}::text[])`.execute(tx);
  await sql`update imports set forgotten_at = ${at} where council_id = ${councilId} and id = any(${ids}::text[])`.execute(
    tx,
  );
  return rows.length;
}

/** Removes what processors told us before a moment. It is no council's. */
export async function removeWebhookEvents(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('webhook_events').where('received_at', '<', before).execute();
}
