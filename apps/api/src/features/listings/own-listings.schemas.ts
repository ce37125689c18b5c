// What an organisation's members say to start a listing of their own.

import { CATEGORY_SLUGS } from '@support-market/domain/listings/categories';
import { type Static, Type } from 'typebox';
import { closed, Id, NeededLine, oneOf } from '../../http/schemas.ts';

export const NewListingIn = closed({
  title: NeededLine(200),
  /** What it is, in a sentence. */
  summary: Type.Optional(Type.String({ maxLength: 400 })),
  category: oneOf(CATEGORY_SLUGS),
  /** Open to everybody, with nothing to pay. */
  free: Type.Boolean(),
});
export type NewListingIn = Static<typeof NewListingIn>;

export const ListingIdOut = closed({ id: Id });
export const PublishedOut = closed({
  slug: Type.String(),
  /** `submitted`: its council looks at it before people see it. */
  state: oneOf(['published', 'submitted']),
});
export const TakenDownOut = closed({ state: oneOf(['draft']) });
