// Sums over a council's records: each question is one statement, and nothing that leaves here names a person. People who
// made their own account and pay for themselves are in none of them: what they buy is not the council's affair.

import type { Tx } from '@support-market/db/pool';
import type { MonthSpan } from '@support-market/domain/insights/spans';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';

export interface SpendRow {
  /** null is the whole span */
  readonly month: string | null;
  readonly kind: 'span' | 'month' | 'category' | 'stream' | 'span-category' | 'span-stream';
  readonly key: string | null;
  readonly people: number;
  readonly amountPence: Pence;
}

/**
 * What was posted for deliveries, less what credit notes gave back of them, by month, by month and category, and by month
 * and stream; and over all months with `smallest` people or more by category and by stream.
 */
export async function spendRows(
  tx: Tx,
  councilId: string,
  span: MonthSpan,
  smallest: number,
): Promise<readonly SpendRow[]> {
  const { rows } = await sql<SpendRow>`
    with moved as (
      select transfer.visit_id, transfer.line_id, case transfer.code when 'credit-note' then -transfer.amount_pence else transfer.amount_pence end as amount_pence
        from visits as visit
        join ledger_transfers as transfer on transfer.council_id = ${councilId} and transfer.visit_id = visit.id
         and (transfer.kind = 'post' and transfer.code = 'deliver' or transfer.code in ('overrun', 'credit-note'))
       where visit.council_id = ${councilId} and visit.service_date >= ${span.start} and visit.service_date < ${span.end}
      union all
      -- what is not billed again is given back invoice by invoice: the note's own lines say for which visit
      select item.visit_id, item.line_id, item.gross_pence
        from invoice_lines as item
       where item.council_id = ${councilId} and item.credits_line_id is not null and item.service_date >= ${span.start} and item.service_date < ${span.end}
         and exists (select from ledger_transfers as given where given.council_id = ${councilId} and given.invoice_id = item.invoice_id
                        and given.line_id = item.line_id and given.code = 'credit-note')
    ), posted as (
      select to_char(visit.service_date, 'YYYY-MM') as month, coalesce(category.parent_id, category.id) as category_id,
             line.stream, line.person_id, moved.amount_pence
        from moved
        join visits as visit on visit.council_id = ${councilId} and visit.id = moved.visit_id
        join budget_lines as line on line.council_id = ${councilId} and line.id = moved.line_id
        join people as person on person.council_id = ${councilId} and person.id = line.person_id and person.origin = 'council'
        join order_lines as ordered on ordered.council_id = ${councilId} and ordered.id = visit.order_line_id
        join listings as listing on listing.id = ordered.listing_id
        join categories as category on category.id = listing.category_id
    )
    select month, coalesce(category_id, stream) as key,
           case grouping(month, category_id, stream) when 7 then 'span' when 3 then 'month' when 1 then 'category' else 'stream' end as kind,
           count(distinct person_id)::int as people, coalesce(sum(amount_pence), 0)::bigint as "amountPence"
      from posted
     group by grouping sets ((), (month), (month, category_id), (month, stream))
    union all
    select null, coalesce(category_id, stream), case grouping(category_id, stream) when 1 then 'span-category' else 'span-stream' end,
           count(distinct person_id)::int, coalesce(sum(amount_pence), 0)::bigint
      from posted
     where month in (select month from posted group by month having count(distinct person_id) >= ${smallest})
     group by grouping sets ((category_id), (stream))`.execute(tx);
  return rows;
}

/** The names of top categories by id. */
export async function topCategories(tx: Tx): Promise<ReadonlyMap<string, { slug: string; name: string }>> {
  const rows = await tx
    .selectFrom('categories')
    .select(['id', 'slug', 'name'])
    .where('parent_id', 'is', null)
    .execute();
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]));
}

export interface SearchWordsRow {
  readonly words: string;
  readonly times: number;
  readonly near: readonly { readonly outward: string; readonly times: number }[];
}

/**
 * What was looked for and not found. Words are shown only when they came `least` times and on two days or more, and a
 * place only when the words came from there `least` times.
 */
export async function searchRows(
  tx: Tx,
  councilId: string,
  span: MonthSpan,
  least: number,
  most: number,
): Promise<{ searches: number; foundNothing: number; words: readonly SearchWordsRow[] }> {
  const inSpan = sql<boolean>`council_id = ${councilId} and searched_at >= ${span.start}::date::timestamp at time zone 'Europe/London'
    and searched_at < ${span.end}::date::timestamp at time zone 'Europe/London'`;
  const counts = await sql<{ searches: number; foundNothing: number }>`
    select count(*)::int as searches, (count(*) filter (where hits = 0))::int as "foundNothing"
      from searches where ${inSpan}`.execute(tx);
  const words = await sql<SearchWordsRow>`
    with missed as materialized (
      select lower(unaccent(regexp_replace(btrim(words), '\\s+', ' ', 'g'))) as asked, outward,
             (searched_at at time zone 'Europe/London')::date as asked_on
        from searches where ${inSpan} and hits = 0 and btrim(words) <> ''
    ), common as (
      select asked, count(*)::int as times from missed group by asked
      having count(*) >= ${least} and count(distinct asked_on) >= 2
       order by count(*) desc, asked limit ${most}
    )
    select common.asked as words, common.times,
           coalesce((select jsonb_agg(jsonb_build_object('outward', place.outward, 'times', place.times) order by place.times desc, place.outward)
                       from (select missed.outward, count(*)::int as times from missed
                              where missed.asked = common.asked and missed.outward is not null
                              group by missed.outward having count(*) >= ${least} order by count(*) desc, missed.outward limit 5) as place), '[]') as near
      from common order by common.times desc, common.asked`.execute(tx);
  return { ...(counts.rows[0] ?? { searches: 0, foundNothing: 0 }), words: words.rows };
}

export interface DeclinedRow {
  readonly kind: 'all' | 'reason' | 'category' | 'provider';
  readonly key: string | null;
  readonly name: string | null;
  readonly orders: number;
  readonly people: number;
}

/** How many orders were declined, by reason, by category and by provider: three tables, never crossed. */
export async function declinedRows(tx: Tx, councilId: string, span: MonthSpan): Promise<readonly DeclinedRow[]> {
  const { rows } = await sql<DeclinedRow>`
    with declined as (
      select orders.id, orders.person_id, orders.decline_reason, orders.organisation_id,
             coalesce(category.parent_id, category.id) as category_id
        from orders
        join people as person on person.council_id = ${councilId} and person.id = orders.person_id and person.origin = 'council'
        join order_lines as ordered on ordered.council_id = ${councilId} and ordered.order_id = orders.id
        join listings as listing on listing.id = ordered.listing_id
        join categories as category on category.id = listing.category_id
       where orders.council_id = ${councilId} and orders.state = 'declined'
         and orders.decided_at >= ${span.start}::date::timestamp at time zone 'Europe/London'
         and orders.decided_at < ${span.end}::date::timestamp at time zone 'Europe/London'
    ), counted as (
      select case grouping(decline_reason, category_id, organisation_id) when 7 then 'all' when 3 then 'reason' when 5 then 'category' else 'provider' end as kind,
             decline_reason, category_id, organisation_id, count(distinct id)::int as orders, count(distinct person_id)::int as people
        from declined group by grouping sets ((), (decline_reason), (category_id), (organisation_id))
    )
    select counted.kind, coalesce(decline_reason, category.slug, organisation.slug) as key,
           coalesce(decline_reason, category.name, organisation.name) as name, counted.orders, counted.people
      from counted
      left join categories as category on category.id = counted.category_id
      left join organisations as organisation on organisation.id = counted.organisation_id
     order by counted.kind, counted.orders desc, key`.execute(tx);
  return rows;
}

export interface DaysRow {
  readonly kind: 'span' | 'month' | 'payer' | 'month-payer' | 'bucket';
  readonly month: string | null;
  readonly payerKind: string | null;
  /** which of the steps of days the row counts, from 0 */
  readonly bucket: number | null;
  readonly deliveries: number;
  readonly people: number;
  readonly medianDays: number;
}

/** Days from delivery to payment of every paid invoice line; `steps` are the last days of all buckets but the last. */
export async function daysRows(
  tx: Tx,
  councilId: string,
  span: MonthSpan,
  steps: readonly number[],
): Promise<readonly DaysRow[]> {
  const { rows } = await sql<DaysRow>`
    with paid as (
      select to_char(invoice.paid_at at time zone 'Europe/London', 'YYYY-MM') as month, case when funder.kind = 'people' then 'own-money' else payer.kind end as payer_kind, line.person_id,
             greatest(0, (invoice.paid_at at time zone 'Europe/London')::date - line.service_date) as days
        from invoices as invoice
        join funders as funder on funder.council_id = ${councilId} and funder.id = invoice.funder_id
        join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
        join invoice_lines as line on line.council_id = ${councilId} and line.invoice_id = invoice.id
        join people as person on person.council_id = ${councilId} and person.id = line.person_id and person.origin = 'council'
       where invoice.council_id = ${councilId} and invoice.state = 'paid' and invoice.kind = 'invoice'
         and invoice.paid_at >= ${span.start}::date::timestamp at time zone 'Europe/London'
         and invoice.paid_at < ${span.end}::date::timestamp at time zone 'Europe/London'
    ), stepped as (
      select paid.*, (select count(*)::int from unnest(${[...steps]}::int[]) as step (last_day) where paid.days > step.last_day) as bucket from paid
    )
    select case grouping(month, payer_kind, bucket) when 7 then 'span' when 3 then 'month' when 5 then 'payer' when 1 then 'month-payer' else 'bucket' end as kind,
           month, payer_kind as "payerKind", bucket, count(*)::int as deliveries, count(distinct person_id)::int as people,
           coalesce(percentile_disc(0.5) within group (order by days), 0)::int as "medianDays"
      from stepped group by grouping sets ((), (month), (payer_kind), (month, payer_kind), (bucket))`.execute(tx);
  return rows;
}
