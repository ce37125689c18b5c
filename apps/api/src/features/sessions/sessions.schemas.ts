// What a session looks like over HTTP.

import { LONGEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { Type } from 'typebox';
import { closed, InstantOut, NeededText, orNull, RoleName } from '../../http/schemas.ts';

const Slug = Type.String({ pattern: '^[a-z0-9-]{2,40}$', description: 'short name of a council, as in addresses' });

export const SignInBody = closed({
  email: NeededText(254, { description: 'or the name that somebody without one was given' }),
  // Twice the longest: a password typed with decomposed accents is longer before it is normalised.
  password: Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD * 2 }),
  councilSlug: Type.Optional(Slug),
});

export const CouncilBody = closed({ councilSlug: Slug });

export const SessionStarted = closed({
  accessToken: Type.String({ description: 'for Authorization: Bearer; the same is in the cookie sm_access' }),
  expiresAt: InstantOut,
  csrfToken: Type.String({ description: 'for the header x-csrf-token of unsafe requests that lean on cookies' }),
});

export const CouncilOut = closed({ slug: Type.String(), name: Type.String() });

export const SessionOut = closed({
  signedIn: Type.Boolean(),
  now: InstantOut,
  accountId: orNull(Type.String()),
  name: orNull(Type.String()),
  email: orNull(Type.String()),
  signInName: orNull(Type.String({ description: 'For somebody without an e-mail address' })),
  councilId: orNull(Type.String()),
  councilSlug: orNull(Type.String()),
  councilName: orNull(Type.String()),
  councils: Type.Array(CouncilOut, {
    description: 'signed in: the councils of the account; otherwise the councils that one can join',
  }),
  roles: Type.Array(
    closed({
      role: RoleName,
      personId: orNull(Type.String()),
      organisationId: orNull(Type.String()),
      organisationName: orNull(Type.String()),
      organisationSlug: orNull(Type.String({ description: 'Its address in the catalogue' })),
    }),
  ),
  csrfToken: orNull(Type.String()),
  renewable: Type.Boolean({ description: 'POST /api/session/refresh is worth a try, now' }),
  demonstration: Type.Boolean(),
  lookAround: Type.Boolean({ description: 'GET /api/demonstration says as whom; true in the demonstration alone' }),
});
