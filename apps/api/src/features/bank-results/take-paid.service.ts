// The bank paid: what was owed is settled in the ledger, and each payee has a remittance advice.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import { bankAccount, payableAccount, purseAccount, returnedAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { remittanceNumber } from '@support-market/domain/payments/run-rules';
import { absPence, minPence, type Pence, pence } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import { nextCounter } from '../../platform/counters.repo.ts';
import { newId } from '../../platform/ids.ts';
import { type NewMessage, recordMessages } from '../../platform/messages.repo.ts';
import { stepItems } from '../../platform/payment-moves.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { tell } from '../../ports/mail/letters.repo.ts';
import { availableOf, insertRemittances, type PaymentRow, type RunRow } from './bank-results.repo.ts';
import { itemsOf, linesOf, type Needs, openPaymentAccounts, payeeOf, post, referencesOf } from './result-money.ts';

/**
 * The transfers of one payment. A pay-in that came back after it was spent is owed outside the purse (`kept`, by ledger
 * account, is lowered here): paying it again settles that first.
 */
function payTransfers(payment: PaymentRow, funderId: string, kept: Map<string, bigint>): Transfer[] {
  const credit = bankAccount(funderId).id;
  return payment.items.flatMap((item): Transfer[] => {
    const amountPence = pence(item.amountPence);
    const common = { kind: 'single', credit, paymentId: payment.id } as const;
    if (item.payInId === null || item.lineId === null) {
      const payable = payableAccount(funderId, payment.organisationId ?? '').id;
      // A credit note is taken off the payment: the same two accounts the other way round.
      const sides = amountPence > 0n ? { debit: payable, credit } : { debit: credit, credit: payable };
      return [
        {
          ...common,
          ...sides,
          id: `tr_pay:${payment.id}:${item.invoiceId}`,
          code: 'pay',
          amountPence: absPence(amountPence),
          invoiceId: item.invoiceId ?? undefined,
        },
      ];
    }
    const owed = returnedAccount(item.lineId).id;
    const again = minPence(amountPence, pence(kept.get(owed) ?? 0n));
    kept.set(owed, (kept.get(owed) ?? 0n) - again);
    const id = `tr_payin:${payment.id}:${item.payInId}`;
    const parts: readonly (readonly [string, string, Pence])[] = [
      [`${id}:again`, owed, again],
      [id, purseAccount(item.lineId).id, pence(amountPence - again)],
    ];
    return parts
      .filter(([, , part]) => part > 0n)
      .map(([partId, debit, part]) => ({
        ...common,
        id: partId,
        code: 'pay-in',
        debit,
        amountPence: part,
        lineId: item.lineId ?? undefined,
      }));
  });
}

export async function takePaid(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  run: RunRow,
  payments: readonly PaymentRow[],
): Promise<void> {
  if (payments.length === 0) return;
  const { clock } = context;
  const { councilId } = viewer;
  const now = clock.now();
  const work = { tx, clock, actor: viewer };
  await step(work, 'payments', 'pay', payments, { set: { result_code: null, settled_at: now }, audit: null });
  await openPaymentAccounts(tx, councilId, run.funderId, payments);
  const kept = new Map(
    await availableOf(
      tx,
      councilId,
      linesOf(payments).map((lineId) => returnedAccount(lineId).id),
    ),
  );
  await post(
    tx,
    context,
    viewer,
    payments.flatMap((payment) => payTransfers(payment, run.funderId, kept)),
  );
  await stepItems(work, 'pay', itemsOf(payments));
  const last = Number(await nextCounter(tx, councilId, 'remittance', payments.length));
  const remittances = payments.map((payment, index) => ({
    id: newId(clock, 'remittance'),
    number: remittanceNumber(last - payments.length + 1 + index),
    paymentId: payment.id,
    at: now,
    payment,
  }));
  await insertRemittances(tx, councilId, remittances);
  await recordMessages(
    tx,
    clock,
    councilId,
    remittances.flatMap(({ id, number, payment }): NewMessage[] =>
      payment.organisationId === null
        ? []
        : [
            {
              organisationId: payment.organisationId,
              kind: 'remittance.sent',
              details: {
                remittanceId: id,
                number,
                totalPence: Number(payment.amountPence),
                executionDate: run.executionDate.toString(),
              },
            },
          ],
    ),
  );
  for (const { number, payment } of remittances) {
    if (payment.organisationId === null) continue;
    const { amountPence, payeeName: name } = payment;
    const say = wordsIn().say('mails');
    await tell(tx, clock, councilId, payeeOf(payment), {
      subject: say('paid.subject', { number, amountPence }),
      content: {
        greeting: say('hello', { name }),
        paragraphs: [say('paid.paid', { amountPence, references: referencesOf(payment) }), say('paid.nothing')],
        action: { label: say('paid.action'), url: `${context.config.publicUrl}/provider/invoices` },
      },
    });
  }
}
