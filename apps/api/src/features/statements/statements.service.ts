// The plain statement of one line of money in one month, for the screen and for paper: the same figures from one reading.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isfSettingsFrom, isfStatementSummary } from '@support-market/domain/budgets/arrangements';
import { hasPurse } from '@support-market/domain/budgets/awards';
import { promisedOf, statementFigures } from '@support-market/domain/budgets/statement';
import { lineAccount, purseAccount } from '@support-market/domain/ledger/accounts';
import { isTimedUnit } from '@support-market/domain/listings/prices';
import { londonDate, startOfLondonDay } from '@support-market/domain/shared/local-time';
import { addPence, type Pence, pence, subtractPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import type { Say } from '@support-market/words/say';
import { type WordsIn, wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import type { StatementDocument, StatementEntry } from '../../ports/documents/statement-pdf.ts';
import {
  findStatementLine,
  type MovementRow,
  readLineMovements,
  readPurseMovements,
  readStanding,
  type Span,
  type StatementLine,
} from './statements.repo.ts';

interface Entry extends Omit<MovementRow, 'postedPence' | 'effectiveAt'> {
  readonly date: Temporal.PlainDate;
  readonly inPence: Pence;
  readonly outPence: Pence;
  readonly balancePence: Pence;
}

/** Rows of an account as a statement. `sign` is 1 where debits come in (a purse), −1 where credits do (a line). */
function accountOf(openingPosted: Pence, rows: readonly MovementRow[], sign: 1n | -1n) {
  const movements = rows.map((row) => ({ row, amountPence: pence(row.postedPence * sign) }));
  const figures = statementFigures(pence(openingPosted * sign), movements);
  const entries = figures.rows.map(({ movement, inPence, outPence, balancePence }): Entry => {
    const { postedPence: _posted, effectiveAt, ...facts } = movement.row;
    const counts = { minutes: facts.minutes, quantity: facts.quantity, unitPricePence: facts.unitPricePence };
    // The whole visit's price would tell one funder what the others pay.
    const shown = facts.isShare ? { minutes: null, quantity: null, unitPricePence: null } : counts;
    return { ...facts, ...shown, date: londonDate(effectiveAt), inPence, outPence, balancePence };
  });
  return { ...figures, entries };
}

function monthSpan(
  month: Temporal.PlainYearMonth,
): Span & { startDate: Temporal.PlainDate; endDate: Temporal.PlainDate } {
  const startDate = month.toPlainDate({ day: 1 });
  const next = startDate.add({ months: 1 });
  return {
    from: startOfLondonDay(startDate),
    to: startOfLondonDay(next),
    startDate,
    endDate: next.subtract({ days: 1 }),
  };
}

async function readStatement(tx: Tx, councilId: string, line: StatementLine, month: Temporal.PlainYearMonth) {
  const span = monthSpan(month);
  const account = lineAccount(line.id).id;
  const standing = await readStanding(tx, councilId, account, span);
  const own = accountOf(standing.openingPence, await readLineMovements(tx, councilId, account, span), -1n);
  const spokenForPence = standing.spokenForPence;
  if (!hasPurse(line.arrangement)) return { span, own, spokenForPence, purse: null };
  const purseId = purseAccount(line.id).id;
  const purseStanding = await readStanding(tx, councilId, purseId, span);
  const purse = accountOf(
    purseStanding.openingPence,
    await readPurseMovements(tx, councilId, line.id, purseId, span),
    1n,
  );
  const limit = isfStatementSummary(
    {
      weeklyPence: line.weeklyPence ?? ZERO_PENCE,
      inPence: addPence(purse.openingPence, purse.inPence),
      outPence: purse.outPence,
    },
    isfSettingsFrom(await readSettings(tx, councilId, span.endDate)),
  );
  const limited = line.weeklyPence !== null;
  return {
    span,
    own,
    spokenForPence,
    purse: {
      ...purse,
      leftPence: limit.leftPence,
      limitPence: limited ? limit.limitPence : null,
      over: limited && limit.over,
      overPence: limited ? limit.overPence : ZERO_PENCE,
    },
  };
}

const holderOf = (line: StatementLine) => line.holderOrganisationName ?? line.holderName;

/** The month asked for, or this one. */
function monthOf(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainYearMonth {
  return text === undefined ? today.toPlainYearMonth() : Temporal.PlainYearMonth.from(text);
}

async function openLine(
  tx: Tx,
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  lineId: string,
  month: Temporal.PlainYearMonth,
): Promise<StatementLine> {
  const today = context.clock.today();
  const line = found(await findStatementLine(tx, viewer.councilId, lineId, { viewer, reach, today }));
  if (!isOwnRecord(viewer, line.personId)) {
    await recordAudit(tx, context.clock, viewer, {
      event: 'statement.viewed',
      noun: 'budget-line',
      recordId: lineId,
      personId: line.personId,
      details: { month: month.toString() },
    });
  }
  return line;
}

/** One line's month. Throws record.not_found for a line out of reach. */
export async function viewStatement(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  lineId: string,
  monthText: string | undefined,
) {
  const today = context.clock.today();
  const month = monthOf(monthText, today);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const line = await openLine(tx, context, viewer, reach, lineId, month);
    const { span, own, spokenForPence, purse } = await readStatement(tx, viewer.councilId, line, month);
    const { compare } = Temporal.PlainYearMonth;
    const previous = month.subtract({ months: 1 });
    const next = month.add({ months: 1 });
    const say = wordsIn().say('documents');
    const account = ({ openingPence, inPence, outPence, entries }: ReturnType<typeof accountOf>) => ({
      openingPence,
      inPence,
      outPence,
      entries,
    });
    return {
      line: {
        id: line.id,
        name: line.name,
        stream: line.stream,
        arrangement: line.arrangement,
        arrangementName: say(`arrangements.${line.arrangement}.name`),
        arrangementWords: say(`arrangements.${line.arrangement}.words`),
        holderName: holderOf(line),
        personId: line.personId,
        personName: line.personName,
        startsOn: line.startsOn,
        endsOn: line.endsOn,
      },
      month: month.toString(),
      previousMonth: compare(previous, line.startsOn.toPlainYearMonth()) >= 0 ? previous.toString() : null,
      nextMonth: compare(next, today.toPlainYearMonth()) <= 0 ? next.toString() : null,
      startDate: span.startDate,
      endDate: span.endDate,
      ...account(own),
      closingPence: own.closingPence,
      spokenForPence,
      leftPence: subtractPence(own.closingPence, spokenForPence),
      purse: purse && {
        ...account(purse),
        leftPence: purse.leftPence,
        limitPence: purse.limitPence,
        over: purse.over,
        overPence: purse.overPence,
      },
    };
  });
}

function hoursWords(minutes: number, say: Say<'statements'>): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [
    ...(hours > 0 ? [say('hours', { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [say('minutes', { count: rest })] : []),
  ].join(' ');
}

/** "12 hours at £21.50 an hour", "2 sessions at £12.50 a session"; nothing where the parts differ or are shared. */
function amountWords(entry: Entry, words: WordsIn): string | undefined {
  const say = words.say('statements');
  if (entry.isShare) return say('part');
  const { unit, minutes, quantity, unitPricePence } = entry;
  if (unit === null) return undefined;
  const counted = isTimedUnit(unit)
    ? minutes !== null && hoursWords(minutes, say)
    : quantity !== null && words.say('units')(`count.${unit}`, { count: quantity });
  if (counted === false) return undefined;
  if (unitPricePence === null) return counted;
  return say('at', { amount: counted, pricePence: unitPricePence, each: words.say('units')(`each.${unit}`) });
}

function paperEntry(entry: Entry, words: WordsIn): StatementEntry {
  const { dates } = words;
  const say = words.say('statements');
  const what = entry.what ?? say(`codes.${entry.code}`);
  const whose = entry.organisationName ? `${entry.organisationName}: ${what}` : what;
  const when =
    entry.serviceDate !== null && !entry.serviceDate.equals(entry.date)
      ? say('on', { day: dates.day(entry.serviceDate) })
      : undefined;
  const span =
    entry.code === 'pay-in' && entry.fromDate && entry.toDate
      ? say('forDays', { from: dates.day(entry.fromDate), to: dates.day(entry.toDate) })
      : undefined;
  const invoice = entry.invoiceNumber ? say('invoice', { number: entry.invoiceNumber }) : undefined;
  const detail = [amountWords(entry, words), when, span, invoice].filter(Boolean).join(', ');
  return {
    date: entry.date,
    what: whose,
    ...(detail === '' ? {} : { detail }),
    inPence: entry.inPence,
    outPence: entry.outPence,
    balancePence: entry.balancePence,
  };
}

function paper(
  line: StatementLine,
  { span, own, spokenForPence, purse }: Awaited<ReturnType<typeof readStatement>>,
  issuedOn: Temporal.PlainDate,
): StatementDocument {
  const shown = purse ?? own;
  const issuer = purse ? (line.holderOrganisationName ?? line.councilName) : line.councilName;
  const contact = purse && line.holderEmail ? line.holderEmail : line.councilEmail;
  const holder = holderOf(line);
  const words = wordsIn();
  const say = words.say('documents');
  const held = {
    name: say(`arrangements.${line.arrangement}.name`),
    words: say(`arrangements.${line.arrangement}.words`),
  };
  const notes = purse
    ? [
        say('statement.canOrder', {
          leftPence: subtractPence(own.closingPence, spokenForPence),
          from: words.dates.day(line.startsOn, 'with-year'),
          to: words.dates.day(line.endsOn, 'with-year'),
        }),
      ]
    : [];
  return {
    personName: line.personName,
    lineName: line.name,
    arrangement: holder ? say('heldBy', { ...held, holder }) : say('held', held),
    issuerName: issuer,
    issuedDate: issuedOn,
    period: { startDate: span.startDate, endDate: span.endDate },
    openingPence: shown.openingPence,
    closingPence: shown.closingPence,
    entries: shown.entries.map((entry) => paperEntry(entry, words)),
    spokenForPence: promisedOf(shown.closingPence, spokenForPence),
    ...(purse?.limitPence ? { limitPence: purse.limitPence } : {}),
    notes,
    contact: say('contact', { name: issuer, email: contact }),
  };
}

/**
 * The statement of one line and month for `statementPdf`, no matter who asks: for callers that have checked, and for the
 * export of sample documents. Throws record.not_found for a line that is not there.
 */
export async function statementDocument(
  tx: Tx,
  councilId: string,
  lineId: string,
  month: Temporal.PlainYearMonth,
  issuedOn: Temporal.PlainDate,
): Promise<StatementDocument> {
  const line = found(await findStatementLine(tx, councilId, lineId, null));
  return paper(line, await readStatement(tx, councilId, line, month), issuedOn);
}

/** The same for a viewer: within reach, and with a trace when the money is someone else's. */
export async function viewStatementDocument(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  lineId: string,
  monthText: string | undefined,
): Promise<StatementDocument> {
  const month = monthOf(monthText, context.clock.today());
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const line = await openLine(tx, context, viewer, reach, lineId, month);
    return paper(line, await readStatement(tx, viewer.councilId, line, month), context.clock.today());
  });
}
