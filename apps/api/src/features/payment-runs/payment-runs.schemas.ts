// What payment runs look like on the wire: a run reads like a cheque book.

import { PAYMENT_RUN_STATES } from '@support-market/domain/payments/payment-run-states';
import { PAYMENT_STATES } from '@support-market/domain/payments/payment-states';
import { LEFT_OUT_REASONS } from '@support-market/domain/payments/run-rules';
import { Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';

const DueOut = closed({
  invoiceId: orNull(Id),
  payInId: orNull(Id),
  reference: Type.String(),
  amountPence: PenceOut,
  dueDate: DateOut,
});

/** Where a payment goes, and how sure we may be of it. */
const account = {
  accountLastFour: Type.String(),
  accountSince: InstantOut,
  paidBefore: Type.Boolean({ description: 'Whether money that was sent to this account arrived before' }),
};

/** The account released for the funder, as much of it as is shown; nothing can be proposed without one. */
const PayingFrom = closed({ accountName: Type.String(), sortCode: Type.String(), lastFour: Type.String() });

export const ProposalQuery = closed({ ...PageQuery, funderId: Id, leftOutCursor: PageQuery.cursor });
export const ProposalOut = closed({
  funderId: Id,
  funderName: Type.String(),
  from: orNull(PayingFrom),
  executionDate: DateOut,
  totalPence: PenceOut,
  count: Type.Integer({ description: 'Payments in all, on every page' }),
  leftOutCount: Type.Integer(),
  payments: Type.Array(
    closed({
      payeeName: Type.String(),
      organisationId: orNull(Id),
      amountPence: PenceOut,
      items: Type.Array(DueOut),
      ...account,
    }),
  ),
  nextCursor: orNull(Type.String()),
  leftOut: Type.Array(
    closed({
      payeeName: Type.String(),
      organisationId: orNull(Id),
      lineId: orNull(Id),
      reason: oneOf(LEFT_OUT_REASONS),
      ...{ reference: Type.String(), amountPence: PenceOut, invoiceId: orNull(Id), payInId: orNull(Id) },
    }),
  ),
  nextLeftOutCursor: orNull(Type.String()),
});

export const ProposeIn = closed({
  funderId: { ...Id, description: 'Whose money the run pays' },
  executionDate: Type.Optional({ ...DateIn, description: 'A working day; the next one when left out' }),
});
export const ProposedOut = closed({ id: Id, reference: Type.String() });

const run = {
  id: Id,
  reference: Type.String(),
  funderId: Id,
  funderName: Type.String(),
  fromLastFour: Type.String({ description: 'Of the account that it is paid from' }),
  isFromReleased: Type.Boolean({ description: 'Whether that is still the account released for the funder' }),
  state: oneOf(PAYMENT_RUN_STATES),
  executionDate: DateOut,
  payments: Type.Integer(),
  totalPence: PenceOut,
  proposedByName: Type.String(),
  proposedAt: InstantOut,
  authorisedByName: orNull(Type.String()),
  authorisedAt: orNull(InstantOut),
  emittedAt: orNull(InstantOut),
  settledAt: orNull(InstantOut),
};

export const RunSummaryOut = closed(run);
export const RunsOut = pageOf(RunSummaryOut);
export const RunsQuery = closed({
  ...PageQuery,
  state: Type.Optional(oneOf(PAYMENT_RUN_STATES)),
  funderId: Type.Optional(Id),
});

export const RunOut = closed({
  ...run,
  files: Type.Array(
    closed({
      id: Id,
      format: Type.String(),
      messageId: Type.String(),
      payments: Type.Integer(),
      totalPence: PenceOut,
      sha256: Type.String(),
    }),
  ),
  mayAuthorise: Type.Boolean({ description: 'Whether the viewer is another person than the one who proposed it' }),
});

export const PaymentsQuery = closed(PageQuery);
export const PaymentsOut = pageOf(
  closed({
    id: Id,
    position: Type.Integer(),
    organisationId: orNull(Id),
    payeeName: Type.String(),
    sortCode: Type.String(),
    ...account,
    endToEndId: Type.String(),
    amountPence: PenceOut,
    state: oneOf(PAYMENT_STATES),
    resultCode: orNull(Type.String()),
    cause: orNull(Type.String({ description: 'What the code means, in the few kinds that call for different action' })),
    remittanceId: orNull(Id),
    remittanceNumber: orNull(Type.String()),
    items: Type.Array(
      closed({ invoiceId: orNull(Id), payInId: orNull(Id), reference: Type.String(), amountPence: PenceOut }),
    ),
  }),
);
