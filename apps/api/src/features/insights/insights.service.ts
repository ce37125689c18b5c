// What the council learns from everybody together; what could point at one person is hidden before it leaves.
// Source: the domain notes, sections 10 and 12; docs/decisions (small numbers). Money is what the ledger posted for deliveries,
// by the day of service, whether or not it is invoiced yet: the books are the one account that is proved every night.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { STREAM_NAMES } from '@support-market/domain/budgets/streams';
import { type GroupAmount, type MonthAmounts, showMonth, sumMonths } from '@support-market/domain/insights/month-cells';
import { SMALLEST_SHOWN, suppressSmallNumbers } from '@support-market/domain/insights/small-numbers';
import { finishedMonths, isYear, type MonthSpan, yearSoFar } from '@support-market/domain/insights/spans';
import { sumYear } from '@support-market/domain/insights/year-sums';
import { ZERO_PENCE } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import type { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { unwrap } from '../../platform/problem-error.ts';
import {
  type DaysRow,
  type DeclinedRow,
  daysRows,
  declinedRows,
  type SpendRow,
  searchRows,
  spendRows,
  topCategories,
} from './insights.repo.ts';
import type {
  DaysToPayAnswer,
  DeclinedOrdersAnswer,
  SearchesAnswer,
  SpendAnswer,
  SummaryAnswer,
} from './insights.schemas.ts';

type Needs = Pick<AppContext, 'reads' | 'clock'>;

export interface AskedSpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const MOST_WORDS = 50;
const MOST_PROVIDERS = 100;
/** Last days of the steps in which days to payment are counted. */
const DAY_STEPS = [7, 14, 30, 60] as const;
const PAYER_KINDS = ['funder', 'own-money', 'holder', 'person'] as const;

function spanOf(span: MonthSpan): { from: string; to: string } {
  return { from: span.from.toString(), to: span.to.toString() };
}

/** A count that may be shown, or null where there are too few people behind it. */
function shownCount(count: number, people = count): number | null {
  return people > 0 && people < SMALLEST_SHOWN ? null : count;
}

function monthAmounts(rows: readonly SpendRow[], span: MonthSpan, kind: 'category' | 'stream'): MonthAmounts[] {
  return span.months.map((month) => {
    const groups: GroupAmount[] = rows
      .filter((row) => row.month === month && row.kind === kind)
      .map(({ key, people, amountPence }) => ({ group: key ?? '', people, amountPence }));
    const whole = rows.find((row) => row.month === month && row.kind === 'month');
    return { month, people: whole?.people ?? 0, groups };
  });
}

async function readSpend(
  tx: Tx,
  viewer: Viewer,
  span: MonthSpan,
  today: Temporal.PlainDate,
): Promise<{ answer: SpendAnswer; people: number }> {
  const rows = await spendRows(tx, viewer.councilId, span, SMALLEST_SHOWN);
  const categories = await topCategories(tx);
  const say = wordsIn().say('documents');
  const streamName = (group: string): string => {
    const stream = STREAM_NAMES.find((one) => one === group);
    return stream ? say(`streams.${stream}`) : group;
  };
  const by = (kind: 'category' | 'stream') => {
    const name = (group: string) =>
      kind === 'stream'
        ? { key: group, name: streamName(group) }
        : { key: categories.get(group)?.slug ?? group, name: categories.get(group)?.name ?? group };
    const amounts = monthAmounts(rows, span, kind);
    const months = amounts.map((month) => showMonth(month));
    const people = new Map(
      rows.flatMap((row) => (row.kind === `span-${kind}` ? [[row.key ?? '', row.people] as const] : [])),
    );
    const sum = isYear(span, today) ? sumYear(amounts, months, people) : sumMonths(months);
    return {
      months,
      sum,
      out: {
        groups: sum.groups.map(({ group, amountPence, peopleAMonth, isWhole }) => ({
          ...name(group),
          amountPence,
          peopleAMonth,
          isWhole,
        })),
        pooledPence: sum.pooledPence,
        months: months.map(({ month, people, totalPence, pooledPence, groups }) => ({
          month,
          people,
          totalPence,
          pooledPence,
          groups: groups.map(({ group, amountPence, people: inGroup }) => ({
            ...name(group),
            amountPence,
            people: inGroup,
          })),
        })),
      },
    };
  };
  const categorySpend = by('category');
  return {
    people: rows.find(({ kind }) => kind === 'span')?.people ?? 0,
    answer: {
      ...spanOf(span),
      totalPence: categorySpend.sum.totalPence,
      hiddenMonths: categorySpend.sum.hiddenMonths,
      months: categorySpend.months.map(({ month, people, totalPence }) => ({ month, people, amountPence: totalPence })),
      byCategory: categorySpend.out,
      byStream: by('stream').out,
    },
  };
}

async function readSearches(tx: Tx, viewer: Viewer, span: MonthSpan): Promise<SearchesAnswer> {
  const { searches, foundNothing, words } = await searchRows(tx, viewer.councilId, span, SMALLEST_SHOWN, MOST_WORDS);
  return {
    ...spanOf(span),
    searches: shownCount(searches),
    foundNothing: shownCount(foundNothing),
    words: words.map((row) => ({ ...row, near: [...row.near] })),
  };
}

function declinedTable(rows: readonly DeclinedRow[], kind: DeclinedRow['kind']) {
  const ofKind = rows.filter((row) => row.kind === kind);
  // Hidden by how many people there are; shown as how many orders.
  const shown = suppressSmallNumbers(ofKind.map(({ key, people }) => ({ key: key ?? '', count: people })));
  const hidden = new Set(shown.cells.filter(({ count }) => count === null).map(({ key }) => key));
  return {
    safeTotal: shown.total !== null,
    table: ofKind
      .map(({ key, name, orders }) => ({
        key: key ?? '',
        name: name ?? '',
        orders: hidden.has(key ?? '') ? null : orders,
      }))
      .sort((a, b) => (b.orders ?? 0) - (a.orders ?? 0)),
  };
}

async function readDeclined(tx: Tx, viewer: Viewer, span: MonthSpan): Promise<DeclinedOrdersAnswer> {
  const rows = await declinedRows(tx, viewer.councilId, span);
  const all = rows.find(({ kind }) => kind === 'all');
  const [reason, category, provider] = [
    declinedTable(rows, 'reason'),
    declinedTable(rows, 'category'),
    declinedTable(rows, 'provider'),
  ];
  const safe = reason.safeTotal && category.safeTotal && provider.safeTotal;
  return {
    ...spanOf(span),
    orders: all && safe ? shownCount(all.orders, all.people) : null,
    byReason: reason.table,
    byCategory: category.table,
    byProvider: provider.table.slice(0, MOST_PROVIDERS),
  };
}

async function readDays(tx: Tx, viewer: Viewer, span: MonthSpan): Promise<DaysToPayAnswer> {
  const rows = await daysRows(tx, viewer.councilId, span, DAY_STEPS);
  const median = (row: DaysRow | undefined) => (row && row.people >= SMALLEST_SHOWN ? row.medianDays : null);
  const byPayer = (month: string | null) =>
    PAYER_KINDS.map((payerKind) => ({
      payerKind,
      medianDays: median(
        rows.find(
          (row) => row.kind === (month ? 'month-payer' : 'payer') && row.month === month && row.payerKind === payerKind,
        ),
      ),
    }));
  const months = span.months.map((month) => ({
    month,
    row: rows.find((each) => each.kind === 'month' && each.month === month),
  }));
  const monthPeople = suppressSmallNumbers(months.map(({ month, row }) => ({ key: month, count: row?.people ?? 0 })));
  const hiddenMonths = new Set(monthPeople.cells.filter(({ count }) => count === null).map(({ key }) => key));
  const whole = rows.find(({ kind }) => kind === 'span');
  const steps = [...DAY_STEPS, null].map((toDays, index) => ({
    fromDays: index === 0 ? 0 : (DAY_STEPS[index - 1] ?? 0) + 1,
    toDays,
    row: rows.find((row) => row.kind === 'bucket' && row.bucket === index),
  }));
  const stepPeople = suppressSmallNumbers(
    steps.map(({ row }, index) => ({ key: String(index), count: row?.people ?? 0 })),
  );
  return {
    ...spanOf(span),
    deliveries: whole && monthPeople.total !== null ? shownCount(whole.deliveries, whole.people) : null,
    medianDays: median(whole),
    byPayer: byPayer(null),
    distribution: steps.map(({ fromDays, toDays, row }, index) => ({
      fromDays,
      toDays,
      percent:
        !whole || whole.deliveries === 0 || stepPeople.cells[index]?.count === null
          ? null
          : Math.round(((row?.deliveries ?? 0) / whole.deliveries) * 100),
    })),
    months: months.map(({ month, row }) => ({
      month,
      deliveries: hiddenMonths.has(month) ? null : (row?.deliveries ?? 0),
      medianDays: median(row),
      byPayer: byPayer(month),
    })),
  };
}

function asked(context: Needs, span: AskedSpan): MonthSpan {
  return unwrap(
    finishedMonths(context.clock.today(), span),
    span.to === undefined ? '/querystring/from' : '/querystring/to',
  );
}

/** What deliveries cost, by month, category and stream, over months that are over. Throws insight.* for a wrong span. */
export function spend(context: Needs, viewer: Viewer, span: AskedSpan): Promise<SpendAnswer> {
  const months = asked(context, span);
  return inTransaction(
    context.reads,
    viewer.councilId,
    async (tx) => (await readSpend(tx, viewer, months, context.clock.today())).answer,
  );
}

/** What people looked for and did not find, this month so far and the eleven before. */
export function searches(context: Needs, viewer: Viewer): Promise<SearchesAnswer> {
  return inTransaction(context.reads, viewer.councilId, (tx) =>
    readSearches(tx, viewer, yearSoFar(context.clock.today())),
  );
}

/** Orders that providers declined and why, this month so far and the eleven before. */
export function declinedOrders(context: Needs, viewer: Viewer): Promise<DeclinedOrdersAnswer> {
  return inTransaction(context.reads, viewer.councilId, (tx) =>
    readDeclined(tx, viewer, yearSoFar(context.clock.today())),
  );
}

/** Days from delivery to payment, over months that are over. Throws insight.* for a wrong span. */
export function daysToPay(context: Needs, viewer: Viewer, span: AskedSpan): Promise<DaysToPayAnswer> {
  const months = asked(context, span);
  return inTransaction(context.reads, viewer.councilId, (tx) => readDays(tx, viewer, months));
}

/** The figures of the three sentences at the top of the commissioner's page: the last twelve months that are over. */
export function summary(context: Needs, viewer: Viewer): Promise<SummaryAnswer> {
  const today = context.clock.today();
  const months = unwrap(finishedMonths(today));
  return inTransaction(context.reads, viewer.councilId, async (tx) => {
    const money = await readSpend(tx, viewer, months, today);
    const looked = await readSearches(tx, viewer, yearSoFar(today));
    const declined = await readDeclined(tx, viewer, yearSoFar(today));
    const days = await readDays(tx, viewer, months);
    const { groups, pooledPence } = money.answer.byCategory;
    // What is pooled could hide a larger one.
    const largest = groups.find(({ amountPence }) => amountPence >= pooledPence);
    const [most] = looked.words;
    const [reason] = declined.byReason;
    return {
      ...spanOf(months),
      spend: {
        totalPence: money.answer.totalPence ?? ZERO_PENCE,
        people: shownCount(money.people),
        largestCategory: largest ? { name: largest.name, amountPence: largest.amountPence } : null,
      },
      searches: { foundNothing: looked.foundNothing, most: most ? { words: most.words, times: most.times } : null },
      orders: { declined: declined.orders, mostReason: reason && reason.orders !== null ? reason.key : null },
      daysToPay: { medianDays: days.medianDays },
    };
  });
}
