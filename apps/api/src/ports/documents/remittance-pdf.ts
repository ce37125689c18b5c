// Tells a provider what a payment is for, so that no one has to ring up to ask.

import type { Pence } from '@support-market/domain/shared/money';
import { type WordsIn, wordsIn } from '@support-market/words/words-in';
import type { Temporal } from 'temporal-polyfill';
import { makePdf } from './page-kit.ts';

export interface RemittanceParty {
  readonly name: string;
  readonly addressLines: readonly string[];
}

export interface RemittanceDocument {
  readonly number: string;
  /** The day the money should arrive. */
  readonly paymentDate: Temporal.PlainDate;
  readonly payer: RemittanceParty;
  readonly payee: RemittanceParty;
  /** What the payee sees on the bank statement. */
  readonly bankReference: string;
  /** The last four digits only: a remittance goes by mail. */
  readonly accountLastFour: string;
  /** Credit notes set against invoices stand here below zero. */
  readonly payments: readonly {
    readonly invoiceNumber: string;
    readonly invoiceDate: Temporal.PlainDate;
    readonly what?: string;
    readonly amountPence: Pence;
  }[];
  readonly totalPence: Pence;
  readonly contact?: string;
}

/** PDF bytes. Throws RangeError when the payments do not add up to the total: such a paper must not exist. */
export function remittancePdf(document: RemittanceDocument, words: WordsIn = wordsIn()): Promise<Uint8Array> {
  const { dates, money } = words;
  const say = words.say('documents');
  const { number, totalPence, payer, payee } = document;
  const sum = document.payments.reduce((total, { amountPence }) => total + amountPence, 0n);
  if (sum !== totalPence) throw new RangeError(`remittance ${number} does not add up`);
  const title = say('remittance.title', { number });
  const info = {
    title: `${title}, ${payer.name}`,
    author: payer.name,
    madeAt: document.paymentDate.toZonedDateTime('UTC').toInstant(),
    footer: `${title} · ${payer.name}`,
  };
  return makePdf(info, (kit) => {
    const date = dates.date(document.paymentDate);
    kit.title(title);
    kit.lead(say('remittance.lead', { totalPence }));
    kit.paragraph(say('remittance.arrives', { ending: document.accountLastFour, date }));
    kit.sideBySide([
      { heading: say('remittance.from'), lines: [payer.name, ...payer.addressLines] },
      { heading: say('remittance.to'), lines: [payee.name, ...payee.addressLines] },
    ]);
    kit.facts([
      [say('remittance.date'), date],
      [say('remittance.bankReference'), document.bankReference],
    ]);
    kit.heading(say('remittance.pays'));
    kit.table(
      [
        { title: say('remittance.columns.invoice'), share: 48 },
        { title: say('remittance.columns.date'), share: 30 },
        { title: say('remittance.columns.amount'), share: 22, align: 'right' },
      ],
      document.payments.map(({ invoiceNumber, invoiceDate, what, amountPence }) => ({
        cells: [what ? [invoiceNumber, what] : invoiceNumber, dates.date(invoiceDate), money(amountPence)],
      })),
      [{ cells: [say('remittance.total'), '', money(totalPence)], isStrong: true }],
    );
    if (document.contact) kit.callout(say('remittance.contact', { contact: document.contact }));
  });
}
