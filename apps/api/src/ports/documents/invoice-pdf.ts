// The invoice or credit note that a person reads: what is to pay, for what, and how it was reckoned.

import {
  type InvoiceDocument,
  type InvoiceLine,
  type InvoiceParty,
  invoiceTotals,
} from '@support-market/domain/invoices/invoice-document';
import { absPence } from '@support-market/domain/shared/money';
import type { Say } from '@support-market/words/say';
import { type WordsIn, wordsIn } from '@support-market/words/words-in';
import { makePdf, type TableRow } from './page-kit.ts';
import { sayExemption, sayPrice, sayQuantity, saySortCode } from './words.ts';

function partyLines(party: InvoiceParty, showsVat: boolean, say: Say<'documents'>): string[] {
  return [
    party.name,
    ...party.address.lines,
    party.address.town,
    party.address.postcode,
    ...(showsVat && party.vatNumber ? [say('invoice.vatNumber', { number: party.vatNumber })] : []),
    ...(party.companyNumber ? [say('invoice.companyNumber', { number: party.companyNumber })] : []),
    ...(party.charityNumber ? [say('invoice.charityNumber', { number: party.charityNumber })] : []),
  ];
}

function lineRow(line: InvoiceLine, words: WordsIn): TableRow {
  const say = words.say('documents');
  const details: string[] = [];
  if (line.orderReference) details.push(say('invoice.orderOf', { reference: line.orderReference }));
  const adjustment = line.adjustment?.amountPence ?? 0n;
  if (line.adjustment && adjustment !== 0n) {
    const values = { reason: line.adjustment.reason, amountPence: absPence(line.adjustment.amountPence) };
    details.push(adjustment < 0n ? say('invoice.less', values) : say('invoice.plus', values));
  }
  const cells = [[line.description, ...details], sayQuantity(line, words), sayPrice(line, words)];
  return { cells: [...cells, words.money(line.netPence)] };
}

/** PDF bytes, tagged, the same for the same invoice. The invoice should have passed `checkInvoiceDocument`. */
export function invoicePdf(document: InvoiceDocument, words: WordsIn = wordsIn()): Promise<Uint8Array> {
  const { dates, money } = words;
  const say = words.say('documents');
  const totals = invoiceTotals(document.lines, document.prepaidPence, document.roundingPence);
  const isCredit = document.typeCode === '381';
  const { number } = document;
  const title = isCredit ? say('invoice.creditTitle', { number }) : say('invoice.title', { number });
  const showsVat = document.lines.every((line) => line.vat.category !== 'O');
  const info = {
    title: `${title}, ${document.seller.name}`,
    author: document.seller.name,
    madeAt: document.issueDate.toZonedDateTime('UTC').toInstant(),
    footer: `${title} · ${document.seller.name}`,
  };
  const amountPence = totals.payablePence;
  return makePdf(info, (kit) => {
    kit.title(title);
    kit.lead(
      isCredit
        ? say('invoice.creditLead', { amountPence })
        : say('invoice.lead', { amountPence, date: dates.date(document.dueDate) }),
    );
    const period = dates.period(document.period.startDate, document.period.endDate);
    kit.paragraph(say('invoice.about', { name: document.seller.name, period }));
    kit.sideBySide([
      { heading: say('invoice.from'), lines: partyLines(document.seller, showsVat, say) },
      { heading: say('invoice.to'), lines: partyLines(document.buyer, showsVat, say) },
    ]);
    kit.facts([
      [isCredit ? say('invoice.creditDate') : say('invoice.date'), dates.date(document.issueDate)],
      ...(isCredit
        ? document.precedingInvoices.map(
            (one) =>
              [
                say('invoice.against'),
                say('invoice.againstOf', { number: one.number, date: dates.date(one.issueDate) }),
              ] as const,
          )
        : []),
      [say('invoice.yourReference'), document.buyerReference],
      ...(document.orderReference ? [[say('invoice.order'), document.orderReference] as const] : []),
    ]);
    kit.heading(isCredit ? say('invoice.creditWhat') : say('invoice.what'));
    const breakdown = totals.vat.filter(({ vatPence }) => vatPence !== 0n);
    const row = (name: string, sumPence: bigint): TableRow => ({ cells: [name, '', '', money(sumPence)] });
    kit.table(
      [
        { title: say('invoice.columns.what'), share: 40 },
        { title: say('invoice.columns.quantity'), share: 24 },
        { title: say('invoice.columns.price'), share: 20 },
        { title: say('invoice.columns.amount'), share: 16, align: 'right' },
      ],
      document.lines.map((line) => lineRow(line, words)),
      [
        ...(breakdown.length > 0 ? [row(say('invoice.beforeVat'), totals.linesPence)] : []),
        ...breakdown.map(({ rateBasisPoints, taxablePence, vatPence }) => {
          const percent = say('invoice.percent', { number: rateBasisPoints / 100 });
          return row(say('invoice.vat', { percent, amountPence: taxablePence }), vatPence);
        }),
        ...(totals.prepaidPence !== 0n
          ? [row(say('invoice.total'), totals.totalPence), row(say('invoice.prepaid'), totals.prepaidPence)]
          : []),
        ...(totals.roundingPence !== 0n ? [row(say('invoice.rounding'), totals.roundingPence)] : []),
        { ...row(isCredit ? say('invoice.givenBack') : say('invoice.toPay'), amountPence), isStrong: true },
      ],
    );
    const account = document.payeeAccount;
    if (!isCredit) {
      kit.heading(say('invoice.howPaid'));
      if (account) {
        kit.facts([
          [say('invoice.accountName'), account.accountName],
          [say('invoice.sortCode'), saySortCode(account.sortCode)],
          [say('invoice.accountNumber'), account.accountNumber],
          [say('invoice.paymentReference'), document.number],
        ]);
      }
      kit.paragraph(document.paymentTerms);
    }
    const reasons = totals.vat.flatMap(({ exemptionReasons }) =>
      exemptionReasons ? [`${sayExemption(exemptionReasons, words)}.`] : [],
    );
    const notes = [...reasons, ...(document.isSelfBilled ? [say('invoice.selfBilled')] : []), ...document.notes];
    if (notes.length > 0) {
      kit.heading(say('invoice.notes'));
      for (const note of notes) kit.paragraph(note);
    }
  });
}
