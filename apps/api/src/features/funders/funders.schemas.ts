// What funders and the accounts that they pay from look like on the wire: the last four digits, never the whole number.

import { STREAM_NAMES } from '@support-market/domain/budgets/streams';
import { FUNDER_ACCOUNT_STATES } from '@support-market/domain/funders/funder-account-states';
import { FUNDER_KINDS } from '@support-market/domain/funders/funder-kinds';
import { Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  NeededLine,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
} from '../../http/schemas.ts';

const funder = { id: Id, code: Type.String(), name: Type.String(), kind: oneOf(FUNDER_KINDS) };

export const FundersOut = closed({
  items: Type.Array(
    closed({
      ...funder,
      account: orNull(closed({ accountName: Type.String(), sortCode: Type.String(), lastFour: Type.String() })),
      accountWaits: Type.Boolean({ description: 'Whether an account waits for a second person' }),
      dueCount: Type.Integer({ description: 'Invoices and pay-ins that wait to be paid' }),
      duePence: PenceOut,
    }),
  ),
});

export const FunderOut = closed({
  ...funder,
  address: orNull(closed({ line: Type.String(), city: Type.String(), postcode: Type.String() })),
  streams: Type.Array(oneOf(STREAM_NAMES), {
    description: 'Kinds of money that come from it where a file does not say',
  }),
  accounts: Type.Array(
    closed({
      id: Id,
      accountName: Type.String(),
      sortCode: Type.String(),
      lastFour: Type.String(),
      state: oneOf(FUNDER_ACCOUNT_STATES),
      proposedByName: Type.String(),
      proposedAt: InstantOut,
      decidedByName: orNull(Type.String()),
      decidedAt: orNull(InstantOut),
      replacedAt: orNull(InstantOut),
      note: Type.String(),
      mayRelease: Type.Boolean({ description: 'Whether the viewer is another person than the one who proposed it' }),
    }),
  ),
});

const written = {
  name: NeededLine(100),
  address: orNull(
    closed({
      line: NeededLine(300),
      city: NeededLine(100),
      postcode: NeededText(12),
    }),
  ),
  streams: Type.Array(oneOf(STREAM_NAMES), {
    maxItems: STREAM_NAMES.length,
    uniqueItems: true,
    description: 'Kinds of money that come from it where a file does not say; taken over from the funder that had them',
  }),
};
export const FunderIn = closed({
  code: Type.String({
    pattern: '^[A-Z0-9]{2,8}$',
    description: 'Two to eight capital letters and digits; never changes',
  }),
  kind: oneOf(['directorate', 'nhs', 'school', 'grant'] as const),
  ...written,
});
export const FunderChangeIn = closed(written);
export const FunderIdOut = closed({ id: Id });

export const FunderAccountIn = closed({
  accountName: NeededLine(70),
  sortCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits' }),
  accountNumber: Type.String({ pattern: '^[0-9]{8}$', description: 'Eight digits' }),
});
export const FunderAccountProposedOut = closed({
  unchanged: Type.Boolean({ description: 'It is released already, or proposed already' }),
});
export const FunderAccountRefuseIn = closed({ note: NeededText(1000) });
export const FunderAccountOut = closed({ id: Id });

const period = {
  fromDate: Type.Optional({ ...DateIn, description: 'The first day; 1 April of the year so far when left out' }),
  toDate: Type.Optional({ ...DateIn, description: 'The last day, itself included; today when left out' }),
};
export const StatementQuery = closed({ ...PageQuery, ...period });
export const StatementCsvQuery = closed(period);
export const FunderStatementOut = closed({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  fromDate: DateOut,
  toDate: DateOut,
  awardedPence: PenceOut,
  spentPence: PenceOut,
  invoicedPence: PenceOut,
  paidPence: PenceOut,
  paidInAdvancePence: PenceOut,
  owedPence: PenceOut,
  providers: Type.Array(
    closed({
      organisationId: Id,
      organisationName: Type.String(),
      invoicedPence: PenceOut,
      paidPence: PenceOut,
      owedPence: PenceOut,
    }),
  ),
  nextCursor: orNull(Type.String()),
});
export const CsvOut = { content: { 'text/csv': { schema: Type.String() } } };
