// Tells a provider what a payment is for, so that no one has to ring up to ask.

import { formatPounds, type Pence, pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { makePdf } from './page-kit.ts';
import { sayDate } from './words.ts';

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
export function remittancePdf(document: RemittanceDocument): Promise<Uint8Array> {
  const sum = document.payments.reduce((total, { amountPence }) => total + amountPence, 0n);
  if (sum !== document.totalPence) throw new RangeError(`remittance ${document.number} does not add up`);
  const title = `Remittance advice ${document.number}`;
  const info = {
    title: `${title}, ${document.payer.name}`,
    author: document.payer.name,
    madeAt: document.paymentDate.toZonedDateTime('UTC').toInstant(),
    footer: `${title} · ${document.payer.name}`,
  };
  return makePdf(info, (kit) => {
    kit.title(title);
    kit.lead(`${formatPounds(document.totalPence)} is on its way to you.`);
    kit.paragraph(
      `It should reach the account ending ${document.accountLastFour} on ${sayDate(document.paymentDate)}. You do not need to do anything.`,
    );
    kit.sideBySide([
      { heading: 'From', lines: [document.payer.name, ...document.payer.addressLines] },
      { heading: 'To', lines: [document.payee.name, ...document.payee.addressLines] },
    ]);
    kit.facts([
      ['Payment date', sayDate(document.paymentDate)],
      ['On your bank statement', document.bankReference],
    ]);
    kit.heading('What it pays');
    kit.table(
      [
        { title: 'Invoice', share: 48 },
        { title: 'Date', share: 30 },
        { title: 'Amount', share: 22, align: 'right' },
      ],
      document.payments.map(({ invoiceNumber, invoiceDate, what, amountPence }) => ({
        cells: [what ? [invoiceNumber, what] : invoiceNumber, sayDate(invoiceDate), formatPounds(pence(amountPence))],
      })),
      [{ cells: ['Total paid', '', formatPounds(document.totalPence)], isStrong: true }],
    );
    if (document.contact) kit.callout(`Something not right? ${document.contact}`);
  });
}
