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

const Debit = oneOf(['bank', 'client-money']);

const DueOut = closed({
  invoiceId: orNull(Id),
  payInId: orNull(Id),
  reference: Type.String(),
  amountPence: PenceOut,
  dueDate: DateOut,
});

export const ProposalOut = closed({
  executionDate: DateOut,
  totalPence: PenceOut,
  payments: Type.Array(
    closed({
      payeeName: Type.String(),
      debitAccount: Debit,
      organisationId: orNull(Id),
      amountPence: PenceOut,
      items: Type.Array(DueOut),
    }),
  ),
  leftOut: Type.Array(
    closed({
      payeeName: Type.String(),
      organisationId: orNull(Id),
      reason: oneOf(LEFT_OUT_REASONS),
      ...{ reference: Type.String(), amountPence: PenceOut, invoiceId: orNull(Id), payInId: orNull(Id) },
    }),
  ),
});

export const ProposeIn = closed({
  executionDate: Type.Optional({ ...DateIn, description: 'A working day; the next one when left out' }),
});
export const ProposedOut = closed({ id: Id, reference: Type.String() });

const run = {
  id: Id,
  reference: Type.String(),
  state: oneOf(PAYMENT_RUN_STATES),
  executionDate: DateOut,
  payments: Type.Integer(),
  totalPence: PenceOut,
  proposedByName: Type.String(),
  proposedAt: InstantOut,
  authorisedByName: orNull(Type.String()),
  authorisedAt: orNull(InstantOut),
  messageId: orNull(Type.String()),
  fileSha256: orNull(Type.String()),
  emittedAt: orNull(InstantOut),
  settledAt: orNull(InstantOut),
};

export const RunSummaryOut = closed(run);
export const RunsOut = pageOf(RunSummaryOut);
export const RunsQuery = closed({ ...PageQuery, state: Type.Optional(oneOf(PAYMENT_RUN_STATES)) });

export const RunOut = closed({
  ...run,
  mayAuthorise: Type.Boolean({ description: 'Whether the viewer is another person than the one who proposed it' }),
});

export const PaymentsQuery = closed(PageQuery);
export const PaymentsOut = pageOf(
  closed({
    id: Id,
    position: Type.Integer(),
    debitAccount: Debit,
    organisationId: orNull(Id),
    payeeName: Type.String(),
    sortCode: Type.String(),
    accountLastFour: Type.String(),
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
