// A funder's statement for a period: what it promised, what was spent of it, what it owes and what it paid, to the penny
// as the ledger has it, as a page and as a file for a spreadsheet.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { csvCell } from '@support-market/domain/shared/csv-safety';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import { formatDecimal, type Pence } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { type FunderSums, funderSums, type ProviderSums, providerSums, type Span } from './funder-statement.repo.ts';
import { type FunderDetails, findFunder } from './funders.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export interface Period {
  readonly fromDate: Temporal.PlainDate;
  /** The last day, itself included. */
  readonly toDate: Temporal.PlainDate;
}

export interface FunderStatement extends Period {
  readonly funder: Pick<FunderDetails, 'id' | 'code' | 'name'>;
  readonly sums: FunderSums;
  readonly providers: readonly ProviderSums[];
}

/** The council's year so far, or the days that were asked for. Refuses with `date.out_of_order` where the first is later. */
export function periodOf(
  asked: { readonly fromDate: Temporal.PlainDate | undefined; readonly toDate: Temporal.PlainDate | undefined },
  today: Temporal.PlainDate,
): Period {
  const toDate = asked.toDate ?? today;
  const april = toDate.with({ month: 4, day: 1 });
  const yearStart = Temporal.PlainDate.compare(april, toDate) > 0 ? april.subtract({ years: 1 }) : april;
  const fromDate = asked.fromDate ?? yearStart;
  if (Temporal.PlainDate.compare(fromDate, toDate) > 0) {
    throw new ProblemError('statement.period_backwards', {
      errors: [{ pointer: '/fromDate', code: 'statement.period_backwards' }],
    });
  }
  return { fromDate, toDate };
}

const spanOf = ({ fromDate, toDate }: Period): Span => ({
  from: startOfLondonDay(fromDate),
  to: startOfLondonDay(toDate.add({ days: 1 })),
});

/** One page of a statement by provider, with one row more than asked for; every row where `limit` is null. */
export function funderStatement(
  { db, clock }: Needs,
  viewer: Viewer,
  id: string,
  period: Period,
  page: { readonly after: readonly string[] | null; readonly limit: number | null },
): Promise<FunderStatement> {
  const { councilId } = viewer;
  const span = spanOf(period);
  return inTransaction(db, councilId, async (tx) => {
    const { code, name } = found(await findFunder(tx, councilId, id));
    await recordAudit(tx, clock, viewer, {
      event: page.limit === null ? 'funder-statement.downloaded' : 'funder-statement.viewed',
      noun: 'funder',
      recordId: id,
      details: { from: period.fromDate.toString(), to: period.toDate.toString() },
    });
    return {
      ...period,
      funder: { id, code, name },
      sums: await funderSums(tx, councilId, id, span),
      providers: await providerSums(tx, councilId, id, span, page),
    };
  });
}

const pounds = (amount: Pence): string => formatDecimal(amount);

/** With a byte-order mark, so that spreadsheets read accents and pound signs as they are. */
export function statementCsv({ funder, fromDate, toDate, sums, providers }: FunderStatement): string {
  const say = wordsIn().say('csv');
  const head = [
    [say('funder.funder'), `${funder.code} ${funder.name}`],
    [say('funder.from'), fromDate.toString()],
    [say('funder.to'), toDate.toString()],
    [say('funder.awarded'), pounds(sums.awardedPence)],
    [say('funder.spent'), pounds(sums.spentPence)],
    [say('funder.invoiced'), pounds(sums.invoicedPence)],
    [say('funder.paidToProviders'), pounds(sums.paidPence)],
    [say('funder.paidInAdvance'), pounds(sums.paidInAdvancePence)],
    [say('funder.owed'), pounds(sums.owedPence)],
    [],
    [say('funder.provider'), say('funder.invoiced'), say('funder.paid'), say('funder.owed')],
  ];
  const rows = providers.map(({ organisationName, invoicedPence, paidPence, owedPence }) => [
    organisationName,
    pounds(invoicedPence),
    pounds(paidPence),
    pounds(owedPence),
  ]);
  // An amount below zero begins with a minus, which is no formula: only words are made safe.
  const cell = (text: string) => (/^-?\d+\.\d\d$/.test(text) ? text : csvCell(text));
  return `\uFEFF${[...head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
