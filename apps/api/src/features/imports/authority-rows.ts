// Reads rows of who may act for whom (mandates) and who works with whom (caseloads).

import { Temporal } from 'temporal-polyfill';
import {
  CellError,
  type Cells,
  date,
  dateOrNull,
  oneOfRequired,
  penceOrNull,
  text,
  textOrNull,
  YES_OR_NO,
  yesOrNoOrNull,
} from './cells.ts';
import type { Layout } from './layouts.ts';

const MANDATE_KINDS = ['representative', 'broker'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

export const MANDATES_LAYOUT: Layout = {
  name: 'mandates',
  fits: 'own',
  columns: [
    { name: 'person_reference', required: true },
    { name: 'kind', required: true, words: MANDATE_KINDS },
    { name: 'holder', required: true },
    { name: 'may_order', required: true, words: YES_OR_NO },
    { name: 'may_confirm', required: true, words: YES_OR_NO },
    { name: 'may_manage_money', required: true, words: YES_OR_NO },
    { name: 'from', required: true },
    { name: 'until', required: true },
    { name: 'lines' },
    { name: 'order_limit' },
    { name: 'month_limit' },
  ],
};

export interface MandateRow {
  readonly row: number;
  readonly personReference: string;
  readonly kind: MandateKind;
  readonly holder: string;
  readonly mayOrder: boolean;
  readonly mayConfirm: boolean;
  readonly mayManageMoney: boolean;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly lines: readonly string[];
  readonly orderLimitPence: bigint | null;
  readonly monthLimitPence: bigint | null;
}

function yesOrNo(cells: Cells, column: string): boolean {
  const value = yesOrNoOrNull(cells, column);
  if (value === null) throw new CellError(column, 'cell.missing');
  return value;
}

function limit(cells: Cells, column: string): bigint | null {
  const pence = penceOrNull(cells, column);
  if (pence === 0n) throw new CellError(column, 'cell.not_a_number');
  return pence;
}

/** Throws CellError with the column that is wrong. */
export function readMandateRow(row: number, cells: Cells): MandateRow {
  const from = date(cells, 'from');
  const until = date(cells, 'until');
  if (Temporal.PlainDate.compare(until, from) < 0) throw new CellError('until', 'schedule.ends_before_start');
  return {
    row,
    personReference: text(cells, 'person_reference', 60),
    kind: oneOfRequired(cells, 'kind', MANDATE_KINDS),
    holder: text(cells, 'holder').toLowerCase(),
    mayOrder: yesOrNo(cells, 'may_order'),
    mayConfirm: yesOrNo(cells, 'may_confirm'),
    mayManageMoney: yesOrNo(cells, 'may_manage_money'),
    from,
    until,
    lines: [
      ...new Set(
        (textOrNull(cells, 'lines', 1_000) ?? '')
          .split(/[;|]/)
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ].sort(),
    orderLimitPence: limit(cells, 'order_limit'),
    monthLimitPence: limit(cells, 'month_limit'),
  };
}

export const CASELOADS_LAYOUT: Layout = {
  name: 'caseloads',
  fits: 'own',
  columns: [
    { name: 'email', required: true },
    { name: 'person_reference', required: true },
    { name: 'from', required: true },
    { name: 'until' },
  ],
};

export interface CaseloadRow {
  readonly row: number;
  readonly email: string;
  readonly personReference: string;
  readonly from: Temporal.PlainDate;
  /** Null where the file does not say. */
  readonly until: Temporal.PlainDate | null;
}

/** Throws CellError with the column that is wrong. */
export function readCaseloadRow(row: number, cells: Cells): CaseloadRow {
  const from = date(cells, 'from');
  const until = dateOrNull(cells, 'until');
  if (until !== null && Temporal.PlainDate.compare(until, from) < 0)
    throw new CellError('until', 'schedule.ends_before_start');
  return {
    row,
    email: text(cells, 'email').toLowerCase(),
    personReference: text(cells, 'person_reference', 60),
    from,
    until,
  };
}
