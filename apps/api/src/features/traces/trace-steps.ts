// Puts the records of one pound in the order in which it passed them, each joined to the one before and the one after.

import type { Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import type { PayInRow, PaymentRow, SettlementRow, ShareRow, TraceActor, TransferRow } from './traces.repo.ts';
import type { Step, StepKind, Thread } from './traces.schemas.ts';

/** Everything read about a page of shares and pay-ins. */
export interface Found {
  readonly transfers: readonly TransferRow[];
  readonly payments: readonly PaymentRow[];
  readonly settlements: readonly SettlementRow[];
  /** who an account id is; programs are "system" */
  readonly actorOf: (accountId: string | null) => TraceActor;
}

interface Draft {
  readonly kind: StepKind;
  readonly at: Temporal.Instant | null;
  readonly by: string | null;
  readonly amountPence: Pence | null;
  readonly partPence: Pence | null;
  readonly reference: string | null;
  readonly state?: string | null;
  readonly details?: Readonly<Record<string, string>>;
}

function chain(drafts: readonly Draft[], found: Found): Step[] {
  const keys = drafts.map(({ kind }, index) => `${index + 1}-${kind}`);
  return drafts.map(({ by, state, details, ...draft }, index) => ({
    ...draft,
    key: keys[index] ?? '',
    roles: by === null ? [] : [...found.actorOf(by).roles],
    name: by === null ? null : found.actorOf(by).name,
    state: state ?? null,
    details: details ?? {},
    back: keys[index - 1] ?? null,
    forward: keys[index + 1] ?? null,
  }));
}

function transferStep(kind: StepKind, transfer: TransferRow, partPence: Pence | null): Draft {
  return {
    kind,
    at: transfer.recordedAt,
    by: transfer.recordedBy,
    amountPence: transfer.amountPence,
    partPence,
    reference: transfer.id,
    details: { from: transfer.debit, to: transfer.credit },
  };
}

function awardSteps(lineId: string, part: Pence | null, { transfers }: Found): Draft[] {
  return transfers
    .filter(({ code, lineId: line }) => code === 'award' && line === lineId)
    .map((transfer) => ({ ...transferStep('award', transfer, part), reference: lineId }));
}

function paymentSteps(
  payment: PaymentRow,
  part: Pence,
  money: TransferRow | undefined,
  kind: 'pay' | 'pay-in',
): Draft[] {
  const run = { amountPence: payment.runPence, partPence: part, reference: payment.runReference };
  return [
    {
      ...run,
      kind: 'payment-proposed',
      at: payment.proposedAt,
      by: payment.proposedBy,
      details: { payments: String(payment.runPayments) },
    },
    ...(payment.authorisedAt
      ? [{ ...run, kind: 'payment-authorised' as const, at: payment.authorisedAt, by: payment.authorisedBy }]
      : []),
    ...(payment.emittedAt
      ? [
          {
            ...run,
            kind: 'bank-file' as const,
            at: payment.emittedAt,
            by: null,
            details: {
              messageId: payment.messageId ?? '',
              sha256: payment.fileSha256 ?? '',
              paidFrom: payment.paidFrom,
            },
          },
        ]
      : []),
    ...(payment.settledAt || payment.paymentState === 'returned' || payment.paymentState === 'dropped'
      ? [
          {
            kind: 'bank-result' as const,
            at: payment.settledAt,
            by: null,
            amountPence: payment.paymentPence,
            partPence: part,
            reference: payment.endToEndId,
            state: payment.paymentState,
            details: payment.resultCode === null ? {} : { code: payment.resultCode },
          },
        ]
      : []),
    ...(money ? [transferStep(kind, money, part)] : []),
    ...(payment.remittanceNumber
      ? [
          {
            kind: 'remittance' as const,
            at: payment.remittedAt,
            by: 'system',
            amountPence: payment.paymentPence,
            partPence: part,
            reference: payment.remittanceNumber,
          },
        ]
      : []),
  ];
}

const MOVEMENTS = ['deliver', 'overrun', 'release'] as const;

function shareSteps(share: ShareRow, found: Found): Draft[] {
  const { transfers, payments, settlements } = found;
  const mine = transfers.filter(
    ({ visitId, lineId, code }) => visitId === share.visitId && lineId === share.lineId && code !== 'award',
  );
  const part = share.grossPence ?? share.chargePence ?? share.plannedPence;
  const order = { amountPence: share.orderPence, partPence: share.plannedPence, reference: share.orderReference };
  const visit = { amountPence: share.visitPence, reference: share.visitId };
  const billed = (code: TransferRow['code']) =>
    share.invoiceId === null
      ? []
      : transfers.filter((transfer) => transfer.invoiceId === share.invoiceId && transfer.code === code);
  const paidFor = (payment: PaymentRow) => billed('pay').find(({ paymentId }) => paymentId === payment.paymentId);
  return [
    ...awardSteps(share.lineId, share.plannedPence, found),
    { ...order, kind: 'order-placed', at: share.placedAt, by: share.placedBy },
    ...mine
      .filter(({ code }) => code === 'reserve')
      .map((transfer) => transferStep('reserve', transfer, transfer.amountPence)),
    ...(share.decidedAt && share.orderState !== 'cancelled'
      ? [
          {
            ...order,
            kind: share.orderState === 'declined' ? ('order-declined' as const) : ('order-accepted' as const),
            at: share.decidedAt,
            by: share.decidedBy,
          },
        ]
      : []),
    ...(share.recordedAt
      ? [
          {
            ...visit,
            kind: 'visit-recorded' as const,
            partPence: share.chargePence,
            at: share.recordedAt,
            by: share.recordedBy,
          },
        ]
      : []),
    ...(share.confirmedAt
      ? [
          {
            ...visit,
            kind: 'visit-confirmed' as const,
            partPence: share.chargePence,
            at: share.confirmedAt,
            by: share.confirmedBy,
            state: share.visitState,
          },
        ]
      : []),
    ...mine.flatMap((transfer) => {
      const kind = MOVEMENTS.find((code) => code === transfer.code);
      return kind ? [transferStep(kind, transfer, transfer.amountPence)] : [];
    }),
    ...(share.invoiceId && share.invoiceNumber
      ? [
          {
            kind: 'invoice' as const,
            at: share.invoicedAt,
            by: 'system',
            amountPence: share.invoicePence,
            partPence: part,
            reference: share.invoiceNumber,
            state: share.invoiceState,
            details: { payer: share.payerKind ?? '' },
          },
        ]
      : []),
    ...billed('approve-invoice').map((transfer) => transferStep('approve-invoice', transfer, part)),
    ...payments
      .filter(({ invoiceId }) => share.invoiceId !== null && invoiceId === share.invoiceId)
      .flatMap((payment) => paymentSteps(payment, part, paidFor(payment), 'pay')),
    ...settlements
      .filter(({ invoiceId }) => invoiceId === share.invoiceId)
      .flatMap((settled) => [
        {
          kind: 'settlement' as const,
          at: settled.recordedAt,
          by: settled.recordedBy,
          amountPence: settled.amountPence,
          partPence: part,
          reference: null,
          state: settled.how,
          details: { paidOn: settled.paidOn.toString() },
        },
        ...billed('pay')
          .filter(({ lineId }) => lineId === share.lineId)
          .map((transfer) => transferStep('pay', transfer, part)),
      ]),
  ];
}

export function shareThread(share: ShareRow, found: Found): Thread {
  return {
    key: `${share.visitId}:${share.position}`,
    visitId: share.visitId,
    lineId: share.lineId,
    lineName: share.lineName,
    funderName: share.funderName,
    personReference: share.personReference,
    serviceDate: share.serviceDate.toString(),
    organisationName: share.organisationName,
    steps: chain(shareSteps(share, found), found),
  };
}

/** Money paid in advance to its holder: from the award through the bank to the holder's purse. */
export function payInThread(payIn: PayInRow, found: Found): Thread {
  const money = found.transfers.find(({ id }) => id === payInTransferId(payIn.id));
  return {
    key: payIn.id,
    visitId: null,
    lineId: payIn.lineId,
    lineName: payIn.lineName,
    funderName: payIn.funderName,
    personReference: payIn.personReference,
    serviceDate: null,
    organisationName: null,
    steps: chain(
      [
        ...awardSteps(payIn.lineId, payIn.amountPence, found),
        {
          kind: 'pay-in-due',
          at: payIn.createdAt,
          by: 'system',
          amountPence: payIn.amountPence,
          partPence: payIn.amountPence,
          reference: null,
          state: payIn.state,
          details: { from: payIn.fromDate.toString(), to: payIn.toDate.toString() },
        },
        ...found.payments
          .filter(({ payInId }) => payInId === payIn.id)
          .flatMap((payment) =>
            paymentSteps(payment, payIn.amountPence, payment.paymentState === 'paid' ? money : undefined, 'pay-in'),
          ),
      ],
      found,
    ),
  };
}

/** The id that a pay-in's own movement always has, so that it can be found without knowing when it was paid. */
export function payInTransferId(payInId: string): string {
  return `tr_payin:${payInId}`;
}
