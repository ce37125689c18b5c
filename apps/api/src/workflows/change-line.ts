// A line of money ends earlier or becomes less: what that hits is shown first, and no visit stays planned that the line
// cannot pay, and nothing is paid in advance that it no longer has. Source: the domain notes, section 6 (no silent cut).

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { awardTransferId } from '@support-market/domain/budgets/awards';
import { fundingAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import { parseDate } from '@support-market/domain/shared/local-time';
import { addPence, type Pence, pence, subtractPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { type Static, Type } from 'typebox';
import { findHitVisits, type HitVisit } from '../features/orders/ending.repo.ts';
import { endVisits, hitOrders } from '../features/orders/ending.service.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed, DateIn, DateOut, Id, IdParams, NeededText, PenceOut } from '../http/schemas.ts';
import { recordAudit } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { payInTerms, planPayIns } from '../platform/pay-in-changes.repo.ts';
import { makePayInsRight } from '../platform/payment-moves.repo.ts';
import { found, ProblemError, unwrap } from '../platform/problem-error.ts';
import { postTransfers } from '../ports/ledger/ledger.repo.ts';
import { type ChangeableLine, lockLine, saveLine, sharesOfLine } from './change-line.repo.ts';
import { HitOrderOut } from './end-person.ts';
import { PayInChangeOut, shownPayIn } from './pay-ins-shown.ts';

const MOST_PENCE = 100_000_000_000;

const ChangeQuery = closed({
  endsOn: DateIn,
  awardPence: Type.String({ pattern: '^[0-9]{1,12}$', description: 'whole pence' }),
});
const ChangeIn = closed({
  endsOn: DateIn,
  awardPence: Type.Integer({ minimum: 0, maximum: MOST_PENCE }),
  reason: Type.Unsafe<string>({ ...NeededText(500), minLength: 5 }),
  seen: closed(
    {
      visits: Type.Integer({ minimum: 0 }),
      backPence: Type.Integer({ minimum: 0 }),
      payIns: Type.Integer({ minimum: 0 }),
    },
    { description: 'what was shown before: nothing else is done' },
  ),
});
const ChangeOut = closed({
  line: closed({
    id: Id,
    name: Type.String(),
    personId: Id,
    personName: Type.String(),
    startsOn: DateOut,
    endsOn: DateOut,
    awardPence: PenceOut,
    neededPence: PenceOut,
  }),
  orders: Type.Array(HitOrderOut),
  visits: Type.Integer(),
  backPence: PenceOut,
  payIns: Type.Array(PayInChangeOut, { description: 'payments in advance that change; paid beyond is not among them' }),
  payInsOverPence: Type.Unsafe<bigint>({
    ...PenceOut,
    description: 'what the bank already has for days after the last, or above the award',
  }),
});

interface Change {
  readonly endsOn: Temporal.PlainDate;
  readonly awardPence: Pence;
}

/** What a line cannot do without: what was spent, and what is set aside for visits that have been. */
function neededPence(line: ChangeableLine, planned: readonly HitVisit[], shares: ReadonlyMap<string, Pence>): Pence {
  const toCome = addPence(...planned.map(({ id }) => shares.get(id) ?? ZERO_PENCE));
  return subtractPence(addPence(line.spentPence, line.reservedPence), toCome);
}

/** The visits that end: those after the last day, and then from the last one back until the rest fits the new award. */
async function planChange(tx: Tx, councilId: string, line: ChangeableLine, change: Change, today: Temporal.PlainDate) {
  const yesterday = today.subtract({ days: 1 });
  const planned = await findHitVisits(tx, councilId, { lineId: line.id }, yesterday, 'after-the-day-too');
  const shares = await sharesOfLine(
    tx,
    councilId,
    line.id,
    planned.map(({ id }) => id),
  );
  const needed = neededPence(line, planned, shares);
  if (change.awardPence < needed) {
    throw new ProblemError('budget_line.below_spent', {
      details: { leastPence: needed },
      errors: [{ pointer: '/awardPence', code: 'budget_line.below_spent', details: { leastPence: needed } }],
    });
  }
  let kept = addPence(line.spentPence, line.reservedPence);
  const visits: HitVisit[] = [];
  for (const visit of planned) {
    const late = Temporal.PlainDate.compare(visit.serviceDate, change.endsOn) > 0;
    if (!late && kept <= change.awardPence) continue;
    visits.push(visit);
    kept = subtractPence(kept, shares.get(visit.id) ?? ZERO_PENCE);
  }
  return { visits, needed };
}

/** What would happen to the line's pay-ins on the new terms. */
async function planLinePayIns(tx: Tx, councilId: string, lineId: string, change: Change, today: Temporal.PlainDate) {
  const terms = await payInTerms(tx, councilId, { lineIds: [lineId] });
  return planPayIns(
    tx,
    councilId,
    today,
    terms.map((line) => ({ ...line, ...change })),
  );
}

function checkChange(line: ChangeableLine, given: Change, pointer: string): Change {
  const { endsOn } = given;
  const wrong = Temporal.PlainDate.compare(endsOn, line.startsOn) <= 0;
  if (wrong || Temporal.PlainDate.compare(endsOn, line.budgetEndsOn) > 0) {
    const code = wrong ? 'budget_line.dates_wrong' : 'schedule.outside_budget_year';
    throw new ProblemError(code, { errors: [{ pointer, code }] });
  }
  if (line.own && given.awardPence !== line.awardPence) throw new ProblemError('budget_line.kind_changed');
  return { endsOn, awardPence: given.awardPence };
}

async function viewChange(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  query: Static<typeof ChangeQuery>,
) {
  const today = context.clock.today();
  const pointer = '/querystring/endsOn';
  const given = { endsOn: unwrap(parseDate(query.endsOn), pointer), awardPence: pence(BigInt(query.awardPence)) };
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const line = found(await lockLine(tx, { viewer, reach, today }, id));
    const change = checkChange(line, given, pointer);
    const { visits, needed } = await planChange(tx, viewer.councilId, line, change, today);
    const payIns = await planLinePayIns(tx, viewer.councilId, id, change, today);
    await recordAudit(tx, context.clock, viewer, {
      event: 'budget-line.change-previewed',
      noun: 'budget-line',
      recordId: id,
      personId: line.personId,
    });
    const { personId, personName, name, startsOn, endsOn, awardPence } = line;
    return {
      line: { id, name, personId, personName, startsOn, endsOn, awardPence, neededPence: needed },
      orders: hitOrders(visits),
      visits: visits.length,
      backPence: addPence(...visits.map(({ plannedPence }) => plannedPence)),
      payIns: payIns.changes.map(shownPayIn),
      payInsOverPence: payIns.overPence,
    };
  });
}

async function changeLine(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  body: Static<typeof ChangeIn>,
): Promise<void> {
  const { clock } = context;
  const { councilId, accountId } = viewer;
  const today = clock.today();
  const given = { endsOn: unwrap(parseDate(body.endsOn), '/endsOn'), awardPence: pence(body.awardPence) };
  await inTransaction(context.db, councilId, async (tx) => {
    const line = found(await lockLine(tx, { viewer, reach, today }, id));
    const change = checkChange(line, given, '/endsOn');
    const { visits } = await planChange(tx, councilId, line, change, today);
    const backPence = addPence(...visits.map(({ plannedPence }) => plannedPence));
    if (visits.length !== body.seen.visits || BigInt(body.seen.backPence) !== backPence) {
      throw new ProblemError('record.changed');
    }
    const last = visits.reduce(
      (first, { serviceDate }) =>
        Temporal.PlainDate.compare(serviceDate, first) <= 0 ? serviceDate.subtract({ days: 1 }) : first,
      change.endsOn,
    );
    await endVisits({ tx, clock, actor: viewer }, visits, { lastDay: last, whole: false, reason: body.reason.trim() });
    const growth = change.awardPence - line.awardPence;
    const at = clock.now();
    if (growth !== 0n) {
      const funding = fundingAccount(line.funderId).id;
      const account = lineAccount(id).id;
      await postTransfers(tx, { councilId, effectiveAt: at, recordedAt: at, recordedBy: accountId }, [
        growth > 0n
          ? {
              kind: 'single',
              id: awardTransferId(id, line.awards),
              code: 'award',
              debit: funding,
              credit: account,
              amountPence: pence(growth),
              lineId: id,
            }
          : {
              kind: 'single',
              id: `tr_award-lowered:${id}:${line.lowerings}`,
              code: 'award-lowered',
              debit: account,
              credit: funding,
              amountPence: pence(-growth),
              lineId: id,
            },
      ]);
    }
    await saveLine(tx, councilId, id, {
      endsOn: change.endsOn,
      awardPence: change.awardPence,
      loweredPence: growth < 0n ? pence(-growth) : ZERO_PENCE,
    });
    const { changes } = await makePayInsRight({ tx, clock, actor: viewer }, { lineIds: [id] });
    if (changes.length !== body.seen.payIns) throw new ProblemError('record.changed');
    await recordAudit(tx, clock, viewer, {
      event: 'budget-line.changed',
      noun: 'budget-line',
      recordId: id,
      personId: line.personId,
      reason: body.reason.trim(),
      details: {
        endsOn: change.endsOn.toString(),
        awardPence: Number(change.awardPence),
        visits: visits.length,
        backPence: Number(backPence),
        payIns: changes.length,
      },
    });
  });
}

export function registerChangeLine(app: App, context: AppContext): void {
  app.get(
    '/api/budget-lines/:id/change',
    {
      config: { action: 'budget.change', audit: 'budget-line.change-previewed' },
      schema: {
        tags: ['budgets'],
        operationId: 'previewLineChange',
        summary:
          'Which visits would end, and which pay-ins would change, if a line of money had another last day or award',
        params: IdParams,
        querystring: ChangeQuery,
        response: answers({ 200: ChangeOut }),
      },
    },
    (request) => viewChange(context, viewerOf(request), reachFor(request), request.params.id, request.query),
  );
  app.post(
    '/api/budget-lines/:id/change',
    {
      config: { action: 'budget.change', audit: 'budget-line.changed' },
      schema: {
        tags: ['budgets'],
        operationId: 'changeLine',
        summary:
          'Give a line of money another last day or award: ends the visits and changes the pay-ins that were shown, and nothing else',
        params: IdParams,
        body: ChangeIn,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await changeLine(context, viewerOf(request), reachFor(request), request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
}
