// The same figures as files for a spreadsheet: amounts in pounds, hidden cells in words, and nothing that runs as a formula.

import { csvCell } from '@support-market/domain/shared/csv-safety';
import { formatDecimal, type Pence } from '@support-market/domain/shared/money';
import type {
  DaysToPayAnswer,
  DeclinedOrdersAnswer,
  SearchesAnswer,
  SpendAnswer,
  SummaryAnswer,
} from './insights.schemas.ts';

type Cell = string | number | null;

const HIDDEN = 'too few to show';

/** With a byte-order mark, so that spreadsheets read accents and pound signs as they are. */
function csvFile(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [heading, ...rows].map((row) =>
    row.map((cell) => csvCell(cell === null ? HIDDEN : String(cell))).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const pounds = (amount: Pence | null): string | null => (amount === null ? null : formatDecimal(amount));

export function spendCsv({ byCategory, byStream }: SpendAnswer): string {
  const rows = (split: string, { months }: SpendAnswer['byCategory']): Cell[][] =>
    months.flatMap(({ month, groups, pooledPence, totalPence, people }) => [
      ...groups.map((group): Cell[] => [month, split, group.name, pounds(group.amountPence), group.people]),
      ...(pooledPence === 0n ? [] : [[month, split, 'Others together', pounds(pooledPence), '']]),
      [month, split, 'All', pounds(totalPence), people],
    ]);
  return csvFile(
    ['Month', 'By', 'Name', 'Pounds', 'People'],
    [...rows('category', byCategory), ...rows('stream', byStream)],
  );
}

export function searchesCsv({ words }: SearchesAnswer): string {
  return csvFile(
    ['Words', 'Times', 'Near'],
    words.map((row) => [row.words, row.times, row.near.map(({ outward, times }) => `${outward} (${times})`).join(' ')]),
  );
}

export function declinedOrdersCsv(answer: DeclinedOrdersAnswer): string {
  const rows = (by: string, table: DeclinedOrdersAnswer['byReason']): Cell[][] =>
    table.map(({ name, orders }) => [by, name, orders]);
  return csvFile(
    ['By', 'Name', 'Orders declined'],
    [
      ...rows('reason', answer.byReason),
      ...rows('category', answer.byCategory),
      ...rows('provider', answer.byProvider),
      ['all', 'All', answer.orders],
    ],
  );
}

export function daysToPayCsv({ months, byPayer, deliveries, medianDays, from, to }: DaysToPayAnswer): string {
  const kinds = (of: DaysToPayAnswer['byPayer']) => of.map((kind) => kind.medianDays);
  return csvFile(
    ['Month paid', 'Deliveries', 'Median days', ...byPayer.map(({ payerKind }) => `Median days, ${payerKind}`)],
    [
      ...months.map((month): Cell[] => [month.month, month.deliveries, month.medianDays, ...kinds(month.byPayer)]),
      [`${from} to ${to}`, deliveries, medianDays, ...kinds(byPayer)],
    ],
  );
}

export function summaryCsv({ from, to, spend, searches, orders, daysToPay }: SummaryAnswer): string {
  return csvFile(
    ['What', 'Value'],
    [
      ['Months', `${from} to ${to}`],
      ['Spent, pounds', pounds(spend.totalPence)],
      ['People', spend.people],
      ['Largest category', spend.largestCategory?.name ?? ''],
      ['Searches that found nothing', searches.foundNothing],
      ['Most often not found', searches.most?.words ?? ''],
      ['Orders declined', orders.declined],
      ['Most frequent reason', orders.mostReason ?? ''],
      ['Median days from delivery to payment', daysToPay.medianDays],
    ],
  );
}
