// What an officer reads and says of a listing that is hidden from everybody.

import { LISTING_STATES } from '@support-market/domain/listings/listing-states';
import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, NeededText, oneOf, orNull, PageQuery, pageOf } from '../../http/schemas.ts';

/** Its owner reads it too. */
export const ReasonIn = closed({ reason: NeededText(500) });

export const StandingOut = closed({
  id: Id,
  slug: Type.String(),
  title: Type.String(),
  organisationName: Type.String(),
  state: oneOf(LISTING_STATES),
  because: orNull(Type.String()),
  since: orNull(InstantOut),
});

export const WithheldOut = pageOf(StandingOut);
export const WithheldQuery = closed(PageQuery);
export type WithheldQuery = Static<typeof WithheldQuery>;
