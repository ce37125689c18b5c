// The invoice or credit note that a person reads: what is to pay, for what, and how it was reckoned.

import {
  type InvoiceDocument,
  type InvoiceLine,
  type InvoiceParty,
  invoiceTotals,
} from '@support-market/domain/invoices/invoice-document';
import { absPence, formatPounds } from '@support-market/domain/shared/money';
import { makePdf, type TableRow } from './page-kit.ts';
import { sayDate, sayPeriod, sayPrice, sayQuantity, saySortCode } from './words.ts';

function partyLines(party: InvoiceParty, showsVat: boolean): string[] {
  return [
    party.name,
    ...party.address.lines,
    party.address.town,
    party.address.postcode,
    ...(showsVat && party.vatNumber ? [`VAT number ${party.vatNumber}`] : []),
    ...(party.companyNumber ? [`Company number ${party.companyNumber}`] : []),
    ...(party.charityNumber ? [`Charity number ${party.charityNumber}`] : []),
  ];
}

function lineRow(line: InvoiceLine): TableRow {
  const details: string[] = [];
  if (line.orderReference) details.push(`Order ${line.orderReference}`);
  const adjustment = line.adjustment?.amountPence ?? 0n;
  if (line.adjustment && adjustment !== 0n) {
    const sign = adjustment < 0n ? 'less' : 'plus';
    details.push(`${line.adjustment.reason}: ${sign} ${formatPounds(absPence(line.adjustment.amountPence))}`);
  }
  return { cells: [[line.description, ...details], sayQuantity(line), sayPrice(line), formatPounds(line.netPence)] };
}

function percentWords(basisPoints: number): string {
  return `${basisPoints / 100} %`;
}

/** PDF bytes, tagged, the same for the same invoice. The invoice should have passed `checkInvoiceDocument`. */
export function invoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  const totals = invoiceTotals(document.lines, document.prepaidPence, document.roundingPence);
  const isCredit = document.typeCode === '381';
  const title = `${isCredit ? 'Credit note' : 'Invoice'} ${document.number}`;
  const showsVat = document.lines.every((line) => line.vat.category !== 'O');
  const info = {
    title: `${title}, ${document.seller.name}`,
    author: document.seller.name,
    madeAt: document.issueDate.toZonedDateTime('UTC').toInstant(),
    footer: `${title} · ${document.seller.name}`,
  };
  return makePdf(info, (kit) => {
    kit.title(title);
    const amount = formatPounds(totals.payablePence);
    kit.lead(isCredit ? `${amount} given back.` : `${amount} to pay by ${sayDate(document.dueDate)}.`);
    kit.paragraph(`For support from ${document.seller.name}, ${sayPeriod(document.period)}.`);
    kit.sideBySide([
      { heading: 'From', lines: partyLines(document.seller, showsVat) },
      { heading: 'To', lines: partyLines(document.buyer, showsVat) },
    ]);
    kit.facts([
      [isCredit ? 'Date of credit note' : 'Date of invoice', sayDate(document.issueDate)],
      ...(isCredit
        ? document.precedingInvoices.map(
            ({ number, issueDate }) => ['Against invoice', `${number} of ${sayDate(issueDate)}`] as const,
          )
        : []),
      ['Your reference', document.buyerReference],
      ...(document.orderReference ? [['Order', document.orderReference] as const] : []),
    ]);
    kit.heading(isCredit ? 'What is given back' : 'What it is for');
    const breakdown = totals.vat.filter(({ vatPence }) => vatPence !== 0n);
    kit.table(
      [
        { title: 'What', share: 40 },
        { title: 'How much', share: 24 },
        { title: 'Price', share: 20 },
        { title: 'Amount', share: 16, align: 'right' },
      ],
      document.lines.map(lineRow),
      [
        ...(breakdown.length > 0 ? [{ cells: ['Total before VAT', '', '', formatPounds(totals.linesPence)] }] : []),
        ...breakdown.map(({ rateBasisPoints, taxablePence, vatPence }) => ({
          cells: [
            `VAT: ${percentWords(rateBasisPoints)} of ${formatPounds(taxablePence)}`,
            '',
            '',
            formatPounds(vatPence),
          ],
        })),
        ...(totals.prepaidPence !== 0n
          ? [
              { cells: ['Total', '', '', formatPounds(totals.totalPence)] },
              { cells: ['Already paid', '', '', formatPounds(totals.prepaidPence)] },
            ]
          : []),
        ...(totals.roundingPence !== 0n
          ? [{ cells: ['Rounding to the penny', '', '', formatPounds(totals.roundingPence)] }]
          : []),
        { cells: [isCredit ? 'Given back' : 'To pay', '', '', amount], isStrong: true },
      ],
    );
    const account = document.payeeAccount;
    if (!isCredit) {
      kit.heading('How it is paid');
      if (account) {
        kit.facts([
          ['Account name', account.accountName],
          ['Sort code', saySortCode(account.sortCode)],
          ['Account number', account.accountNumber],
          ['Payment reference', document.number],
        ]);
      }
      kit.paragraph(document.paymentTerms);
    }
    const reasons = totals.vat.flatMap(({ exemptionReason }) => (exemptionReason ? [`${exemptionReason}.`] : []));
    const selfBilled = document.isSelfBilled
      ? [
          'Self-billed: we wrote this document for the seller, as agreed with the seller. The seller need not write another.',
        ]
      : [];
    const notes = [...reasons, ...selfBilled, ...document.notes];
    if (notes.length > 0) {
      kit.heading('Notes');
      for (const note of notes) kit.paragraph(note);
    }
  });
}
