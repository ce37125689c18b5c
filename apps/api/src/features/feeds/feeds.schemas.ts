// What the API says about feeds: a list with when each was last read, and one with what came of its readings.

import { feedMachine } from '@support-market/domain/feeds/feed-states';
import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, NeededText, oneOf, orNull, PageQuery } from '../../http/schemas.ts';

const common = {
  id: Id,
  name: Type.String(),
  address: Type.String(),
  addedAt: InstantOut,
  state: oneOf(feedMachine.states),
  /** When a person asked for it, where it was not read since. */
  askedAt: orNull(InstantOut),
  readingSince: orNull(InstantOut),
};
const outcome = oneOf(['taken', 'same', 'failed'] as const);

const FeedReadingOut = closed({
  id: Id,
  beganAt: InstantOut,
  endedAt: InstantOut,
  outcome,
  reason: orNull(Type.String()),
  importId: orNull(Type.String()),
  isWhole: Type.Boolean(),
  services: Type.Integer(),
  made: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  hidden: Type.Integer(),
  withdrawn: Type.Integer(),
  refused: Type.Integer(),
  refusals: Type.Array(closed({ row: Type.Integer(), message: Type.String() })),
});

export const FeedSummaryOut = closed({ ...common, readAt: orNull(InstantOut), outcome: orNull(outcome) });
export const FeedOut = closed({ ...common, readings: Type.Array(FeedReadingOut) });
export const FeedIdOut = closed({ id: Id });

export const FeedsQuery = closed({ ...PageQuery });
export type FeedsQuery = Static<typeof FeedsQuery>;

export const FeedIn = closed({
  name: NeededText(120),
  address: NeededText(2_000),
});
export type FeedIn = Static<typeof FeedIn>;
