// Finds every record that one pound touches, set by set: a page of visit shares, then what stands before and behind them.

import type { Tx } from '@support-market/db/pool';
import { OFFICER_ROLES } from '@support-market/domain/access/roles';
import type { Pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export type TraceKind = 'order' | 'visit' | 'line' | 'invoice' | 'payment' | 'payment-run';

export interface Traced {
  readonly kind: TraceKind;
  readonly ids: readonly string[];
}

/** What a reference names: an id, or the number that people know it by. Null where it names nothing of this council. */
export async function resolveReference(tx: Tx, councilId: string, reference: string): Promise<Traced | null> {
  const names = [...new Set([reference, reference.toUpperCase()])];
  const { rows } = await sql<{ kind: TraceKind; id: string }>`
    with moved as (
      select case when visit_id is not null then 'visit' when payment_id is not null then 'payment' when invoice_id is not null then 'invoice' else 'line' end as kind,
             coalesce(visit_id, payment_id, invoice_id, line_id) as id
        from ledger_transfers where council_id = ${councilId} and id = ${reference}
    )
    select 'order' as kind, id from orders where council_id = ${councilId} and (id = ${reference} or reference = any(${names}::text[]))
    union all select 'visit', id from visits where council_id = ${councilId} and id = ${reference}
    union all select 'line', id from budget_lines where council_id = ${councilId} and id = ${reference}
    union all select 'invoice', id from invoices where council_id = ${councilId} and (id = ${reference} or number = any(${names}::text[]))
    union all select 'payment', id from payments where council_id = ${councilId} and (id = ${reference} or end_to_end_id = any(${names}::text[]))
    union all select 'payment', payment_id from remittances where council_id = ${councilId} and number = any(${names}::text[])
    union all select 'payment-run', id from payment_runs where council_id = ${councilId} and (id = ${reference} or reference = any(${names}::text[]))
    union all select 'payment-run', run_id from payment_files where council_id = ${councilId} and message_id = any(${names}::text[])
    union all select kind, id from moved where id is not null
    limit 20`.execute(tx);
  const kind = rows[0]?.kind;
  return kind === undefined ? null : { kind, ids: rows.filter((row) => row.kind === kind).map(({ id }) => id) };
}

/** Visit shares of what is traced, as a FROM and WHERE with the aliases share, visit and billed. */
function shares(councilId: string, { kind, ids }: Traced): RawBuilder<unknown> {
  const wanted = sql`any(${[...ids]}::text[])`;
  // Also what was credited since: its share is followed with the invoice that it is on now.
  const onInvoices = (which: RawBuilder<unknown>) =>
    sql`(share.visit_id, share.position) in (select line.visit_id, line.share_position from invoice_lines as line where line.council_id = ${councilId} and ${which})`;
  const within: Readonly<Record<TraceKind, RawBuilder<unknown>>> = {
    order: sql`visit.order_id = ${wanted}`,
    visit: sql`visit.id = ${wanted}`,
    line: sql`share.line_id = ${wanted}`,
    invoice: onInvoices(sql`line.invoice_id = ${wanted}`),
    payment: onInvoices(
      sql`line.invoice_id in (select item.invoice_id from payment_items as item where item.council_id = ${councilId} and item.payment_id = ${wanted})`,
    ),
    'payment-run':
      onInvoices(sql`line.invoice_id in (select item.invoice_id from payment_items as item join payments as payment on payment.council_id = ${councilId} and payment.id = item.payment_id
      where item.council_id = ${councilId} and payment.run_id = ${wanted})`),
  };
  return sql`from visit_shares as share
    join visits as visit on visit.council_id = ${councilId} and visit.id = share.visit_id
    left join invoice_lines as billed on billed.council_id = ${councilId} and billed.visit_id = share.visit_id and billed.share_position = share.position and billed.live
    where share.council_id = ${councilId} and ${within[kind]}`;
}

export interface ShareRow {
  readonly visitId: string;
  readonly position: number;
  readonly serviceDate: Temporal.PlainDate;
  readonly visitState: string;
  readonly visitPence: Pence | null;
  readonly plannedPence: Pence;
  readonly chargePence: Pence | null;
  readonly recordedAt: Temporal.Instant | null;
  readonly recordedBy: string | null;
  readonly confirmedAt: Temporal.Instant | null;
  readonly confirmedBy: string | null;
  readonly lineId: string;
  readonly lineName: string;
  /** Whose money the line is of. */
  readonly funderName: string;
  readonly stream: string;
  readonly arrangement: string;
  readonly personId: string;
  readonly personReference: string;
  readonly orderId: string;
  readonly orderReference: string;
  readonly orderState: string;
  readonly orderPence: Pence;
  readonly placedAt: Temporal.Instant;
  readonly placedBy: string;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedBy: string | null;
  readonly organisationName: string;
  readonly grossPence: Pence | null;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  readonly invoiceState: string | null;
  readonly invoicePence: Pence | null;
  readonly payerKind: string | null;
  readonly invoicedAt: Temporal.Instant | null;
}

/** One page (and one row more) of visit shares by day, visit and position. */
export async function listShares(
  tx: Tx,
  councilId: string,
  traced: Traced,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<readonly ShareRow[]> {
  const [day = '', visit = '', position = '0'] = page.after ?? [];
  const after = page.after
    ? sql`and (visit.service_date, share.visit_id, share.position) > (${day}::date, ${visit}, ${position}::int)`
    : sql``;
  const { rows } = await sql<ShareRow>`
    with share as materialized (
      select share.*, visit.service_date, billed.invoice_id, billed.gross_pence
      ${shares(councilId, traced)} ${after}
       order by visit.service_date, share.visit_id, share.position limit ${page.limit + 1}
    )
    select share.visit_id as "visitId", share.position, share.service_date as "serviceDate", visit.state as "visitState",
           coalesce(visit.settled_pence, visit.charge_pence) as "visitPence", share.planned_pence as "plannedPence", share.charge_pence as "chargePence",
           visit.recorded_at as "recordedAt", visit.recorded_by as "recordedBy", visit.confirmed_at as "confirmedAt", visit.confirmed_by as "confirmedBy",
           line.id as "lineId", line.name as "lineName", funder.name as "funderName", line.stream, line.arrangement, person.id as "personId", person.reference as "personReference",
           orders.id as "orderId", orders.reference as "orderReference", orders.state as "orderState", orders.total_pence as "orderPence",
           orders.placed_at as "placedAt", orders.placed_by as "placedBy", orders.decided_at as "decidedAt",
           (select change.changed_by from state_changes as change where change.council_id = ${councilId} and change.record_id = orders.id
               and change.to_state in ('accepted', 'declined') order by change.changed_at limit 1) as "decidedBy",
           organisation.name as "organisationName", share.gross_pence as "grossPence", invoice.id as "invoiceId", invoice.number as "invoiceNumber",
           invoice.state as "invoiceState", invoice.total_pence as "invoicePence", payer.kind as "payerKind", invoice.created_at as "invoicedAt"
      from share
      join visits as visit on visit.council_id = ${councilId} and visit.id = share.visit_id
      join budget_lines as line on line.council_id = ${councilId} and line.id = share.line_id
      join funders as funder on funder.council_id = ${councilId} and funder.id = line.funder_id
      join people as person on person.council_id = ${councilId} and person.id = line.person_id
      join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
      join organisations as organisation on organisation.id = orders.organisation_id
      left join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = share.invoice_id
      left join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
     order by share.service_date, share.visit_id, share.position`.execute(tx);
  return rows;
}

export interface TransferRow {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly amountPence: Pence;
  readonly lineId: string | null;
  readonly visitId: string | null;
  readonly invoiceId: string | null;
  readonly paymentId: string | null;
  readonly pendingId: string | null;
  readonly debit: string;
  readonly credit: string;
  readonly recordedAt: Temporal.Instant;
  readonly recordedBy: string;
}

/** The movements of these visits, the awards of these lines, and the approvals and payments of these invoices. */
export async function listTransfers(
  tx: Tx,
  councilId: string,
  about: {
    readonly visits: readonly string[];
    readonly lines: readonly string[];
    readonly invoices: readonly string[];
    readonly ids: readonly string[];
  },
): Promise<readonly TransferRow[]> {
  const columns = sql`id, kind, code, amount_pence as "amountPence", line_id as "lineId", visit_id as "visitId", invoice_id as "invoiceId",
    payment_id as "paymentId", pending_id as "pendingId", debit_account_id as debit, credit_account_id as credit, recorded_at as "recordedAt", recorded_by as "recordedBy"`;
  const { rows } = await sql<TransferRow>`
    select ${columns} from ledger_transfers where council_id = ${councilId} and visit_id = any(${[...about.visits]}::text[])
    union select ${columns} from ledger_transfers where council_id = ${councilId} and line_id = any(${[...about.lines]}::text[]) and code = 'award'
    union select ${columns} from ledger_transfers where council_id = ${councilId} and invoice_id = any(${[...about.invoices]}::text[])
    union select ${columns} from ledger_transfers where council_id = ${councilId} and id = any(${[...about.ids]}::text[])
    order by "recordedAt", id`.execute(tx);
  return rows;
}

export interface PaymentRow {
  readonly invoiceId: string | null;
  readonly payInId: string | null;
  readonly itemPence: Pence;
  readonly paymentId: string;
  readonly endToEndId: string;
  readonly paymentPence: Pence;
  readonly paymentState: string;
  readonly resultCode: string | null;
  readonly settledAt: Temporal.Instant | null;
  /** The account that it was paid from, as much of it as is shown. */
  readonly paidFrom: string;
  readonly runReference: string;
  readonly runPence: Pence;
  readonly runPayments: number;
  readonly proposedAt: Temporal.Instant;
  readonly proposedBy: string;
  readonly authorisedAt: Temporal.Instant | null;
  readonly authorisedBy: string | null;
  readonly messageId: string | null;
  readonly fileSha256: string | null;
  readonly emittedAt: Temporal.Instant | null;
  readonly remittanceNumber: string | null;
  readonly remittedAt: Temporal.Instant | null;
}

/** Every payment, tried or done, of these invoices and pay-ins, oldest first. */
export async function listPayments(
  tx: Tx,
  councilId: string,
  about: { readonly invoices: readonly string[]; readonly payIns: readonly string[] },
): Promise<readonly PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select item.invoice_id as "invoiceId", item.pay_in_id as "payInId", item.amount_pence as "itemPence", payment.id as "paymentId",
           payment.end_to_end_id as "endToEndId", payment.amount_pence as "paymentPence", payment.state as "paymentState", payment.result_code as "resultCode",
           payment.settled_at as "settledAt", paying.account_name || ', ending ' || right(paying.account_number, 4) as "paidFrom", run.reference as "runReference", run.total_pence as "runPence",
           run.payments as "runPayments", run.proposed_at as "proposedAt", run.proposed_by as "proposedBy", run.authorised_at as "authorisedAt",
           run.authorised_by as "authorisedBy", file.message_id as "messageId", file.sha256 as "fileSha256", run.emitted_at as "emittedAt",
           remittance.number as "remittanceNumber", remittance.created_at as "remittedAt"
      from payment_items as item
      join payments as payment on payment.council_id = ${councilId} and payment.id = item.payment_id
      join payment_runs as run on run.council_id = ${councilId} and run.id = payment.run_id
      join funder_accounts as paying on paying.council_id = ${councilId} and paying.id = run.funder_account_id
      left join payment_files as file on file.council_id = ${councilId} and file.run_id = payment.run_id
      left join remittances as remittance on remittance.council_id = ${councilId} and remittance.payment_id = payment.id
     where item.council_id = ${councilId} and (item.invoice_id = any(${[...about.invoices]}::text[]) or item.pay_in_id = any(${[...about.payIns]}::text[]))
     order by run.proposed_at, payment.id, item.position`.execute(tx);
  return rows;
}

export interface SettlementRow {
  readonly invoiceId: string;
  readonly how: string;
  readonly amountPence: Pence;
  readonly paidOn: Temporal.PlainDate;
  readonly recordedAt: Temporal.Instant;
  readonly recordedBy: string;
}

/** What was paid outside a run, by the holder of the money. */
export async function listSettlements(
  tx: Tx,
  councilId: string,
  invoices: readonly string[],
): Promise<readonly SettlementRow[]> {
  return tx
    .selectFrom('direct_settlements')
    .select([
      'invoice_id as invoiceId',
      'how',
      sql<Pence>`amount_pence`.as('amountPence'),
      'paid_on as paidOn',
      'recorded_at as recordedAt',
      'recorded_by as recordedBy',
    ])
    .where('council_id', '=', councilId)
    .where('invoice_id', 'in', invoices.length === 0 ? [''] : [...invoices])
    .execute();
}

export interface PayInRow {
  readonly id: string;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly amountPence: Pence;
  readonly state: string;
  readonly createdAt: Temporal.Instant;
  readonly lineId: string;
  readonly lineName: string;
  /** Whose money the line is of. */
  readonly funderName: string;
  readonly personId: string;
  readonly personReference: string;
}

/** Pay-ins of a traced line, payment or run, newest first; none for anything else. */
export async function listPayIns(
  tx: Tx,
  councilId: string,
  { kind, ids }: Traced,
  most: number,
): Promise<readonly PayInRow[]> {
  const wanted = sql`any(${[...ids]}::text[])`;
  const within =
    kind === 'line'
      ? sql`pay_in.line_id = ${wanted}`
      : kind === 'payment'
        ? sql`pay_in.id in (select item.pay_in_id from payment_items as item where item.council_id = ${councilId} and item.payment_id = ${wanted})`
        : kind === 'payment-run'
          ? sql`pay_in.id in (select item.pay_in_id from payment_items as item join payments as payment on payment.council_id = ${councilId} and payment.id = item.payment_id
              where item.council_id = ${councilId} and payment.run_id = ${wanted})`
          : null;
  if (within === null) return [];
  const { rows } = await sql<PayInRow>`
    select pay_in.id, pay_in.from_date as "fromDate", pay_in.to_date as "toDate", pay_in.amount_pence as "amountPence", pay_in.state,
           pay_in.created_at as "createdAt", line.id as "lineId", line.name as "lineName", funder.name as "funderName", person.id as "personId", person.reference as "personReference"
      from pay_ins as pay_in
      join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
      join funders as funder on funder.council_id = ${councilId} and funder.id = line.funder_id
      join people as person on person.council_id = ${councilId} and person.id = line.person_id
     where pay_in.council_id = ${councilId} and ${within}
     order by pay_in.from_date desc, pay_in.id limit ${most}`.execute(tx);
  return rows;
}

/** Who acted: every role that the account has or had in the council, and the name of an officer; other people keep theirs. */
export interface TraceActor {
  readonly roles: readonly string[];
  readonly name: string | null;
}

export async function actorsOf(
  tx: Tx,
  councilId: string,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, TraceActor>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<{ id: string; roles: string[]; name: string | null }>`
    select membership.account_id as id, array_agg(distinct membership.role order by membership.role) as roles,
           case when bool_or(membership.role = any(${[...OFFICER_ROLES]}::text[])) then min(account.name) end as name
      from memberships as membership join accounts as account on account.id = membership.account_id
     where membership.council_id = ${councilId} and membership.account_id = any(${[...accounts]}::text[])
     group by membership.account_id`.execute(tx);
  return new Map(rows.map(({ id, roles, name }) => [id, { roles, name }]));
}

export interface Sums {
  readonly threads: number;
  readonly reserved: Pence;
  readonly delivered: Pence;
  readonly givenBack: Pence;
  readonly held: Pence;
  readonly overrun: Pence;
  readonly charged: Pence;
  readonly billedPosted: Pence;
  readonly billedGross: Pence;
  readonly invoices: Pence;
  readonly invoiceLines: Pence;
  readonly approvedInvoices: Pence;
  readonly approved: Pence;
  readonly paidInvoices: Pence;
  readonly paid: Pence;
  readonly payments: Pence;
  readonly paymentItems: Pence;
  readonly files: Pence;
  readonly filePayments: Pence;
}

/**
 * Both sides of every sum that must agree, over everything that is traced and not one page alone. The id of an overrun is
 * put together beforehand: under row-level security an index is asked only for what is known without working on rows.
 */
export async function sumsOf(tx: Tx, councilId: string, traced: Traced): Promise<Sums> {
  const direct =
    traced.kind === 'payment'
      ? sql`select unnest(${[...traced.ids]}::text[])`
      : traced.kind === 'payment-run'
        ? sql`select id from payments where council_id = ${councilId} and run_id = any(${[...traced.ids]}::text[])`
        : sql`select null::text where false`;
  const { rows } = await sql<Sums>`
    with share as materialized (
      select share.visit_id, share.position, share.reservation_id, share.charge_pence, billed.invoice_id, billed.gross_pence,
             'tr_overrun:' || share.visit_id || ':' || share.position as overrun_id
      ${shares(councilId, traced)}
    ), moved as materialized (
      select share.*, coalesce(reserved.amount_pence, 0) as reserved, settled.kind as settled_kind,
             case settled.kind when 'post' then settled.amount_pence else 0 end as posted, coalesce(overrun.amount_pence, 0) + coalesce(corrected.amount, 0) as overrun
        from share
        left join ledger_transfers as reserved on reserved.council_id = ${councilId} and reserved.id = share.reservation_id
        left join ledger_transfers as settled on settled.council_id = ${councilId} and settled.pending_id = share.reservation_id and settled.kind in ('post', 'void')
        left join ledger_transfers as overrun on overrun.council_id = ${councilId} and overrun.id = share.overrun_id
        left join lateral (
          select sum(case credited.code when 'overrun' then credited.amount_pence else -credited.amount_pence end) as amount
            from ledger_transfers as credited
           where credited.council_id = ${councilId} and credited.visit_id = share.visit_id and credited.id like 'tr_credit:%'
             and credited.line_id = (select own.line_id from visit_shares as own where own.council_id = ${councilId} and own.visit_id = share.visit_id and own.position = share.position)
        ) as corrected on true
    ), invoice as materialized (
      select invoice.id, invoice.state, invoice.total_pence from invoices as invoice
       where invoice.council_id = ${councilId} and invoice.id in (select share.invoice_id from share)
    ), payment as materialized (
      select payment.id, payment.run_id, payment.amount_pence from payments as payment
       where payment.council_id = ${councilId}
         and payment.id in (select item.payment_id from payment_items as item where item.council_id = ${councilId} and item.invoice_id in (select invoice.id from invoice)
              union ${direct})
    ), run as materialized (
      select run.id, run.total_pence from payment_runs as run
       where run.council_id = ${councilId} and run.state in ('emitted', 'settled') and run.id in (select payment.run_id from payment)
    ), sums as (
      select count(*)::int as threads, sum(reserved) as reserved, sum(posted) as delivered,
             sum(case settled_kind when 'post' then reserved - posted when 'void' then reserved else 0 end) as "givenBack",
             sum(case when settled_kind is null then reserved else 0 end) as held, sum(overrun) as overrun,
             sum(case when settled_kind is not null or overrun <> 0 then coalesce(charge_pence, 0) else 0 end) as charged,
             sum(case when invoice.state <> 'held' then posted + overrun else 0 end) as "billedPosted",
             sum(case when invoice.state <> 'held' then gross_pence else 0 end) as "billedGross"
        from moved left join invoice on invoice.id = moved.invoice_id
    )
    select sums.threads,
           coalesce(reserved, 0)::bigint as reserved, coalesce(delivered, 0)::bigint as delivered, coalesce("givenBack", 0)::bigint as "givenBack",
           coalesce(held, 0)::bigint as held, coalesce(overrun, 0)::bigint as overrun, coalesce(charged, 0)::bigint as charged,
           coalesce("billedPosted", 0)::bigint as "billedPosted", coalesce("billedGross", 0)::bigint as "billedGross",
           (select coalesce(sum(total_pence), 0) from invoice where state <> 'held')::bigint as invoices,
           (select coalesce(sum(line.gross_pence), 0) from invoice_lines as line join invoice on invoice.id = line.invoice_id and invoice.state <> 'held' where line.council_id = ${councilId})::bigint as "invoiceLines",
           (select coalesce(sum(total_pence), 0) from invoice where state <> 'held')::bigint as "approvedInvoices",
           (select coalesce(sum(transfer.amount_pence), 0) from ledger_transfers as transfer join invoice on invoice.id = transfer.invoice_id where transfer.council_id = ${councilId} and transfer.code = 'approve-invoice')::bigint as approved,
           (select coalesce(sum(total_pence), 0) from invoice where state = 'paid')::bigint as "paidInvoices",
           (select coalesce(sum(case when transfer.debit_account_id like 'payable:%' then transfer.amount_pence else -transfer.amount_pence end), 0) from ledger_transfers as transfer join invoice on invoice.id = transfer.invoice_id
             where transfer.council_id = ${councilId} and transfer.code in ('pay', 'pay-returned', 'paid-back'))::bigint as paid,
           (select coalesce(sum(amount_pence), 0) from payment)::bigint as payments,
           (select coalesce(sum(item.amount_pence), 0) from payment_items as item join payment on payment.id = item.payment_id where item.council_id = ${councilId})::bigint as "paymentItems",
           (select coalesce(sum(total_pence), 0) from run)::bigint as files,
           (select coalesce(sum(other.amount_pence), 0) from payments as other join run on run.id = other.run_id where other.council_id = ${councilId} and other.state <> 'dropped')::bigint as "filePayments"
      from sums`.execute(tx);
  const [sums] = rows;
  if (!sums) throw new Error('an aggregate answered no row');
  return sums;
}
