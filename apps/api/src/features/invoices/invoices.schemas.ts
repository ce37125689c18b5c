// What invoices look like on the wire.

import { PAYER_KINDS } from '@support-market/domain/invoices/billing';
import { INVOICE_STATES } from '@support-market/domain/invoices/invoice-states';
import { Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';

const State = oneOf(INVOICE_STATES);
const PayerKind = oneOf(PAYER_KINDS);

export const BillIn = closed({
  date: Type.Optional({ ...DateIn, description: 'Bill what was finished before this day; today when left out' }),
});
export const BilledOut = closed({
  invoices: Type.Integer(),
  held: Type.Integer(),
  visits: Type.Integer(),
  totalPence: PenceOut,
});

const summary = {
  id: Id,
  number: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  kind: oneOf(['invoice', 'credit-note']),
  funderId: Id,
  funderName: Type.String({ description: 'Whose money it is' }),
  payerId: Id,
  payerKind: PayerKind,
  payerName: Type.String(),
  payerPersonId: orNull(Id),
  payerOrganisationId: orNull(Id),
  state: State,
  periodStart: DateOut,
  periodEnd: DateOut,
  issueDate: DateOut,
  dueDate: DateOut,
  totalPence: PenceOut,
  paidAt: orNull(InstantOut),
  mine: Type.Boolean({ description: 'Whether the viewer is the one who pays it' }),
  canPayNow: Type.Boolean({ description: 'Whether the viewer pays it and the money that was paid in covers it' }),
};

export const InvoiceSummaryOut = closed(summary);
export const InvoicesOut = pageOf(InvoiceSummaryOut);
export const InvoicesQuery = closed({
  ...PageQuery,
  state: Type.Optional(State),
  payerKind: Type.Optional(PayerKind),
  funderId: Type.Optional(Id),
  organisationId: Type.Optional(Id),
  personId: Type.Optional(Id),
  toPay: Type.Optional(Type.Boolean({ description: 'Only what the viewer has to pay, or gets back' })),
});

export const InvoiceOut = closed({
  ...summary,
  netPence: PenceOut,
  vatPence: PenceOut,
  roundingPence: PenceOut,
  outsideVat: Type.Boolean(),
  organisationEmail: orNull(Type.String({ description: 'Where to ask the provider' })),
  organisationTelephone: orNull(Type.String()),
  approvedAt: orNull(InstantOut),
  settledHow: orNull(Type.String()),
  paidOn: orNull(DateOut),
  runId: orNull(Id),
  runReference: orNull(Type.String()),
  remittanceId: orNull(Id),
  exceptionId: orNull(Id),
  creditsInvoiceId: orNull(Id),
  creditsNumber: orNull(Type.String({ description: 'Of the invoice that a credit note takes back from' })),
  reason: Type.String({ description: 'Why a credit note was made' }),
  creditNotes: Type.Array(closed({ id: Id, number: Type.String(), totalPence: PenceOut })),
  lines: Type.Array(
    closed({
      id: Id,
      description: Type.String(),
      serviceDate: DateOut,
      orderId: Id,
      orderReference: Type.String(),
      personName: Type.String(),
      unit: Type.String(),
      minutes: orNull(Type.Integer()),
      quantity: Type.Integer(),
      unitPricePence: PenceOut,
      netPence: PenceOut,
      grossPence: PenceOut,
      remainingPence: { ...PenceOut, description: 'What is left of it after credit notes' },
      isPart: Type.Boolean({
        description: 'Whether others pay for the rest of the visit; then only this part is shown',
      }),
      adjustmentPence: PenceOut,
      adjustmentReason: Type.String(),
      vatCategory: Type.String(),
      vatRateBasisPoints: Type.Integer(),
    }),
  ),
});

export const SettleInvoiceIn = closed({
  paidOn: Type.Optional({ ...DateIn, description: 'The day it was paid or paid back; today when left out' }),
});
export const SettledInvoiceOut = closed({ id: Id, state: State, how: Type.String(), totalPence: Type.Integer() });

/** A document as bytes. */
export const FileOut = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });

export const CreditInvoiceIn = closed({
  reason: NeededText(500),
  billAgain: Type.Boolean({ description: 'Take all of it back, and bill its visits again at the right price' }),
  lines: Type.Array(
    closed({ id: Id, rightPence: Type.Integer({ minimum: 0, maximum: 100_000_000_000, description: 'With VAT' }) }),
    { maxItems: 1_000, description: 'What lines should have cost; the others are right as they are' },
  ),
});
export const CreditNoteOut = closed({
  id: Id,
  number: Type.String(),
  totalPence: Type.Integer({ description: 'What is taken back, above zero' }),
  state: State,
});
