// Who pays for support: the council's own directorates, an NHS board, a school, a grant, and people with their own money.
// A funder is whose money it is; a stream is what kind of money it is.
// Source: the domain notes, section 6 (several funders in one budget; each sees its own share); docs/decisions/0011.

import { isCouncilMoney, STREAM_NAMES, type Stream } from '../budgets/streams.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

export const FUNDER_KINDS = ['directorate', 'nhs', 'school', 'grant', 'people'] as const;
export type FunderKind = (typeof FUNDER_KINDS)[number];

/** People's own and family money is theirs alone; every other kind of money comes from somebody else. */
export function mayFund(kind: FunderKind, stream: Stream): boolean {
  return (kind === 'people') !== isCouncilMoney(stream);
}

/** The kinds of money that a funder of this kind may give. */
export function streamsOf(kind: FunderKind): readonly Stream[] {
  return STREAM_NAMES.filter((stream) => mayFund(kind, stream));
}

export interface LineFunder {
  readonly id: string;
  readonly kind: FunderKind;
}

/**
 * The funder of a line: the one that was named, else the one it has, else the one that this kind of money comes from.
 * A line never changes its funder: what was spent stays in the first one's books.
 */
export function funderOfLine(
  line: {
    readonly stream: Stream;
    readonly named: LineFunder | undefined;
    readonly before: LineFunder | undefined;
  },
  ofStream: ReadonlyMap<Stream, LineFunder>,
): Result<
  LineFunder,
  CodeOf<'budget_line.funder_missing' | 'budget_line.funder_does_not_fit' | 'budget_line.kind_changed'>
> {
  if (line.named && line.before && line.named.id !== line.before.id) return refuse('budget_line.kind_changed');
  const funder = line.named ?? line.before ?? ofStream.get(line.stream);
  if (!funder) return refuse('budget_line.funder_missing');
  return mayFund(funder.kind, line.stream) ? ok(funder) : refuse('budget_line.funder_does_not_fit');
}
