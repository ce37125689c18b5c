// The bank sent money back, before or days after it said "paid": what it paid for is owed again, an account that cannot
// take money is held until somebody acts, and a finance officer sees it as an exception.
// Source: packages/domain/src/payments/account-holds.ts.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import { bankAccount, payableAccount, purseAccount, returnedAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { stopsPayments } from '@support-market/domain/payments/account-holds';
import { causeOf } from '@support-market/domain/payments/bank-result';
import { absPence, minPence, type Pence, pence } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import { newId } from '../../platform/ids.ts';
import { type NewMessage, recordMessages } from '../../platform/messages.repo.ts';
import { releaseItems, stepItems } from '../../platform/payment-moves.repo.ts';
import { step, stepThose } from '../../platform/transitions.repo.ts';
import { tell } from '../../ports/mail/letters.repo.ts';
import type { MailToSend } from '../../ports/mail/mails.repo.ts';
import { availableOf, insertReturns, type PaymentRow, type RunRow } from './bank-results.repo.ts';
import { itemsOf, linesOf, type Needs, openPaymentAccounts, payeeOf, post, referencesOf } from './result-money.ts';

export interface ReturnedPayment {
  readonly payment: PaymentRow;
  /** The bank's short code, such as AC04. */
  readonly reason: string | null;
}

/** Undoes a payment that was settled. What a purse has no more of is owed to its holder outside it (`purses` is lowered). */
function returnTransfers(payment: PaymentRow, funderId: string, purses: Map<string, bigint>): Transfer[] {
  const debit = bankAccount(funderId).id;
  return payment.items.flatMap((item): Transfer[] => {
    const amountPence = pence(item.amountPence);
    const common = { kind: 'single', debit, paymentId: payment.id } as const;
    if (item.payInId === null || item.lineId === null) {
      const payable = payableAccount(funderId, payment.organisationId ?? '').id;
      const sides = amountPence > 0n ? { debit, credit: payable } : { debit: payable, credit: debit };
      return [
        {
          ...common,
          ...sides,
          id: `tr_payreturn:${payment.id}:${item.invoiceId}`,
          code: 'pay-returned',
          amountPence: absPence(amountPence),
          invoiceId: item.invoiceId ?? undefined,
          reverses: `tr_pay:${payment.id}:${item.invoiceId}`,
        },
      ];
    }
    const purse = purseAccount(item.lineId).id;
    const left = minPence(amountPence, pence(purses.get(purse) ?? 0n));
    purses.set(purse, (purses.get(purse) ?? 0n) - left);
    const id = `tr_payinreturn:${payment.id}:${item.payInId}`;
    const parts: readonly (readonly [string, string, Pence])[] = [
      [id, purse, left],
      [`${id}:spent`, returnedAccount(item.lineId).id, pence(amountPence - left)],
    ];
    return parts
      .filter(([, , part]) => part > 0n)
      .map(([partId, credit, part]) => ({
        ...common,
        id: partId,
        code: 'pay-in-returned',
        credit,
        amountPence: part,
        lineId: item.lineId ?? undefined,
      }));
  });
}

/** Holds the accounts that cannot take money; answers the ids of those that are held by this. */
async function holdClosed(
  tx: Tx,
  { clock }: Needs,
  viewer: Viewer,
  returned: readonly ReturnedPayment[],
): Promise<ReadonlySet<string>> {
  const codes = new Map(
    returned.flatMap(({ payment, reason }) =>
      stopsPayments(reason) ? [[payment.payeeAccountId, reason ?? ''] as const] : [],
    ),
  );
  const { moved } = await stepThose(
    { tx, clock, actor: viewer },
    'payee_accounts',
    'hold',
    [...codes].map(([id, code]) => ({ id, code })),
    {
      set: { held_at: clock.now() },
      each: { types: { held_code: 'text' }, of: ({ code }) => ({ held_code: code }) },
      audit: ({ code }) => ({ details: { code } }),
    },
  );
  return new Set(moved.map(({ row }) => row.id));
}

export async function takeReturned(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  run: RunRow,
  returned: readonly ReturnedPayment[],
): Promise<void> {
  if (returned.length === 0) return;
  const { clock } = context;
  const { councilId } = viewer;
  const now = clock.now();
  const settled = returned.map(({ payment }) => payment).filter(({ state }) => state === 'paid');
  await openPaymentAccounts(tx, councilId, run.funderId, settled);
  const purses = new Map(
    await availableOf(
      tx,
      councilId,
      linesOf(settled).map((lineId) => purseAccount(lineId).id),
    ),
  );
  const work = { tx, clock, actor: viewer };
  const rows = returned.map(({ payment, reason }) => ({ ...payment, reason }));
  await step(work, 'payments', 'returnPayment', rows, {
    set: { settled_at: now },
    each: { types: { result_code: 'text' }, of: ({ reason }) => ({ result_code: reason }) },
    audit: null,
  });
  await post(
    tx,
    context,
    viewer,
    settled.flatMap((payment) => returnTransfers(payment, run.funderId, purses)),
  );
  await stepItems(work, 'returnPayment', itemsOf(rows));
  await releaseItems(
    tx,
    councilId,
    rows.map(({ id }) => id),
  );
  const held = await holdClosed(tx, context, viewer, returned);
  const isHeld = ({ payment, reason }: ReturnedPayment) => held.has(payment.payeeAccountId) && stopsPayments(reason);
  await insertReturns(
    work,
    returned.map((one) => ({
      id: newId(clock, 'exception'),
      paymentId: one.payment.id,
      amountPence: one.payment.amountPence,
      details: {
        code: one.reason ?? '',
        cause: causeOf(one.reason ?? ''),
        held: isHeld(one),
        wasPaid: one.payment.state === 'paid',
        references: referencesOf(one.payment),
      },
      at: now,
    })),
  );
  await recordMessages(
    tx,
    clock,
    councilId,
    returned.flatMap((one): NewMessage[] => {
      const { payment, reason } = one;
      const details = {
        cause: causeOf(reason ?? ''),
        totalPence: Number(payment.amountPence),
        payeeName: payment.payeeName,
        references: referencesOf(payment),
        held: isHeld(one),
      };
      return [
        ...(payment.organisationId === null
          ? []
          : [{ organisationId: payment.organisationId, kind: 'payment.returned' as const, details }]),
        { role: 'finance', kind: 'payment.returned' as const, details },
      ];
    }),
  );
  for (const one of returned)
    if (one.payment.organisationId !== null)
      await tell(tx, clock, councilId, payeeOf(one.payment), returnedMail(context, one.payment, isHeld(one)));
}

/** Takes back what a remittance advice may have said already. */
function returnedMail({ config }: Needs, payment: PaymentRow, held: boolean): Omit<MailToSend, 'to'> {
  const { amountPence, remittanceNumber: number, payeeName: name } = payment;
  const say = wordsIn().say('mails');
  return {
    subject: say('returned.subject', { amountPence }),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [
        say('returned.returned', { amountPence, references: referencesOf(payment) }),
        ...(number === null ? [] : [say('returned.remittance', { number })]),
        held ? say('returned.held') : say('returned.again'),
      ],
      action: { label: say('returned.action'), url: `${config.publicUrl}/provider/bank-account` },
    },
  };
}
