// What a credit note takes back of an invoice: part of some lines, or all of it so that it is billed again at the right price.
// Source: VAT Regulations 1995, regulation 15; the domain notes, section 9 (credit notes against invoices; never edits).

import { addPence, type Pence, pence, subtractPence } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type InvoiceSums, invoiceSums, netOfGross } from './billing.ts';

export interface CreditableLine {
  readonly id: string;
  readonly category: string;
  readonly rateBasisPoints: number;
  /** What is left of it after earlier credit notes, with VAT. */
  readonly remainingPence: Pence;
}

export interface CreditedLine<Line extends CreditableLine> {
  readonly line: Line;
  /** Above zero. */
  readonly creditPence: Pence;
  readonly netPence: Pence;
  /** What it should have cost. */
  readonly rightPence: Pence;
}

export interface CreditPlan<Line extends CreditableLine> {
  readonly lines: readonly CreditedLine<Line>[];
  /** Above zero; the document's own are these with the other sign. */
  readonly sums: InvoiceSums;
}

/**
 * Plans a credit note. With `billAgain` every line is taken back whole, and `right` says what it is to cost the next time
 * (as before where it says nothing); otherwise the lines that `right` names are lowered to it. A line's net is the running
 * total's net less that of the line before, so that the lines of a category add up to the category's net exactly.
 */
export function planCredit<Line extends CreditableLine>(
  lines: readonly Line[],
  right: ReadonlyMap<string, Pence>,
  billAgain: boolean,
): Result<
  CreditPlan<Line>,
  CodeOf<'credit_note.nothing_to_credit' | 'credit_note.above_invoice' | 'record.not_found'>
> {
  const known = new Set(lines.map(({ id }) => id));
  for (const id of right.keys()) if (!known.has(id)) return refuse('record.not_found');
  const running = new Map<string, { rate: number; gross: Pence; net: Pence }>();
  const credited: CreditedLine<Line>[] = [];
  for (const line of lines) {
    const rightPence = right.get(line.id) ?? line.remainingPence;
    if (!billAgain && rightPence > line.remainingPence) return refuse('credit_note.above_invoice');
    const creditPence = billAgain ? line.remainingPence : subtractPence(line.remainingPence, rightPence);
    if (creditPence <= 0n) continue;
    const key = `${line.category}${line.rateBasisPoints}`;
    const before = running.get(key) ?? { rate: line.rateBasisPoints, gross: pence(0), net: pence(0) };
    const gross = addPence(before.gross, creditPence);
    const net = netOfGross(gross, line.rateBasisPoints);
    running.set(key, { rate: before.rate, gross, net });
    credited.push({ line, creditPence, netPence: subtractPence(net, before.net), rightPence });
  }
  if (credited.length === 0) return refuse('credit_note.nothing_to_credit');
  const groups = [...running.values()].map(({ rate, gross }) => ({ rateBasisPoints: rate, grossPence: gross }));
  return ok({ lines: credited, sums: invoiceSums(groups) });
}
