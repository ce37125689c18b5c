// A person's money in numbers that a sentence can be made of, and the lines whose money builds up unspent.

import { inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type IsfSettings, isfSettingsFrom, isfStatementSummary } from '@support-market/domain/budgets/arrangements';
import { BUILD_UP_WEEKS, unspentBuildUp } from '@support-market/domain/budgets/build-up';
import { moneyNumbers } from '@support-market/domain/budgets/money-sentence';
import { STREAM_NAMES } from '@support-market/domain/budgets/streams';
import { addPence, type Pence, subtractPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, makeCursor, readCursor } from '../../platform/cursors.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { findOwner, listBudgets, listMoneyLines, listRunningLines, mayManageMoney } from './budgets.repo.ts';

interface Figures {
  readonly awardedPence: Pence;
  readonly spentPence: Pence;
  readonly spokenForPence: Pence;
}

function totalOf(lines: readonly Figures[]) {
  const awardedPence = addPence(...lines.map((line) => line.awardedPence));
  const spentPence = addPence(...lines.map((line) => line.spentPence));
  const spokenForPence = addPence(...lines.map((line) => line.spokenForPence));
  const leftPence = subtractPence(awardedPence, addPence(spentPence, spokenForPence));
  return { awardedPence, spentPence, spokenForPence, leftPence };
}

/** The budget that today falls in, else the newest. */
function currentOf<Budget extends { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate }>(
  budgets: readonly Budget[],
  today: Temporal.PlainDate,
): Budget | undefined {
  const { compare } = Temporal.PlainDate;
  return (
    budgets.find(({ startsOn, endsOn }) => compare(startsOn, today) <= 0 && compare(today, endsOn) <= 0) ?? budgets[0]
  );
}

/**
 * The money of one person, for one of their budgets (the current one unless said). A reader who reaches single lines only
 * (a fund's holder) sees those and no more. Throws record.not_found where nothing is within reach.
 */
export async function viewMoney(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  personId: string,
  query: { readonly budget?: string },
) {
  const today = context.clock.today();
  const asker = { viewer, reach, today };
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const owner = await findOwner(tx, asker, personId);
    const all = owner ? await listMoneyLines(tx, asker, personId) : [];
    if (!owner || (!owner.whole && all.length === 0)) throw new ProblemError('record.not_found');
    const budgets = await listBudgets(tx, viewer.councilId, personId);
    const mine = owner.whole ? budgets : budgets.filter(({ id }) => all.some(({ budgetId }) => budgetId === id));
    const chosen = query.budget === undefined ? currentOf(mine, today) : mine.find(({ id }) => id === query.budget);
    if (query.budget !== undefined && !chosen) throw new ProblemError('record.not_found');
    const payReach = reachOf(viewer, 'card-payment.create');
    const manages = payReach !== null && (await mayManageMoney(tx, { ...asker, reach: payReach }, personId));
    const lines = all.filter(({ budgetId }) => budgetId === chosen?.id);
    const isf = isfSettingsFrom(await readSettings(tx, viewer.councilId, today));
    const own = isOwnRecord(viewer, personId);
    if (!own) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'budget.viewed',
        noun: 'person',
        recordId: personId,
        personId,
        ...(chosen ? { details: { budgetId: chosen.id } } : {}),
      });
    }
    return {
      person: { id: owner.id, name: owner.name, own, selfFunded: owner.selfFunded },
      today,
      // Somebody's own money is no budget that a council agreed: it has no three amounts and no year.
      budget: owner.whole && !owner.selfFunded ? (chosen ?? null) : null,
      otherBudgets: mine
        .filter(({ id }) => id !== chosen?.id)
        .map(({ id, startsOn, endsOn }) => ({ id, startsOn, endsOn })),
      total: totalOf(lines),
      streams: STREAM_NAMES.filter((stream) => lines.some((line) => line.stream === stream)).map((stream) => ({
        stream,
        ...totalOf(lines.filter((line) => line.stream === stream)),
      })),
      lines: lines.map((line) => {
        const numbers = moneyNumbers({ ...line, allocatedPence: line.awardedPence, today, yearEnd: line.endsOn });
        const say = wordsIn().say('documents');
        return {
          id: line.id,
          name: line.name,
          reference: line.reference,
          stream: line.stream,
          arrangement: line.arrangement,
          arrangementName: say(`arrangements.${line.arrangement}.name`),
          arrangementWords: say(`arrangements.${line.arrangement}.words`),
          holderName: line.holderName,
          state: line.state,
          startsOn: line.startsOn,
          endsOn: line.endsOn,
          weeklyPence: line.weeklyPence,
          awardedPence: line.awardedPence,
          spentPence: line.spentPence,
          spokenForPence: line.spokenForPence,
          leftPence: numbers.leftPence,
          owedPence: line.owedPence,
          aboutPerWeekPence: owner.selfFunded ? null : (numbers.aboutPerWeekPence ?? null),
          daysLeft: numbers.daysLeft,
          purse: line.purse && purseOf(line, line.purse, isf),
          mayPayByCard: manages && line.stream === 'own-money' && line.state === 'open',
        };
      }),
    };
  });
}

function purseOf(
  line: {
    readonly weeklyPence: Pence | null;
  },
  purse: { readonly inPence: Pence; readonly outPence: Pence },
  settings: IsfSettings,
) {
  const { weeklyPence } = line;
  const summary = isfStatementSummary({ weeklyPence: weeklyPence ?? ZERO_PENCE, ...purse }, settings);
  return {
    ...purse,
    leftPence: summary.leftPence,
    limitPence: weeklyPence === null ? null : summary.limitPence,
    over: weeklyPence !== null && summary.over,
  };
}

/**
 * Lines whose unspent money passes the number of weeks, most weeks first: the council's own number where somebody holds the
 * money, as it comes in evenly and what is left is the oldest. Nothing is done to any of them.
 */
export async function viewBuildUp(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  query: { readonly cursor?: string; readonly limit: number },
) {
  const today = context.clock.today();
  const list = listAsked('build-up');
  const start = Number(readCursor(list, query.cursor, ['count'])?.[0] ?? '0');
  const { running, keepWeeks } = await inTransaction(context.db, viewer.councilId, async (tx) => ({
    running: await listRunningLines(tx, { viewer, reach, today }),
    ...isfSettingsFrom(await readSettings(tx, viewer.councilId, today)),
  }));
  const limitFor = (line: { readonly heldPence: Pence | null }): number =>
    line.heldPence === null ? BUILD_UP_WEEKS : keepWeeks;
  const over = running
    .map((line) => ({ line, buildUp: unspentBuildUp({ ...line, today, limitWeeks: limitFor(line) }) }))
    .filter(({ buildUp }) => buildUp.over)
    .sort((a, b) => b.buildUp.weeks - a.buildUp.weeks || (a.line.lineId < b.line.lineId ? -1 : 1));
  const end = start + query.limit;
  return {
    limitWeeks: BUILD_UP_WEEKS,
    heldLimitWeeks: keepWeeks,
    total: over.length,
    unspentPence: addPence(...over.map(({ buildUp }) => buildUp.unspentPence)),
    items: over.slice(start, end).map(({ line, buildUp }) => ({
      lineId: line.lineId,
      lineName: line.lineName,
      personId: line.personId,
      personName: line.personName,
      reference: line.reference,
      arrangement: line.arrangement,
      weeklyPence: buildUp.weeklyPence,
      unspentPence: buildUp.unspentPence,
      spokenForPence: line.spokenForPence,
      weeks: buildUp.weeks,
    })),
    nextCursor: end < over.length ? makeCursor(list, [String(end)]) : null,
  };
}
