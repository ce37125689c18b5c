// The plain statement a person gets of one line of money: what came in, what it bought, what is left.
// Source: individual service fund practice (monthly: hours, price, what is left), Care Act 2014 s.26.

import { formatPounds, type Pence, pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { makePdf } from './page-kit.ts';
import { sayDate, sayDayAndMonth, sayPeriod } from './words.ts';

export interface StatementEntry {
  readonly date: Temporal.PlainDate;
  readonly what: string;
  /** "12 hours at £21.50 an hour": quantity and price in words, where there are any. */
  readonly detail?: string;
  /** One of the two is nought. */
  readonly inPence: Pence;
  readonly outPence: Pence;
  readonly balancePence: Pence;
}

export interface StatementDocument {
  readonly personName: string;
  /** "Individual service fund", "Social care money". */
  readonly lineName: string;
  /** Who holds the money and what that means, in a sentence. */
  readonly arrangement: string;
  /** The organisation that sends the statement. */
  readonly issuerName: string;
  readonly issuedDate: Temporal.PlainDate;
  readonly period: { readonly startDate: Temporal.PlainDate; readonly endDate: Temporal.PlainDate };
  readonly openingPence: Pence;
  readonly closingPence: Pence;
  readonly entries: readonly StatementEntry[];
  /** Reserved for orders already placed; part of what is left. */
  readonly spokenForPence: Pence;
  /** The most that may build up before somebody talks it over with the person. */
  readonly limitPence?: Pence;
  readonly notes: readonly string[];
  /** Where to ask. */
  readonly contact?: string;
}

export interface StatementSums {
  readonly inPence: Pence;
  readonly outPence: Pence;
  readonly freePence: Pence;
}

/** What came in, what went out, what is free to use. Throws RangeError when entries and balances disagree. */
export function statementSums(document: StatementDocument): StatementSums {
  let balance: bigint = document.openingPence;
  let [inPence, outPence] = [0n, 0n];
  for (const entry of document.entries) {
    inPence += entry.inPence;
    outPence += entry.outPence;
    balance += entry.inPence - entry.outPence;
    if (balance !== entry.balancePence) throw new RangeError(`the balance on ${entry.date} does not follow`);
  }
  if (balance !== document.closingPence) throw new RangeError('the closing balance does not follow');
  return {
    inPence: pence(inPence),
    outPence: pence(outPence),
    freePence: pence(document.closingPence - document.spokenForPence),
  };
}

function limitWords(document: StatementDocument): string[] {
  if (document.limitPence === undefined) return [];
  const limit = formatPounds(document.limitPence);
  if (document.closingPence <= document.limitPence) {
    return [`This is under the ${limit} that may be kept. Nothing needs to be done.`];
  }
  return [
    `This is over the ${limit} that may be kept. Nobody will take it away: we will talk with you about what to do.`,
  ];
}

/** PDF bytes, tagged, the same for the same statement. Throws as `statementSums` does. */
export function statementPdf(document: StatementDocument): Promise<Uint8Array> {
  const { inPence, outPence, freePence } = statementSums(document);
  const period = sayPeriod(document.period);
  const left = formatPounds(document.closingPence);
  const info = {
    title: `Statement for ${document.personName}: ${document.lineName}, ${period}`,
    author: document.issuerName,
    madeAt: document.issuedDate.toZonedDateTime('UTC').toInstant(),
    footer: `${document.personName} · ${document.lineName} · ${period}`,
  };
  const isOneYear = document.period.startDate.year === document.period.endDate.year;
  const inOrOut = (amount: Pence): string => (amount === 0n ? '' : formatPounds(amount));
  return makePdf(info, (kit) => {
    kit.title(`${document.personName}: your money, ${period}`);
    kit.lead(`${left} left in your ${document.lineName.charAt(0).toLowerCase()}${document.lineName.slice(1)}.`);
    kit.paragraph(document.arrangement);
    const spokenFor =
      document.spokenForPence > 0n
        ? [
            `${formatPounds(document.spokenForPence)} of it is spoken for by orders you have placed. ${formatPounds(freePence)} is free to use.`,
          ]
        : ['All of it is free to use.'];
    for (const sentence of [...spokenFor, ...limitWords(document)]) kit.paragraph(sentence);
    kit.facts([
      [`On ${sayDate(document.period.startDate)}`, formatPounds(document.openingPence)],
      ['Came in', formatPounds(inPence)],
      ['Went out', formatPounds(outPence)],
      [`Left on ${sayDate(document.period.endDate)}`, left],
    ]);
    kit.heading('What came in and went out');
    if (document.entries.length === 0) kit.paragraph('Nothing came in or went out.');
    else {
      kit.table(
        [
          { title: 'Date', share: 19 },
          { title: 'What', share: 36 },
          { title: 'In', share: 15, align: 'right' },
          { title: 'Out', share: 15, align: 'right' },
          { title: 'Left', share: 15, align: 'right' },
        ],
        document.entries.map((entry) => ({
          cells: [
            isOneYear ? sayDayAndMonth(entry.date) : sayDate(entry.date),
            entry.detail ? [entry.what, entry.detail] : entry.what,
            inOrOut(entry.inPence),
            inOrOut(entry.outPence),
            formatPounds(entry.balancePence),
          ],
        })),
        [{ cells: ['Total', '', formatPounds(inPence), formatPounds(outPence), left], isStrong: true }],
      );
    }
    if (document.notes.length > 0) {
      kit.heading('Good to know');
      for (const note of document.notes) kit.paragraph(note);
    }
    if (document.contact) kit.callout(`Something not right, or not clear? ${document.contact}`);
  });
}
