// What an organisation's members say to start a listing of their own.

import { CATEGORY_SLUGS } from '@support-market/domain/listings/categories';
import { type Static, Type } from 'typebox';
import { closed, Id, oneOf } from '../../http/schemas.ts';

export const NewListingIn = closed({
  title: Type.String({ minLength: 1, maxLength: 200, pattern: '^\\P{Cc}*\\S\\P{Cc}*$' }),
  category: oneOf(CATEGORY_SLUGS),
  /** Open to everybody, with nothing to pay. */
  free: Type.Boolean(),
});
export type NewListingIn = Static<typeof NewListingIn>;

export const ListingIdOut = closed({ id: Id });
export const PublishedOut = closed({ slug: Type.String() });
