// The questions that prove the books: each is one query over the whole database, asked as the owner so that no
// council is hidden, and each answers how much it looked at and what is wrong.

import type { Db, Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { type CheckCode, type FindingCode, sayCheck, sayFinding } from '../../platform/proof-words.ts';

export interface Finding {
  readonly council: string;
  readonly what: string;
  readonly record: string;
}

export interface Check {
  readonly name: string;
  readonly counted: number;
  readonly wrong: readonly Finding[];
}

/** Beside the locks of the two chains of seals (seals.repo.ts). */
const LOCK = 7_003;

/** Keeps a council's books to one verification until the transaction ends; false while another has them, in any process. */
export async function beginVerification(tx: Tx, councilId: string): Promise<boolean> {
  const { rows } = await sql<{
    begun: boolean;
  }>`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${councilId})) as begun`.execute(tx);
  return rows[0]?.begun ?? false;
}

/** More than this many findings of one kind say no more than this many. */
const MOST_FINDINGS = 20;

async function check(name: CheckCode, db: Db, count: string, findings: string): Promise<Check> {
  const counted = await sql<{ counted: bigint }>`select ${sql.raw(count)} as counted`.execute(db);
  const wrong =
    await sql<Finding>`select council, what, record from (${sql.raw(findings)}) as finding limit ${MOST_FINDINGS}`.execute(
      db,
    );
  return {
    name: sayCheck(name),
    counted: Number(counted.rows[0]?.counted ?? 0n),
    wrong: wrong.rows.map((finding) => {
      const [code = '', detail = ''] = finding.what.split(':');
      return { ...finding, what: sayFinding(code as FindingCode, { detail }) };
    }),
  };
}

const CHECKS: readonly { readonly name: CheckCode; readonly count: string; readonly findings: string }[] = [
  {
    name: 'journals-balance',
    count: '(select count(*) from ledger_transfers)',
    findings: `
      select t.council_id as council, 'its-entries-do-not-cancel-out' as what, t.id as record
        from ledger_transfers t left join ledger_entries e on e.council_id = t.council_id and e.transfer_id = t.id
       group by t.council_id, t.id
      having count(e.side) <> 2 or count(distinct e.side) <> 2 or sum(e.posted_pence) <> 0 or sum(e.pending_pence) <> 0`,
  },
  {
    name: 'entries-say-what-their-transfer-says',
    count: '(select count(*) from ledger_entries)',
    findings: `
      select e.council_id as council, 'an-entry-differs-from-its-transfer' as what, e.transfer_id || ' ' || e.side as record
        from ledger_entries e
        join ledger_transfers t on t.council_id = e.council_id and t.id = e.transfer_id
        left join ledger_transfers p on p.council_id = t.council_id and p.id = t.pending_id
       where e.account_id <> case e.side when 'debit' then t.debit_account_id else t.credit_account_id end
          or e.posted_pence <> (case e.side when 'debit' then 1 else -1 end) * case when t.kind in ('single', 'post') then t.amount_pence else 0 end
          or e.pending_pence <> (case e.side when 'debit' then 1 else -1 end) * case t.kind when 'pending' then t.amount_pence when 'single' then 0 else -p.amount_pence end`,
  },
  {
    name: 'balances-equal-the-sum-of-their-entries',
    count: '(select count(*) from ledger_accounts where not hot)',
    findings: `
      select a.council_id as council, 'its-balance-is-not-the-sum-of-its-entries' as what, a.id as record
        from ledger_accounts a
        left join lateral (
          select coalesce(sum(posted_pence) filter (where side = 'debit'), 0) as debits_posted, coalesce(-sum(posted_pence) filter (where side = 'credit'), 0) as credits_posted,
                 coalesce(sum(pending_pence) filter (where side = 'debit'), 0) as debits_pending, coalesce(-sum(pending_pence) filter (where side = 'credit'), 0) as credits_pending
            from ledger_entries e where e.council_id = a.council_id and e.account_id = a.id) s on true
       where not a.hot and (a.debits_posted, a.credits_posted, a.debits_pending, a.credits_pending) is distinct from (s.debits_posted, s.credits_posted, s.debits_pending, s.credits_pending)`,
  },
  {
    name: 'no-line-is-below-zero',
    count: `(select count(*) from ledger_accounts where not hot)`,
    findings: `select council_id as council, 'it-is-below-zero' as what, id as record from ledger_accounts where not hot and available < 0`,
  },
  {
    name: 'reservations-are-settled-once',
    count: `(select count(*) from ledger_transfers where kind = 'pending')`,
    findings: `
      select council_id as council, 'it-was-settled-more-than-once-or-for-more' as what, pending_id as record
        from ledger_transfers where kind in ('post', 'void') group by council_id, pending_id having count(*) > 1
      union all
      select t.council_id, 'it-settles-more-than-was-reserved', t.id
        from ledger_transfers t join ledger_transfers p on p.council_id = t.council_id and p.id = t.pending_id
       where t.kind = 'post' and t.amount_pence > p.amount_pence`,
  },
  {
    name: 'every-planned-visit-is-reserved-for-and-only-those',
    count: `(select count(*) from visit_shares where reservation_id is not null)`,
    findings: `
      select v.council_id as council, 'reservation-does-not-fit:' || v.state as what, v.id || ' ' || s.position as record
        from visit_shares s
        join visits v on v.council_id = s.council_id and v.id = s.visit_id
        left join ledger_transfers r on r.council_id = s.council_id and r.pending_id = s.reservation_id
       where (s.planned_pence > 0 and s.reservation_id is null)
          or (s.reservation_id is not null and (v.state in ('planned', 'recorded', 'queried')) and r.id is not null)
          or (s.reservation_id is not null and v.state = 'missed' and r.id is null)`,
  },
  {
    name: 'what-a-visit-cost-is-what-its-lines-paid',
    count: `(select count(*) from visits where state = 'confirmed')`,
    findings: `
      select v.council_id as council, 'its-lines-paid-something-else' as what, v.id as record
        from visits v
        join lateral (select coalesce(sum(case t.code when 'credit-note' then -t.amount_pence else t.amount_pence end) filter (where t.kind = 'post' or t.code in ('overrun', 'credit-note')), 0) as paid, count(*) filter (where t.kind in ('post', 'void') or t.code = 'overrun') as movements
                        from ledger_transfers t where t.council_id = v.council_id and t.visit_id = v.id) m on true
       where v.state in ('confirmed', 'cancelled') and m.movements > 0 and m.paid <> coalesce(v.settled_pence, v.charge_pence, 0)`,
  },
  {
    name: 'whatever-is-charged-was-paid-for-or-waits-for-an-officer',
    count: `(select count(*) from visits where state in ('confirmed', 'cancelled') and coalesce(settled_pence, charge_pence) > 0)`,
    findings: `
      select v.council_id as council, 'nothing-was-posted-for-it-and-no-one-is-asked' as what, v.id as record
        from visits v
       where v.state in ('confirmed', 'cancelled') and coalesce(v.settled_pence, v.charge_pence) > 0
         and not exists (select from ledger_transfers t where t.council_id = v.council_id and t.visit_id = v.id and t.code in ('deliver', 'overrun'))
         and not exists (select from exceptions x where x.council_id = v.council_id and x.visit_id = v.id and x.state = 'open')`,
  },
  {
    name: 'whatever-was-billed-is-on-an-invoice-in-full',
    count: '(select count(*) from visits where billed_at is not null)',
    findings: `
      select v.council_id as council, 'its-invoices-come-to-something-else' as what, v.id as record
        from visits v
        join lateral (select coalesce(sum(l.gross_pence) filter (where l.live), 0) as gross, coalesce(bool_or(l.credits_line_id is not null), false) as credited
                        from invoice_lines l where l.council_id = v.council_id and l.visit_id = v.id) l on true
       where l.gross <> case when v.billed_at is not null then coalesce(v.settled_pence, v.charge_pence, 0) when l.credited then l.gross else 0 end`,
  },
  {
    name: 'providers-are-owed-what-their-visits-and-invoices-say',
    count: `(select count(*) from ledger_accounts where purpose in ('accrued', 'payable'))`,
    findings: `
      select a.council_id as council, 'the-ledger-owes-something-else-than-is-unpaid' as what, a.id as record
        from ledger_accounts a
        join lateral (select coalesce(-sum(e.posted_pence), 0) as owed from ledger_entries e where e.council_id = a.council_id and e.account_id = a.id) e on true
        join lateral (select coalesce(sum(i.total_pence), 0) as unpaid from invoices i
                       where i.council_id = a.council_id and i.organisation_id = a.organisation_id and i.funder_id = a.funder_id and i.state in ('approved', 'paying')) i on true
       where a.purpose = 'payable' and e.owed <> i.unpaid
      union all
      select a.council_id, 'the-ledger-owes-something-else-than-was-delivered-and-not-invoiced', a.id
        from ledger_accounts a
        join lateral (select coalesce(-sum(e.posted_pence), 0) as owed from ledger_entries e where e.council_id = a.council_id and e.account_id = a.id) e on true
        join lateral (select coalesce(sum(t.amount_pence), 0) as delivered from ledger_transfers t
                       where t.council_id = a.council_id and t.credit_account_id = a.id and (t.kind = 'post' or t.code = 'overrun')) d on true
        join lateral (select coalesce(sum(t.amount_pence), 0) as given_back from ledger_transfers t
                       where t.council_id = a.council_id and t.debit_account_id = a.id and t.code = 'credit-note') b on true
        join lateral (select coalesce(sum(i.total_pence), 0) as invoiced from invoices i
                       where i.council_id = a.council_id and i.organisation_id = a.organisation_id and i.state <> 'held') i on true
       where a.purpose = 'accrued' and e.owed <> d.delivered - b.given_back - i.invoiced
      union all
      select v.council_id, 'its-money-went-to-another-provider', v.id
        from visits v join ledger_transfers t on t.council_id = v.council_id and t.visit_id = v.id and t.code in ('reserve', 'deliver', 'overrun')
       where t.credit_account_id <> 'accrued:' || v.organisation_id`,
  },
  {
    name: 'purses-hold-what-was-paid-in-less-what-was-paid-out-of-them',
    count: `(select count(*) from ledger_accounts where purpose = 'purse')`,
    findings: `
      select a.council_id as council, 'it-holds-something-else-than-its-pay-ins-less-its-paid-invoices' as what, a.id as record
        from ledger_accounts a
        join lateral (select coalesce(sum(p.amount_pence), 0) as paid_in from pay_ins p where p.council_id = a.council_id and p.line_id = a.line_id and p.state = 'paid') p on true
        join lateral (select coalesce(sum(l.gross_pence), 0) as paid_out from invoice_lines l join invoices i on i.council_id = l.council_id and i.id = l.invoice_id
                        join payers y on y.council_id = i.council_id and y.id = i.payer_id
                       where l.council_id = a.council_id and l.line_id = a.line_id and i.state = 'paid' and y.kind in ('holder', 'person')) l on true
        left join ledger_accounts r on r.council_id = a.council_id and r.line_id = a.line_id and r.purpose = 'returned'
       where a.purpose = 'purse' and a.available <> p.paid_in - l.paid_out + coalesce(r.available, 0)`,
  },
  {
    name: 'invoices-add-up-to-their-lines-and-to-the-ledger',
    count: '(select count(*) from invoices)',
    findings: `
      select i.council_id as council, 'its-total-is-not-what-the-ledger-owes-for-it' as what, i.number as record
        from invoices i left join ledger_transfers t on t.council_id = i.council_id and t.invoice_id = i.id and t.code = 'approve-invoice'
       where i.state <> 'held' and i.total_pence > 0 and (t.id is null or t.amount_pence <> i.total_pence)
      union all
      select i.council_id, 'the-ledger-took-back-something-else-than-it-says', i.number
        from invoices i left join ledger_transfers t on t.council_id = i.council_id and t.id = 'tr_credit:' || i.id and t.invoice_id = i.id
       where i.kind = 'credit-note' and (t.id is null or -t.amount_pence <> i.total_pence)
      union all
      select c.council_id, 'more-was-taken-back-of-it-than-it-says', i.number
        from invoices c join invoices i on i.council_id = c.council_id and i.id = c.credits_invoice_id
       group by c.council_id, i.number, i.total_pence having -sum(c.total_pence) > i.total_pence
      union all
      select i.council_id, 'its-total-is-not-the-sum-of-its-lines', i.number
        from invoices i join lateral (select coalesce(sum(gross_pence), 0) as gross from invoice_lines l where l.council_id = i.council_id and l.invoice_id = i.id) l on true
       where i.state <> 'held' and i.total_pence <> l.gross`,
  },
  {
    name: 'invoice-numbers-have-no-gaps',
    count: `(select count(distinct (council_id, organisation_id)) from invoices)`,
    findings: `
      select i.council_id as council, 'its-numbers-have-gaps' as what, i.organisation_id as record
        from invoices i left join number_series s on s.council_id = i.council_id and s.organisation_id = i.organisation_id
       group by i.council_id, i.organisation_id, s.last_number having count(*) is distinct from s.last_number
      union all
      select i.council_id, 'its-number-is-not-of-its-suppliers-series', i.number
        from invoices i join number_series s on s.council_id = i.council_id and s.organisation_id = i.organisation_id
       where i.number not like s.prefix || '-%'`,
  },
  {
    name: 'every-paid-invoice-has-exactly-one-payment',
    count: `(select count(*) from invoices where state = 'paid')`,
    findings: `
      select i.council_id as council, 'not-paid-once:' || run.payments + direct.payments as what, i.number as record
        from invoices i
        join lateral (select count(*) as payments from payment_items pi join payments p on p.council_id = pi.council_id and p.id = pi.payment_id
                       where pi.council_id = i.council_id and pi.invoice_id = i.id and pi.live and p.state = 'paid') run on true
        join lateral (select count(*) as payments from direct_settlements d where d.council_id = i.council_id and d.invoice_id = i.id) direct on true
       where (i.state = 'paid' and run.payments + direct.payments <> 1) or (i.state <> 'paid' and run.payments + direct.payments <> 0)
      union all
      select i.council_id, 'the-ledger-paid-something-else-than-its-total', i.number
        from invoices i
        join lateral (select coalesce(sum(case when t.debit_account_id like 'payable:%' then amount_pence else -amount_pence end), 0) as paid from ledger_transfers t
                       where t.council_id = i.council_id and t.invoice_id = i.id and t.code in ('pay', 'pay-returned', 'paid-back')) l on true
       where l.paid <> case i.state when 'paid' then i.total_pence else 0 end`,
  },
  {
    name: 'payments-equal-what-they-pay-for',
    count: '(select count(*) from payments)',
    findings: `
      select p.council_id as council, 'its-items-add-up-to-something-else' as what, p.end_to_end_id as record
        from payments p join lateral (select coalesce(sum(amount_pence), 0) as items from payment_items i where i.council_id = p.council_id and i.payment_id = p.id) i on true
       where p.amount_pence <> i.items
      union all
      select r.council_id, 'its-payments-add-up-to-something-else', r.reference
        from payment_runs r join lateral (select coalesce(sum(amount_pence), 0) as paid, count(*) as payments from payments p where p.council_id = r.council_id and p.run_id = r.id and p.state <> 'dropped') p on true
       where r.state in ('emitted', 'settled') and (r.total_pence <> p.paid or r.payments <> p.payments)`,
  },
];

/** Runs every check; `wrong` is empty everywhere when the books are right. */
export async function runChecks(ownerDb: Db): Promise<Check[]> {
  const done: Check[] = [];
  for (const { name, count, findings } of CHECKS) done.push(await check(name, ownerDb, count, findings));
  return done;
}
