// Reads what moved on one line in one month, each movement with what it was for. A statement sees its own line alone:
// of a visit that several lines pay for, only this line's part.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { TransferCode } from '@support-market/domain/ledger/transfers';
import type { Unit } from '@support-market/domain/listings/prices';
import type { Pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface StatementLine {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly personName: string;
  readonly stream: Stream;
  readonly arrangement: Arrangement;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly weeklyPence: Pence | null;
  readonly councilName: string;
  readonly councilEmail: string;
  readonly holderName: string | null;
  readonly holderOrganisationName: string | null;
  readonly holderEmail: string | null;
}

/** One line, no matter who asks when `within` is null (the demonstration's export), else only within the viewer's reach. */
export async function findStatementLine(
  tx: Tx,
  councilId: string,
  lineId: string,
  within: { readonly viewer: Viewer; readonly reach: Reach; readonly today: Temporal.PlainDate } | null,
): Promise<StatementLine | undefined> {
  const row = await tx
    .selectFrom('budget_lines')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', councilId).onRef('people.id', '=', 'budget_lines.person_id'),
    )
    .innerJoin('councils', 'councils.id', 'budget_lines.council_id')
    .leftJoin('organisations', 'organisations.id', 'budget_lines.holder_organisation_id')
    .select([
      'budget_lines.id',
      'budget_lines.name',
      'budget_lines.person_id as personId',
      'people.full_name as personName',
      'budget_lines.stream',
      'budget_lines.arrangement',
      'budget_lines.starts_on as startsOn',
      'budget_lines.ends_on as endsOn',
      'budget_lines.weekly_pence as weeklyPence',
      'budget_lines.holder_name as holderName',
      'councils.name as councilName',
      'councils.email as councilEmail',
      'organisations.name as holderOrganisationName',
      'organisations.email as holderEmail',
    ])
    .where('budget_lines.council_id', '=', councilId)
    .where('budget_lines.id', '=', lineId)
    .$if(within !== null, (lines) =>
      lines.where(
        within === null
          ? sql<boolean>`true`
          : inReach(within.reach, within.viewer.accountId, within.today, {
              councilId,
              person: 'budget_lines.person_id',
              organisation: 'budget_lines.holder_organisation_id',
            }),
      ),
    )
    .executeTakeFirst();
  return (
    row && {
      ...row,
      stream: row.stream as Stream,
      arrangement: row.arrangement as Arrangement,
      weeklyPence: row.weeklyPence as Pence | null,
    }
  );
}

export interface Span {
  readonly from: Temporal.Instant;
  /** Not included. */
  readonly to: Temporal.Instant;
}

/** What stood on an account when the span began, and what was promised when it ended. */
export async function readStanding(
  tx: Tx,
  councilId: string,
  accountId: string,
  span: Span,
): Promise<{ openingPence: Pence; spokenForPence: Pence }> {
  const { rows } = await sql<{ opening: bigint; promised: bigint }>`
    select coalesce(sum(entry.posted_pence) filter (where transfer.effective_at < ${span.from}), 0)::bigint as opening,
           coalesce(sum(entry.pending_pence), 0)::bigint as promised
      from ledger_entries as entry
      join ledger_transfers as transfer on transfer.council_id = ${councilId} and transfer.id = entry.transfer_id
     where entry.council_id = ${councilId} and entry.account_id = ${accountId} and transfer.effective_at < ${span.to}
  `.execute(tx);
  const row = rows[0];
  return { openingPence: (row?.opening ?? 0n) as Pence, spokenForPence: (row?.promised ?? 0n) as Pence };
}

export interface MovementRow {
  /** Debits above zero, credits below, as in the ledger. */
  readonly postedPence: Pence;
  readonly effectiveAt: Temporal.Instant;
  readonly code: TransferCode;
  readonly what: string | null;
  readonly organisationName: string | null;
  readonly orderReference: string | null;
  readonly invoiceNumber: string | null;
  readonly serviceDate: Temporal.PlainDate | null;
  readonly fromDate: Temporal.PlainDate | null;
  readonly toDate: Temporal.PlainDate | null;
  readonly unit: Unit | null;
  /** With VAT; null where visits at different prices are paid together, or an officer decided another amount than time at a price. */
  readonly unitPricePence: Pence | null;
  readonly minutes: number | null;
  readonly quantity: number | null;
  /** True where other lines pay a part of the same visit. */
  readonly isShare: boolean;
}

/** Whether a visit costs its time (or count) at its price, and not what a finance officer decided. `visit` must be in the statement. */
const AT_ITS_PRICE = sql`(visit.settled_pence is null or visit.settled_pence = visit.charge_pence)`;

async function movements(
  tx: Tx,
  councilId: string,
  columns: RawBuilder<unknown>,
  joins: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<readonly MovementRow[]> {
  const { rows } = await sql<MovementRow & { readonly key: string }>`
    select sum(entry.posted_pence)::bigint as "postedPence", transfer.effective_at as "effectiveAt", ${columns}
      from ledger_entries as entry
      join ledger_transfers as transfer on transfer.council_id = ${councilId} and transfer.id = entry.transfer_id
      ${joins}
     where ${where} and entry.posted_pence <> 0
     group by transfer.effective_at, "key", 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
     order by transfer.effective_at, min(transfer.recorded_at), "key"`.execute(tx);
  return rows.map(({ key: _key, ...row }) => row);
}

/** What moved on the line itself: awards, card payments, and visits (one row a visit, more time than planned included). */
export function readLineMovements(
  tx: Tx,
  councilId: string,
  accountId: string,
  span: Span,
): Promise<readonly MovementRow[]> {
  return movements(
    tx,
    councilId,
    sql`case when transfer.visit_id is null then transfer.code else 'deliver' end as code,
      order_line.description as "what", organisation.name as "organisationName", orders.reference as "orderReference",
      null::text as "invoiceNumber", visit.service_date as "serviceDate", null::date as "fromDate", null::date as "toDate", order_line.unit as "unit",
      case when ${AT_ITS_PRICE} then visit.unit_price_pence end as "unitPricePence", coalesce(visit.actual_minutes, visit.planned_minutes) as "minutes", visit.quantity as "quantity",
      coalesce((select count(*) > 1 from visit_shares as share where share.council_id = ${councilId} and share.visit_id = visit.id), false) as "isShare",
      coalesce(transfer.visit_id, transfer.id) as "key"`,
    sql`left join visits as visit on visit.council_id = ${councilId} and visit.id = transfer.visit_id
      left join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
      left join order_lines as order_line on order_line.council_id = ${councilId} and order_line.id = visit.order_line_id
      left join organisations as organisation on organisation.id = visit.organisation_id`,
    sql`entry.council_id = ${councilId} and entry.account_id = ${accountId}
      and transfer.effective_at >= ${span.from} and transfer.effective_at < ${span.to}`,
  );
}

/** What moved in the purse: pay-ins, and what was paid to each provider, with the hours and price of this line's part. */
export function readPurseMovements(
  tx: Tx,
  councilId: string,
  lineId: string,
  accountId: string,
  span: Span,
): Promise<readonly MovementRow[]> {
  return movements(
    tx,
    councilId,
    sql`transfer.code as code, bought.what as "what", organisation.name as "organisationName",
      null::text as "orderReference", invoice.number as "invoiceNumber", null::date as "serviceDate",
      coalesce(pay_in.from_date, bought.first_day) as "fromDate", coalesce(pay_in.to_date, bought.last_day) as "toDate",
      bought.unit as "unit", bought.unit_price as "unitPricePence", bought.minutes as "minutes", bought.quantity as "quantity",
      coalesce(bought.shared, false) as "isShare", transfer.id as "key"`,
    sql`left join pay_ins as pay_in on pay_in.council_id = ${councilId} and transfer.id = 'tr_payin:' || pay_in.id
      left join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = transfer.invoice_id
      left join organisations as organisation on organisation.id = invoice.organisation_id
      left join lateral (
        select case when count(distinct order_line.description) = 1 then min(order_line.description) end as what,
               case when count(distinct order_line.unit) = 1 then min(order_line.unit) end as unit,
               case when count(distinct (order_line.unit, visit.unit_price_pence)) = 1 and bool_and(${AT_ITS_PRICE}) then min(visit.unit_price_pence) end as unit_price,
               sum(invoice_line.minutes)::int as minutes, sum(invoice_line.quantity)::int as quantity,
               bool_or(invoice_line.share_weight < invoice_line.share_total) as shared,
               min(invoice_line.service_date) as first_day, max(invoice_line.service_date) as last_day
          from invoice_lines as invoice_line
          join visits as visit on visit.council_id = ${councilId} and visit.id = invoice_line.visit_id
          join order_lines as order_line on order_line.council_id = ${councilId} and order_line.id = visit.order_line_id
         where invoice_line.council_id = ${councilId} and invoice_line.invoice_id = invoice.id and invoice_line.line_id = ${lineId}
      ) as bought on invoice.id is not null`,
    sql`entry.council_id = ${councilId} and entry.account_id = ${accountId}
      and transfer.effective_at >= ${span.from} and transfer.effective_at < ${span.to}`,
  );
}
