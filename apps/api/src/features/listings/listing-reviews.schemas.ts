// What an officer reads and says of a listing that waits to be looked at before people see it.

import { LISTING_STATES } from '@support-market/domain/listings/listing-states';
import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, NeededText, oneOf, orNull, PageQuery, pageOf } from '../../http/schemas.ts';
import { ListingPage } from './listings.schemas.ts';
import { ChecksOut } from './own-checks.schemas.ts';
import { SAID_FIELDS } from './said-in-words.ts';

/** What the officer looked at: of something that changed since, they are told instead. */
const Version = Type.String({ pattern: '^[0-9a-f]{32}$' });
export const ApproveIn = closed({ version: Version });
export const ChangesIn = closed({ version: Version, reason: NeededText(1_000) });

const Sent = {
  listingId: Id,
  title: Type.String(),
  organisationName: Type.String(),
  organisationKind: Type.String(),
  /** How often it was sent, the last time too. */
  times: Type.Integer(),
};
export const ReviewsOut = pageOf(closed({ id: Id, ...Sent, sentAt: InstantOut }));
export const ReviewsQuery = closed(PageQuery);
export type ReviewsQuery = Static<typeof ReviewsQuery>;

export const ReviewOut = closed({
  ...Sent,
  state: oneOf(LISTING_STATES),
  /** Since when it waits for an answer; null: it does not. */
  waitsSince: orNull(InstantOut),
  version: Version,
  /** What it said when it was answered last, and says now; null: nothing. */
  fields: Type.Array(closed({ field: oneOf(SAID_FIELDS), before: orNull(Type.String()), now: orNull(Type.String()) })),
  /** What was asked for last; null the first time. */
  asked: orNull(closed({ reason: orNull(Type.String()), answeredAt: InstantOut })),
  /** What is asked of those who offer it, and what they say. */
  checks: ChecksOut,
  photos: Type.Array(
    closed({
      id: Id,
      altText: Type.String(),
      files: Type.Array(closed({ url: Type.String(), width: Type.Integer(), height: Type.Integer() })),
    }),
  ),
  /** Its page as people would see it. */
  page: ListingPage,
});
export type ReviewOut = Static<typeof ReviewOut>;

export const AnsweredOut = closed({ state: oneOf(['published', 'changes-asked']) });
