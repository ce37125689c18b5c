// Keeps what is still to be paid in advance true to its line: when a line or a person's time with the council ends earlier or
// later, or a line holds more or less, every pay-in that has not gone to the bank is made right. Many features cause it.

import type { Tx } from '@support-market/db/pool';
import { type KeptPayIn, type PayInChange, rightPayIns } from '@support-market/domain/budgets/pay-in-schedule';
import { addPence, type Pence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { readSettings } from './settings.repo.ts';
import { step, type Work } from './transitions.repo.ts';

/** What decides a line's pay-ins. */
export interface PayInTerms {
  readonly lineId: string;
  readonly lineName: string;
  readonly personId: string;
  readonly startsOn: Temporal.PlainDate;
  /** The line's last day; null where it is closed and nothing is paid any more. */
  readonly endsOn: Temporal.PlainDate | null;
  /** The last day of the person's time with the council, where one is said. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly weeklyPence: Pence;
  readonly awardPence: Pence;
}

interface LinePayIn extends KeptPayIn {
  readonly lineId: string;
  /** The reference of the run that holds it and that the bank does not have yet. */
  readonly runReference: string | null;
}

export type PlannedPayIn = PayInChange<LinePayIn> & { readonly lineName: string; readonly personId: string };

export interface PayInPlan {
  readonly changes: readonly PlannedPayIn[];
  /** What has gone to the bank for days that are no longer the line's, or above what it holds. */
  readonly overPence: Pence;
}

/** The terms of some lines, or of every line of a person, as they stand now. Lines that have no pay-in are left out. */
export async function payInTerms(
  tx: Tx,
  councilId: string,
  of: { readonly lineIds: readonly string[] } | { readonly personId: string },
): Promise<PayInTerms[]> {
  const wanted =
    'personId' in of ? sql`line.person_id = ${of.personId}` : sql`line.id = any(${[...of.lineIds]}::text[])`;
  const { rows } = await sql<PayInTerms>`
    select line.id as "lineId", line.name as "lineName", line.person_id as "personId", line.starts_on as "startsOn",
           case when line.state = 'open' and person.state <> 'taken-back' then line.ends_on end as "endsOn", person.last_day as "lastDay",
           coalesce(line.weekly_pence, 0)::bigint as "weeklyPence", line.award_pence as "awardPence"
      from budget_lines as line
      join people as person on person.council_id = ${councilId} and person.id = line.person_id
     where line.council_id = ${councilId} and ${wanted}
       and exists (select from pay_ins as pay_in where pay_in.council_id = ${councilId} and pay_in.line_id = line.id)
     order by line.id`.execute(tx);
  return rows;
}

/** Every pay-in of some lines by its first day. One that a run holds has `gone` once the bank has the run. */
async function payInsOf(tx: Tx, councilId: string, lineIds: readonly string[]): Promise<LinePayIn[]> {
  const { rows } = await sql<LinePayIn>`
    select pay_in.id, pay_in.line_id as "lineId", pay_in.from_date as "fromDate", pay_in.to_date as "toDate", pay_in.amount_pence as "amountPence",
           case when pay_in.state in ('due', 'stopped') then pay_in.state when run.id is not null then 'claimed' else 'gone' end as standing,
           run.reference as "runReference"
      from pay_ins as pay_in
      left join payment_items as item on item.council_id = ${councilId} and item.pay_in_id = pay_in.id and item.live
      left join payments as payment on payment.council_id = ${councilId} and payment.id = item.payment_id
      left join payment_runs as run on run.council_id = ${councilId} and run.id = payment.run_id and run.state in ('proposed', 'authorised')
     where pay_in.council_id = ${councilId} and pay_in.line_id = any(${[...lineIds]}::text[])
     order by pay_in.line_id, pay_in.from_date`.execute(tx);
  return rows;
}

const lineIdsOf = (terms: readonly PayInTerms[]): string[] => terms.map(({ lineId }) => lineId);

/** What would change for lines on these terms, which need not be the ones that are kept. Changes nothing. */
export async function planPayIns(
  tx: Tx,
  councilId: string,
  today: Temporal.PlainDate,
  terms: readonly PayInTerms[],
): Promise<PayInPlan> {
  if (terms.length === 0) return { changes: [], overPence: ZERO_PENCE };
  const { payInWeeksInAdvance: weeksInAdvance } = await readSettings(tx, councilId, today);
  const ofLine = new Map<string, LinePayIn[]>();
  for (const payIn of await payInsOf(tx, councilId, lineIdsOf(terms))) {
    const others = ofLine.get(payIn.lineId);
    if (others) others.push(payIn);
    else ofLine.set(payIn.lineId, [payIn]);
  }
  const plans = terms.map((line) => {
    const { lineName, personId, endsOn, lastDay } = line;
    const isEarlier = endsOn !== null && lastDay !== null && Temporal.PlainDate.compare(lastDay, endsOn) < 0;
    const paidUntil = isEarlier ? lastDay : endsOn;
    const payIns = ofLine.get(line.lineId) ?? [];
    const { changes, overPence } = rightPayIns({ ...line, endsOn: paidUntil, weeksInAdvance }, payIns);
    return { changes: changes.map((change) => ({ ...change, lineName, personId })), overPence };
  });
  return {
    changes: plans.flatMap(({ changes }) => changes),
    overPence: addPence(...plans.map(({ overPence }) => overPence)),
  };
}

/**
 * Writes what has to change in the pay-ins of some lines that no run holds. Those in a run are taken out of it first
 * (payment-moves.repo.ts), by which they become due and come here.
 */
export async function settlePayIns(work: Work, terms: readonly PayInTerms[]): Promise<void> {
  const { tx, clock, actor } = work;
  if (terms.length === 0) return;
  await sql`select id from pay_ins where council_id = ${actor.councilId} and line_id = any(${lineIdsOf(terms)}::text[]) order by id for update`.execute(
    tx,
  );
  const plan = await planPayIns(tx, actor.councilId, clock.today(), terms);
  const changes = plan.changes.map((change) => ({ ...change, id: change.payIn.id }));
  const due = changes.filter(({ payIn }) => payIn.standing === 'due');
  const stopping = due.filter(({ amountPence }) => amountPence === 0n);
  await step(work, 'pay_ins', 'stop', stopping, { audit: ({ personId }) => ({ personId }) });
  const lasting = {
    change: due.filter(({ amountPence }) => amountPence > 0n),
    resume: changes.filter(({ payIn }) => payIn.standing === 'stopped'),
  };
  for (const event of ['change', 'resume'] as const)
    await step(work, 'pay_ins', event, lasting[event], {
      each: {
        types: { to_date: 'date', amount_pence: 'bigint' },
        of: ({ toDate, amountPence }) => ({ to_date: toDate.toString(), amount_pence: amountPence }),
      },
      audit: ({ personId, payIn, toDate, amountPence }) => ({
        personId,
        details: {
          toDate: toDate.toString(),
          amountPence: Number(amountPence),
          amountBeforePence: Number(payIn.amountPence),
        },
      }),
    });
}
