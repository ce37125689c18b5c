// The plain statement a person gets of one line of money: what came in, what it bought, what is left.
// Source: individual service fund practice (monthly: hours, price, what is left), Care Act 2014 s.26.

import { type Pence, pence } from '@support-market/domain/shared/money';
import type { Say } from '@support-market/words/say';
import { type WordsIn, wordsIn } from '@support-market/words/words-in';
import type { Temporal } from 'temporal-polyfill';
import { makePdf } from './page-kit.ts';

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

function limitWords({ limitPence, closingPence }: StatementDocument, say: Say<'documents'>): string[] {
  if (limitPence === undefined) return [];
  return [closingPence <= limitPence ? say('statement.under', { limitPence }) : say('statement.over', { limitPence })];
}

/** PDF bytes, tagged, the same for the same statement. Throws as `statementSums` does. */
export function statementPdf(document: StatementDocument, words: WordsIn = wordsIn()): Promise<Uint8Array> {
  const { dates, money } = words;
  const say = words.say('documents');
  const { inPence, outPence, freePence } = statementSums(document);
  const { personName: person, lineName: line, spokenForPence } = document;
  const { startDate, endDate } = document.period;
  const period = dates.period(startDate, endDate);
  const left = money(document.closingPence);
  const info = {
    title: say('statement.name', { person, line, period }),
    author: document.issuerName,
    madeAt: document.issuedDate.toZonedDateTime('UTC').toInstant(),
    footer: `${person} · ${line} · ${period}`,
  };
  const isOneYear = startDate.year === endDate.year;
  const inOrOut = (amount: Pence): string => (amount === 0n ? '' : money(amount));
  return makePdf(info, (kit) => {
    kit.title(say('statement.title', { person, period }));
    const named = `${line.charAt(0).toLowerCase()}${line.slice(1)}`;
    kit.lead(say('statement.lead', { leftPence: document.closingPence, line: named }));
    kit.paragraph(document.arrangement);
    kit.paragraph(
      spokenForPence > 0n ? say('statement.spokenFor', { spokenForPence, freePence }) : say('statement.free'),
    );
    for (const sentence of limitWords(document, say)) kit.paragraph(sentence);
    kit.facts([
      [say('statement.opening', { date: dates.date(startDate) }), money(document.openingPence)],
      [say('statement.in'), money(inPence)],
      [say('statement.out'), money(outPence)],
      [say('statement.closing', { date: dates.date(endDate) }), left],
    ]);
    kit.heading(say('statement.entries'));
    if (document.entries.length === 0) kit.paragraph(say('statement.none'));
    else {
      kit.table(
        [
          { title: say('statement.columns.date'), share: 19 },
          { title: say('statement.columns.what'), share: 36 },
          { title: say('statement.columns.in'), share: 15, align: 'right' },
          { title: say('statement.columns.out'), share: 15, align: 'right' },
          { title: say('statement.columns.left'), share: 15, align: 'right' },
        ],
        document.entries.map((entry) => ({
          cells: [
            isOneYear ? dates.shortDate(entry.date) : dates.date(entry.date),
            entry.detail ? [entry.what, entry.detail] : entry.what,
            inOrOut(entry.inPence),
            inOrOut(entry.outPence),
            money(entry.balancePence),
          ],
        })),
        [{ cells: [say('statement.total'), '', money(inPence), money(outPence), left], isStrong: true }],
      );
    }
    if (document.notes.length > 0) {
      kit.heading(say('statement.notes'));
      for (const note of document.notes) kit.paragraph(note);
    }
    if (document.contact) kit.callout(say('statement.contact', { contact: document.contact }));
  });
}
