// When a line of money may be opened or changed by an import, and what a changed award means for the ledger.
// Source: the domain notes, section 6: no silent cut and no silent clawback, so an award that shrinks is never just loaded.

import type { Temporal } from 'temporal-polyfill';
import { type Pence, subtractPence, ZERO_PENCE } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Arrangement, arrangementFits } from './arrangements.ts';
import type { Stream } from './streams.ts';

export type LineTerms = {
  readonly stream: Stream;
  readonly arrangement: Arrangement;
  readonly holderOrganisationId: string | null;
  readonly holderName: string | null;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly awardPence: Pence;
};

export type LineCode = CodeOf<
  | 'budget_line.arrangement_does_not_fit'
  | 'budget_line.award_lowered'
  | 'budget_line.dates_wrong'
  | 'budget_line.funder_does_not_fit'
  | 'budget_line.funder_missing'
  | 'budget_line.holder_missing'
  | 'budget_line.kind_changed'
  | 'budget_line.not_open'
>;

/** Arrangements in which an organisation holds the money for the person. */
export function isHeldByOrganisation(arrangement: Arrangement): boolean {
  return arrangement === 'trust' || arrangement === 'managed-account' || arrangement === 'individual-service-fund';
}

/** Arrangements in which money is paid in advance to its holder, who then has a purse to account for. */
export function hasPurse(arrangement: Arrangement): boolean {
  return arrangement !== 'council-managed' && arrangement !== 'own';
}

/** Arrangements in which it is paid to the person or to somebody of theirs, so that the line has a bank account of its own. */
export function isPaidToPerson(arrangement: Arrangement): boolean {
  return hasPurse(arrangement) && !isHeldByOrganisation(arrangement);
}

/**
 * How much an award grows by: all of it for a new line, nothing when it stays as it is. A smaller award, another stream
 * or another arrangement is refused: each needs a letter and a decision, not a file.
 */
export function awardGrowth(
  next: LineTerms,
  before?: Pick<LineTerms, 'stream' | 'arrangement' | 'awardPence'>,
): Result<Pence, LineCode> {
  if (!arrangementFits(next.stream, next.arrangement)) return refuse('budget_line.arrangement_does_not_fit');
  const named = isHeldByOrganisation(next.arrangement) ? next.holderOrganisationId !== null : true;
  if (!named || (next.arrangement === 'representative' && !next.holderName))
    return refuse('budget_line.holder_missing');
  if (next.endsOn.since(next.startsOn).days <= 0) return refuse('budget_line.dates_wrong');
  if (before === undefined) return ok(next.awardPence);
  if (before.stream !== next.stream || before.arrangement !== next.arrangement)
    return refuse('budget_line.kind_changed');
  if (next.awardPence < before.awardPence) {
    return refuse('budget_line.award_lowered', { beforePence: before.awardPence, nextPence: next.awardPence });
  }
  return next.awardPence === before.awardPence ? ok(ZERO_PENCE) : ok(subtractPence(next.awardPence, before.awardPence));
}

/** The id of a line's n-th award (0 is the first): the same award is posted once, however often a file is read. */
export function awardTransferId(lineId: string, earlierAwards: number): string {
  return earlierAwards === 0 ? `tr_award:${lineId}` : `tr_award:${lineId}:${earlierAwards}`;
}
