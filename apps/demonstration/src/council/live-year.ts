// Takes a council through its year week by week: holders are paid in advance, people live, providers are billed for,
// holders and people settle, and every other week the council's payment run goes to the bank, with two officers.

import { recordResults } from '@support-market/api/features/bank-results/bank-results.service';
import { billCouncil } from '@support-market/api/features/invoices/billing.service';
import { schedulePayIns } from '@support-market/api/features/pay-ins/pay-ins.service';
import { paymentsOf } from '@support-market/api/features/payment-runs/payment-runs.repo';
import { authoriseRun, proposeRun, viewProposal } from '@support-market/api/features/payment-runs/payment-runs.service';
import { systemActor } from '@support-market/api/platform/audit.repo';
import type { AppContext } from '@support-market/api/platform/context';
import { newId } from '@support-market/api/platform/ids';
import { makePayInsRight } from '@support-market/api/platform/payment-moves.repo';
import { tellStart, tellSteps } from '@support-market/api/platform/told-steps.repo';
import { begin, step } from '@support-market/api/platform/transitions.repo';
import type { SettableClock } from '@support-market/api/ports/clock/clock';
import { type JournalEntry, openAccounts, postJournal } from '@support-market/api/ports/ledger/ledger.repo';
import { emitRun } from '@support-market/api/workflows/emit-payment-run';
import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  accruedAccount,
  cardClearingAccount,
  lineAccount,
  payableAccount,
} from '@support-market/domain/ledger/accounts';
import { londonInstant } from '@support-market/domain/shared/local-time';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { type Chance, chanceOf } from '../fixtures/random.ts';
import { openLinesBefore } from './basics.repo.ts';
import type { CouncilFixture, LoadedCouncil } from './council-shapes.ts';
import { continueOrderNumbers, joinedDb, measureTables } from './joined-db.repo.ts';
import { payOutsideRuns } from './pay-outside-runs.ts';
import {
  insertCardPayments,
  insertStoryExceptions,
  insertStoryMessages,
  insertStoryOrders,
  ORDER_CHANGE,
  updateShareCharges,
  VISIT_CHANGE,
} from './story.repo.ts';
import type { Story } from './story.ts';
import type { Timeline } from './timeline.ts';

interface Stage {
  readonly tx: Tx;
  readonly clock: SettableClock;
  readonly config: AppContext['config'];
  readonly council: LoadedCouncil;
  readonly fixture: CouncilFixture;
  readonly timeline: Timeline;
  readonly story: Story;
  readonly chance: Chance;
}

const at = (date: Temporal.PlainDate, time: string): Temporal.Instant => {
  const instant = londonInstant(date, Temporal.PlainTime.from(time), 'earlier');
  if (!instant.ok) throw new RangeError(instant.code);
  return instant.value;
};

/** A reservation and what settles it go to the ledger in two calls. */
async function writeJournal({ tx, council }: Stage, journal: readonly JournalEntry[]): Promise<void> {
  let batch: JournalEntry[] = [];
  let reserved = new Set<string>();
  for (const entry of journal) {
    if ('pendingId' in entry.transfer && reserved.has(entry.transfer.pendingId)) {
      await postJournal(tx, council.id, batch);
      batch = [];
      reserved = new Set();
    }
    if (entry.transfer.kind === 'pending') reserved.add(entry.transfer.id);
    batch.push(entry);
  }
  await postJournal(tx, council.id, batch);
}

const SETTLING = { settled_at: 'timestamptz', settled_by: 'text', settled_pence: 'bigint', note: 'text' } as const;

async function liveUntil(stage: Stage, end: Temporal.Instant): Promise<number> {
  const { tx, council, story } = stage;
  const chapter = story.liveUntil(end);
  await writeJournal(stage, chapter.journal);
  const telling = { tx, clock: stage.clock, councilId: council.id };
  await insertStoryOrders(tx, council.id, chapter.placed);
  await tellStart(telling, 'orders', 'place', chapter.placing);
  await tellSteps(telling, 'orders', chapter.orders, { types: ORDER_CHANGE, of: ({ live }) => live.change });
  await tellSteps(telling, 'visits', chapter.visits, { types: VISIT_CHANGE, of: ({ live }) => live.change });
  await updateShareCharges(
    tx,
    council.id,
    chapter.visits.map(({ id, live }) => ({ id, charges: live.charges ?? [] })),
  );
  await insertStoryExceptions(tx, council.id, chapter.exceptions);
  await tellStart(telling, 'exceptions', 'raise', chapter.raising);
  await tellSteps(telling, 'exceptions', chapter.settled, { types: SETTLING, of: ({ live }) => live });
  await insertStoryMessages(tx, council.id, chapter.messages);
  return chapter.lastReference;
}

/** Own money comes in by card now and then, for people who keep buying with it. */
async function payByCard(stage: Stage, on: Temporal.PlainDate): Promise<void> {
  const { tx, council, clock, chance, fixture, timeline, story } = stage;
  const now = at(on, '19:40');
  clock.set(now);
  const yearIndex = timeline.years.findIndex(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, on) <= 0 && Temporal.PlainDate.compare(on, endsOn) <= 0,
  );
  const payers = fixture.people.filter((person) => person.hasAccount && person.lines.some(({ key }) => key === 'own'));
  const rows = chance.some(payers, Math.min(4, payers.length)).flatMap((person) => {
    const line = council.lines.get(`${person.reference}/own/${yearIndex}`);
    const accountId = council.people.get(person.reference)?.buyerId;
    return line && accountId
      ? [
          {
            id: newId(clock, 'cardPayment'),
            line_id: line.id,
            account_id: accountId,
            amount_pence: BigInt(chance.pick([2_000, 2_500, 4_000, 5_000])),
            at: now,
          },
        ]
      : [];
  });
  if (rows.length === 0) return;
  await insertCardPayments(tx, council.id, rows);
  const work = { tx, clock, actor: systemActor(council.id, 'card-processor') };
  const details = ({ line_id, amount_pence }: (typeof rows)[number]) => ({
    details: { lineId: line_id, amountPence: Number(amount_pence) },
  });
  await begin(work, 'card_payments', 'start', rows, { audit: details });
  await step(work, 'card_payments', 'succeed', rows, {
    set: { settled_at: now },
    each: { types: { provider_id: 'text' }, of: ({ id }) => ({ provider_id: `pi_${id}` }) },
    audit: details,
  });
  await postJournal(
    tx,
    council.id,
    rows.map((row) => ({
      posting: { effectiveAt: now, recordedAt: now, recordedBy: row.account_id },
      transfer: {
        kind: 'single',
        id: `tr_card:${row.id}`,
        code: 'card-payment',
        debit: cardClearingAccount(council.funderIds.get('own-money') ?? '').id,
        credit: lineAccount(row.line_id).id,
        amountPence: pence(row.amount_pence),
        lineId: row.line_id,
      },
    })),
  );
  for (const row of rows) story.addToLine(row.line_id, pence(row.amount_pence));
}

interface Officers {
  readonly first: Viewer;
  readonly second: Viewer;
}

/** The funders that could pay something now, in the order in which they are set up. */
async function fundersWithSomethingDue({ tx, clock, council }: Stage, { first }: Officers): Promise<readonly string[]> {
  const due: string[] = [];
  for (const funderId of new Set(council.funderIds.values())) {
    const { count } = await viewProposal({ db: joinedDb(tx), clock }, first, funderId, {
      after: null,
      leftOutAfter: null,
      limit: 1,
    });
    if (count > 0) due.push(funderId);
  }
  return due;
}

/** A funder's run from proposal to result; with `returns`, the bank sends one payment back. */
async function payInRun(
  stage: Stage,
  officers: Officers,
  funderId: string,
  tuesday: Temporal.PlainDate,
  returns: boolean,
): Promise<void> {
  const { tx, clock, config } = stage;
  const context = { db: joinedDb(tx), clock, config };
  clock.set(at(tuesday, '10:05'));
  const { id } = await proposeRun(context, officers.first, {
    key: `demonstration-run-${tuesday}-${funderId.slice(-6)}`,
    funderId,
    executionDate: undefined,
  });
  clock.set(at(tuesday, '15:40'));
  await authoriseRun(context, officers.second, id);
  clock.set(at(tuesday, '15:55'));
  await emitRun(context, officers.second, id);
  const payments = await paymentsOf(tx, stage.council.id, id);
  clock.set(at(tuesday.add({ days: 3 }), '08:30'));
  const back = returns
    ? payments.find(({ organisationId, lineId }) => organisationId !== null && lineId === null && payments.length > 3)
    : undefined;
  await recordResults(
    context,
    officers.first,
    id,
    payments
      .filter(({ state }) => state === 'sent')
      .map((payment) => ({
        endToEndId: payment.endToEndId,
        status: payment.id === back?.id ? 'returned' : 'paid',
        reason: payment.id === back?.id ? 'AC04' : null,
        amountPence: payment.amountPence,
      })),
  );
}

function officersOf({ council, fixture }: Stage): Officers | null {
  const viewer = (key: string): Viewer | null => {
    const accountId = council.accountIds.get(key);
    return accountId === undefined
      ? null
      : { accountId, councilId: council.id, memberships: [{ role: 'finance', personId: null, organisationId: null }] };
  };
  const [first, second] = [viewer('finance'), viewer('finance-second')];
  return fixture.accounts.length > 0 && first && second ? { first, second } : null;
}

/** Weeks after which the tables have grown so much that the planner must be told. */
const MEASURED_AFTER: readonly number[] = [0, 2, 6];

/** Weeks before today in which no run goes out, so that something is waiting when visitors come. */
const QUIET_WEEKS = 2;

/** Lives the whole timeline. `tell` hears how far it has come, from 0 to 1. */
export async function liveYear(input: Omit<Stage, 'chance'>, tell: (share: number) => void): Promise<void> {
  const stage: Stage = { ...input, chance: chanceOf(`money of ${input.council.slug}`) };
  const { tx, clock, council, timeline } = stage;
  const officers = officersOf(stage);
  const actor = systemActor(council.id, 'schedule');
  await openAccounts(tx, council.id, [
    cardClearingAccount(council.funderIds.get('own-money') ?? ''),
    ...[...council.organisations.values()].flatMap(({ id }) => [
      accruedAccount(id),
      ...[...council.funderIds.values()].map((funderId) => payableAccount(funderId, id)),
    ]),
  ]);
  const weeks = Math.ceil(timeline.firstDay.until(timeline.today, { largestUnit: 'day' }).days / 7);
  let lastReference = 0;
  for (let week = 0; week < weeks; week += 1) {
    const monday = timeline.firstDay.add({ days: week * 7 });
    const next = monday.add({ days: 7 });
    const weeksLeft = weeks - week - 1;
    if (Temporal.Instant.compare(at(monday, '06:00'), timeline.end) < 0) {
      clock.set(at(monday, '06:00'));
      await schedulePayIns(tx, clock, actor);
    }
    const end = at(next, '00:00');
    lastReference = await liveUntil(stage, Temporal.Instant.compare(end, timeline.end) < 0 ? end : timeline.end);
    if (MEASURED_AFTER.includes(week)) await measureTables(tx);
    if (Temporal.PlainDate.compare(next, timeline.today) < 0) {
      if (officers && weeksLeft === 1) {
        // The last Friday before: proposed, and still waiting for the second officer.
        clock.set(at(next.subtract({ days: 3 }), '14:10'));
        const [funderId] = await fundersWithSomethingDue(stage, officers);
        if (funderId !== undefined)
          await proposeRun({ db: joinedDb(tx), clock }, officers.first, {
            key: `demonstration-run-${next}`,
            funderId,
            executionDate: undefined,
          });
      }
      // Bills every other week, and every week towards the end, so that the last invoices are as fresh as in real life.
      clock.set(at(next, '02:00'));
      if (week % 2 === 1 || weeksLeft <= QUIET_WEEKS + 1)
        await billCouncil({ db: joinedDb(tx), clock }, systemActor(council.id, 'billing'), next);
      clock.set(at(next, '15:20'));
      await payOutsideRuns(tx, clock, council, { issuedBy: next.subtract({ days: 7 }), paidOn: next });
      if (officers && week % 2 === 1 && weeksLeft > QUIET_WEEKS) {
        const tuesday = next.add({ days: 1 });
        clock.set(at(tuesday, '10:00'));
        for (const [index, funderId] of (await fundersWithSomethingDue(stage, officers)).entries())
          await payInRun(stage, officers, funderId, tuesday, index === 0 && weeksLeft <= QUIET_WEEKS + 2);
      }
      if (week % 4 === 2) await payByCard(stage, next);
      const over = await openLinesBefore(tx, council.id, next);
      await step({ tx, clock, actor }, 'budget_lines', 'close', over, { audit: () => ({}) });
      await makePayInsRight({ tx, clock, actor }, { lineIds: over.map(({ id }) => id) });
    }
    tell((week + 1) / weeks);
  }
  await continueOrderNumbers(tx, lastReference);
}
