// The same figures as files for a spreadsheet: amounts in pounds, hidden cells in words, and nothing that runs as a formula.

import { csvCell } from '@support-market/domain/shared/csv-safety';
import { formatDecimal, type Pence } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import type {
  DaysToPayAnswer,
  DeclinedOrdersAnswer,
  SearchesAnswer,
  SpendAnswer,
  SummaryAnswer,
} from './insights.schemas.ts';

type Cell = string | number | null;

/** With a byte-order mark, so that spreadsheets read accents and pound signs as they are. */
function csvFile(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const hidden = wordsIn().say('csv')('hidden');
  const lines = [heading, ...rows].map((row) =>
    row.map((cell) => csvCell(cell === null ? hidden : String(cell))).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const pounds = (amount: Pence | null): string | null => (amount === null ? null : formatDecimal(amount));

export function spendCsv({ byCategory, byStream }: SpendAnswer): string {
  const say = wordsIn().say('csv');
  const rows = (split: string, { months }: SpendAnswer['byCategory']): Cell[][] =>
    months.flatMap(({ month, groups, pooledPence, totalPence, people }) => [
      ...groups.map((group): Cell[] => [month, split, group.name, pounds(group.amountPence), group.people]),
      ...(pooledPence === 0n ? [] : [[month, split, say('spend.others'), pounds(pooledPence), '']]),
      [month, split, say('spend.all'), pounds(totalPence), people],
    ]);
  return csvFile(
    [say('spend.month'), say('spend.by'), say('spend.name'), say('spend.pounds'), say('spend.people')],
    [...rows(say('spend.category'), byCategory), ...rows(say('spend.stream'), byStream)],
  );
}

export function searchesCsv({ words }: SearchesAnswer): string {
  const say = wordsIn().say('csv');
  return csvFile(
    [say('searches.words'), say('searches.times'), say('searches.near')],
    words.map((row) => [row.words, row.times, row.near.map(({ outward, times }) => `${outward} (${times})`).join(' ')]),
  );
}

export function declinedOrdersCsv(answer: DeclinedOrdersAnswer): string {
  const say = wordsIn().say('csv');
  const rows = (by: string, table: DeclinedOrdersAnswer['byReason']): Cell[][] =>
    table.map(({ name, orders }) => [by, name, orders]);
  return csvFile(
    [say('declined.by'), say('declined.name'), say('declined.orders')],
    [
      ...rows(say('declined.reason'), answer.byReason),
      ...rows(say('declined.category'), answer.byCategory),
      ...rows(say('declined.provider'), answer.byProvider),
      [say('declined.allKey'), say('declined.all'), answer.orders],
    ],
  );
}

export function daysToPayCsv({ months, byPayer, deliveries, medianDays, from, to }: DaysToPayAnswer): string {
  const { say: sayAll, dates } = wordsIn();
  const say = sayAll('csv');
  const kinds = (of: DaysToPayAnswer['byPayer']) => of.map((kind) => kind.medianDays);
  return csvFile(
    [
      ...[say('daysToPay.month'), say('daysToPay.deliveries'), say('daysToPay.median')],
      ...byPayer.map(({ payerKind }) => say('daysToPay.medianOf', { payer: payerKind })),
    ],
    [
      ...months.map((month): Cell[] => [month.month, month.deliveries, month.medianDays, ...kinds(month.byPayer)]),
      [dates.span(from, to), deliveries, medianDays, ...kinds(byPayer)],
    ],
  );
}

export function summaryCsv({ from, to, spend, searches, orders, daysToPay }: SummaryAnswer): string {
  const { say: sayAll, dates } = wordsIn();
  const say = sayAll('csv');
  return csvFile(
    [say('summary.what'), say('summary.value')],
    [
      [say('summary.months'), dates.span(from, to)],
      [say('summary.spent'), pounds(spend.totalPence)],
      [say('summary.people'), spend.people],
      [say('summary.category'), spend.largestCategory?.name ?? ''],
      [say('summary.foundNothing'), searches.foundNothing],
      [say('summary.notFound'), searches.most?.words ?? ''],
      [say('summary.declined'), orders.declined],
      [say('summary.reason'), orders.mostReason ?? ''],
      [say('summary.median'), daysToPay.medianDays],
    ],
  );
}
