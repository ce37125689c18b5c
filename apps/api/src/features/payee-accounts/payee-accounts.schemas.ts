// What bank details look like on the wire: the last four digits, never the whole number.

import { PAYEE_ACCOUNT_ORIGINS } from '@support-market/domain/payments/payee-account-rules';
import { PAYEE_ACCOUNT_STATES } from '@support-market/domain/payments/payee-account-states';
import { Type } from 'typebox';
import {
  closed,
  DateOut,
  Id,
  InstantOut,
  NeededLine,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  pageOf,
} from '../../http/schemas.ts';

const AccountOut = closed({
  id: Id,
  organisationId: orNull(Id),
  lineId: orNull(Id),
  payeeName: Type.String(),
  accountName: Type.String(),
  sortCode: Type.String(),
  lastFour: Type.String(),
  presentLastFour: orNull(Type.String({ description: 'Of the account that is paid now' })),
  state: oneOf(PAYEE_ACCOUNT_STATES),
  origin: oneOf(PAYEE_ACCOUNT_ORIGINS),
  proposedByName: orNull(Type.String({ description: 'Null for an import on the command line' })),
  proposedAt: InstantOut,
  beginsOn: orNull(DateOut),
  releasedByName: orNull(Type.String()),
  inForceAt: orNull(InstantOut),
  heldCode: orNull(Type.String({ description: "The bank's reason, such as AC04" })),
  endedAt: orNull(InstantOut),
  note: Type.String(),
  mayRelease: Type.Boolean({ description: 'Whether the viewer is another person than the one who proposed it' }),
});

export const AccountsOut = closed({
  ...pageOf(AccountOut).properties,
  mayPropose: Type.Boolean({ description: 'Whether the payee that is asked for may have an account; true for a list' }),
});
export const OwnAccountsOut = closed({ items: Type.Array(AccountOut) });
export const AccountsQuery = closed({
  ...PageQuery,
  show: Type.Optional(oneOf(['proposed', 'present', 'all'])),
  organisationId: Type.Optional(Id),
  lineId: Type.Optional(Id),
});

const details = {
  accountName: NeededLine(100),
  sortCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits' }),
  accountNumber: Type.String({ pattern: '^[0-9]{8}$', description: 'Eight digits' }),
};
export const OwnAccountIn = closed(details);
export const AccountIn = closed({
  ...details,
  organisationId: Type.Optional(Id),
  lineId: Type.Optional({ ...Id, description: 'For money that a person holds; give this or the organisation' }),
});
export const ProposedAccountOut = closed({
  unchanged: Type.Boolean({ description: 'It is in force already, or proposed already' }),
});
export const ReleaseIn = closed({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }) });
export const ReleasedOut = closed({ released: Type.Integer() });
export const RefuseIn = closed({ note: NeededText(1000) });
export const RefusedOut = closed({ id: Id });
