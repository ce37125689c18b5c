// What accounts, links and roles look like over HTTP.

import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { PAPER_ROLES } from '@support-market/domain/access/roles';
import { STORE_KINDS } from '@support-market/domain/listings/store-kinds';
import { Type } from 'typebox';
import {
  closed,
  Id,
  InstantOut,
  NeededLine,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  pageOf,
  RoleName,
} from '../../http/schemas.ts';

export const Email = Type.String({ format: 'email', maxLength: 254 });
export const Name = NeededLine(200);
/** The length in characters is checked by the rule; this only keeps out what could not be one. */
export const NewPassword = Type.String({
  maxLength: LONGEST_PASSWORD * 2,
  description: `at least ${SHORTEST_PASSWORD} characters of any kind; not your name or address, not a well-known one`,
});
export const Password = Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD * 2 });
export const Token = Type.String({ minLength: 20, maxLength: 100 });

/** Who somebody is that offers support, and what their store is called. */
export const StoreIn = closed({ kind: oneOf(STORE_KINDS), name: NeededLine(200) });

export const SignUpBody = closed({
  councilSlug: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{2,40}$' })),
  name: Name,
  email: Email,
  password: NewPassword,
  /** To list what one offers: a store of one's own instead of a record to buy with. */
  store: Type.Optional(StoreIn),
});
export const Accepted = closed({ accepted: Type.Literal(true) });
export const ConfirmBody = closed({ token: Token, password: Password });
export const ConfirmedOut = closed({ email: Type.String() });
export const FinishedOut = closed({
  email: Type.String(),
  /** The organisation that they opened to list what they offer. */
  storeId: orNull(Type.String()),
});
export const AskResetBody = closed({ email: Email });
export const UseResetBody = closed({ token: Token, password: NewPassword });
export const ChangePasswordBody = closed({ currentPassword: Password, newPassword: NewPassword });

export const MembersQuery = closed(PageQuery);
export const MembersOut = pageOf(
  closed({
    id: Type.String(),
    accountId: Type.String(),
    name: Type.String(),
    email: orNull(Type.String()),
    signInName: orNull(Type.String()),
    role: RoleName,
    organisationName: orNull(Type.String()),
    personReference: orNull(Type.String()),
  }),
);

export const InviteBody = closed({
  email: Email,
  role: RoleName,
  personId: Type.Optional(Id),
  personReference: Type.Optional(NeededText(100, { description: 'the council’s own reference, instead of the id' })),
  organisationId: Type.Optional(Id),
});

export const InvitationOut = closed({
  id: Type.String(),
  email: Type.String(),
  role: RoleName,
  organisationName: orNull(Type.String()),
  personReference: orNull(Type.String()),
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('accepted'),
    Type.Literal('withdrawn'),
    Type.Literal('expired'),
  ]),
  invitedAt: InstantOut,
  expiresAt: InstantOut,
});

export const TokenBody = closed({ token: Token });
export const InvitationSeen = closed({
  email: Type.String(),
  councilName: Type.String(),
  role: RoleName,
  organisationName: orNull(Type.String()),
  hasAccount: Type.Boolean({ description: 'true: no name or password is wanted, the account has them' }),
});
export const AcceptBody = closed({
  token: Token,
  name: Type.Optional(Name),
  password: Type.Optional(NewPassword),
});
export const AcceptedOut = closed({ email: Type.String() });

export const OrganisationsQuery = closed({ name: Type.String({ minLength: 2, maxLength: 100 }) });
export const OrganisationsOut = closed({ items: Type.Array(closed({ id: Type.String(), name: Type.String() })) });

const SignInName = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{3,39}$',
  description: 'letters, figures, dots and hyphens',
});

export const PaperAccountIn = closed({
  name: Name,
  role: oneOf(PAPER_ROLES),
  signInName: Type.Optional({ ...SignInName, description: 'a number is made where none is chosen' }),
});
export const PaperCodeIn = closed({ accountId: Id });
export const PaperLetterOut = closed({
  accountId: Type.String(),
  name: Type.String(),
  signInName: Type.String(),
  code: Type.String({ description: 'shown once; a hash is kept' }),
  expiresAt: InstantOut,
  url: Type.String({ description: 'where the code is entered' }),
});
export const PaperAccountsOut = closed({
  personName: Type.String(),
  active: Type.Boolean(),
  items: Type.Array(
    closed({ accountId: Type.String(), name: Type.String(), signInName: Type.String(), role: RoleName }),
  ),
});
export const UsePaperCodeBody = closed({
  signInName: NeededText(60),
  code: NeededText(60),
  password: NewPassword,
});
export const PaperCodeUsed = closed({ signInName: Type.String() });
