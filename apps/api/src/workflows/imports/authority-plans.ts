// Mandates and caseloads: who may act for whom with which money, and who works with whom, each from a day to a day.

import { isWithCouncil } from '@support-market/domain/people/person-states';
import { Temporal } from 'temporal-polyfill';
import {
  accountsInRole,
  changeMandate,
  linesByReference,
  type PersonOfRow,
  peopleByReference,
  runningMandates,
} from '../../features/imports/authority-import.repo.ts';
import {
  CASELOADS_LAYOUT,
  type CaseloadRow,
  MANDATES_LAYOUT,
  type MandateRow,
  readCaseloadRow,
  readMandateRow,
} from '../../features/imports/authority-rows.ts';
import { CellError } from '../../features/imports/cells.ts';
import { type RejectedRow, rejectedCell } from '../../features/imports/import-result.ts';
import { findHolders } from '../../features/imports/imports.repo.ts';
import { watchByPerson } from '../../features/imports/watched.repo.ts';
import { insertMandate } from '../../features/mandates/mandates.repo.ts';
import { insertCaseload, lockCaseloadsOf, setLastDay } from '../../features/people/caseloads.repo.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import { hadPaperCodeOf } from '../../platform/paper-hands.repo.ts';
import { begin } from '../../platform/transitions.repo.ts';
import type { ColumnsOfPlan, ImportPlan, ImportWork, RowOutcome, Written } from './import-plan.ts';

const references = (rows: readonly { readonly personReference: string }[]): string[] => [
  ...new Set(rows.map(({ personReference }) => personReference)),
];

async function watchPeopleOf(
  { tx, actor }: ImportWork,
  table: 'mandates' | 'caseloads',
  rows: readonly { readonly personReference: string }[],
) {
  const people = await peopleByReference(tx, actor.councilId, references(rows));
  return watchByPerson(table, idsOf(people));
}

/** Takes each row by itself: a fault of one costs that one. */
async function eachRow<Row extends { readonly row: number }>(
  rows: readonly Row[],
  take: (row: Row) => Promise<RowOutcome['outcome']>,
): Promise<Written> {
  const done: RowOutcome[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    try {
      done.push({ row: row.row, outcome: await take(row) });
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      rejected.push(rejectedCell(row.row, error));
    }
  }
  return { done, rejected };
}

function known<Found>(map: ReadonlyMap<string, Found>, key: string, column: string): Found {
  const one = map.get(key);
  if (one === undefined) throw new CellError(column, 'record.not_found');
  return one;
}

/** Somebody who is with the council today, as its pages ask too: who leaves on a later day is until then. */
function withCouncil(
  people: ReadonlyMap<string, PersonOfRow>,
  reference: string,
  today: Temporal.PlainDate,
): PersonOfRow {
  const person = known(people, reference, 'person_reference');
  if (!isWithCouncil(person, today)) throw new CellError('person_reference', 'invitation.person_ended');
  return person;
}

/** Refuses a day after the last day of somebody who will leave, and says which day that is. */
function notBeyond({ lastDay }: PersonOfRow, day: Temporal.PlainDate, column: string): void {
  if (lastDay !== null && Temporal.PlainDate.compare(day, lastDay) > 0)
    throw new CellError(column, 'person.leaves_before', { lastDay });
}

const idsOf = (people: ReadonlyMap<string, PersonOfRow>): string[] => [...people.values()].map(({ id }) => id);

export const MANDATES_PLAN: ImportPlan<MandateRow> & ColumnsOfPlan = {
  layouts: [MANDATES_LAYOUT],
  things: [],
  read: (row, cells) => readMandateRow(row, cells),
  keyOf: ({ personReference, kind, holder, from }) => [personReference, kind, holder, from].join('\n'),
  watch: (work, rows) => watchPeopleOf(work, 'mandates', rows),
  write: writeMandates,
  counts: ({ personReference, kind, holder, from }) => ({
    people: personReference,
    mandates: [personReference, kind, holder, from].join('\n'),
  }),
  money: () => ({}),
};

async function writeMandates({ tx, context, actor }: ImportWork, rows: readonly MandateRow[]): Promise<Written> {
  const { councilId } = actor;
  const { clock } = context;
  const people = await peopleByReference(tx, councilId, references(rows));
  const of = (kind: MandateRow['kind']) => [...new Set(rows.flatMap((row) => (row.kind === kind ? [row.holder] : [])))];
  const accounts = await accountsInRole(tx, councilId, 'representative', of('representative'));
  const brokers = await findHolders(tx, of('broker'));
  const lines = await linesByReference(tx, councilId, idsOf(people));
  const running = await runningMandates(tx, councilId, idsOf(people));
  return eachRow(rows, async (row) => {
    const person = withCouncil(people, row.personReference, clock.today());
    notBeyond(person, row.until, 'until');
    const { id: personId } = person;
    const holder = known(row.kind === 'representative' ? accounts : brokers, row.holder, 'holder');
    if (row.kind === 'representative' && (await hadPaperCodeOf(tx, councilId, holder, actor.accountId)))
      throw new CellError('holder', 'mandate.same_person');
    const lineIds = row.lines.flatMap((reference) => {
      const found = lines.filter((line) => line.personId === personId && line.reference === reference);
      if (found.length === 0) throw new CellError('lines', 'record.not_found');
      return found.map(({ id }) => id);
    });
    const facts = {
      personId,
      kind: row.kind,
      accountId: row.kind === 'representative' ? holder : null,
      organisationId: row.kind === 'broker' ? holder : null,
      mayOrder: row.mayOrder,
      mayConfirm: row.mayConfirm,
      mayManageMoney: row.mayManageMoney,
      fromDate: row.from,
      untilDate: row.until,
    };
    const before = running.find(
      (one) =>
        one.personId === personId && (one.accountId ?? one.organisationId) === holder && one.fromDate.equals(row.from),
    );
    if (!before) {
      const id = newId(clock, 'mandate');
      const limits = { orderLimitPence: row.orderLimitPence, monthLimitPence: row.monthLimitPence };
      await insertMandate(
        tx,
        councilId,
        { accountId: actor.accountId, at: clock.now() },
        { id, ...facts, ...limits, lineIds: lineIds.length === 0 ? null : lineIds },
      );
      await begin({ tx, clock, actor }, 'mandates', 'make', [{ id }], { audit: () => ({ personId }) });
      return 'accepted';
    }
    // A blank says nothing: the lines and limits stay. Other lines are another mandate.
    const isSameLines = before.lineIds.length === lineIds.length && lineIds.every((id) => before.lineIds.includes(id));
    if (lineIds.length > 0 && !isSameLines) throw new CellError('lines', 'import.says_otherwise');
    const next = {
      ...facts,
      orderLimitPence: row.orderLimitPence ?? before.orderLimitPence,
      monthLimitPence: row.monthLimitPence ?? before.monthLimitPence,
    };
    const isSame =
      before.mayOrder === next.mayOrder &&
      before.mayConfirm === next.mayConfirm &&
      before.mayManageMoney === next.mayManageMoney &&
      before.orderLimitPence === next.orderLimitPence &&
      before.monthLimitPence === next.monthLimitPence &&
      before.untilDate.equals(next.untilDate);
    if (isSame) return 'unchanged';
    await changeMandate(tx, councilId, before.id, next, actor.accountId);
    await recordAudit(tx, clock, actor, {
      event: 'mandate.changed',
      noun: 'mandate',
      recordId: before.id,
      personId,
    });
    return 'accepted';
  });
}

export const CASELOADS_PLAN: ImportPlan<CaseloadRow> & ColumnsOfPlan = {
  layouts: [CASELOADS_LAYOUT],
  things: [],
  read: (row, cells) => readCaseloadRow(row, cells),
  keyOf: ({ email, personReference, from }) => [email, personReference, from].join('\n'),
  watch: (work, rows) => watchPeopleOf(work, 'caseloads', rows),
  write: writeCaseloads,
  counts: ({ email, personReference }) => ({ people: personReference, practitioners: email }),
  money: () => ({}),
};

async function writeCaseloads({ tx, context, actor }: ImportWork, rows: readonly CaseloadRow[]): Promise<Written> {
  const { councilId } = actor;
  const { clock } = context;
  const people = await peopleByReference(tx, councilId, references(rows));
  const emails = [...new Set(rows.map(({ email }) => email))];
  const accounts = await accountsInRole(tx, councilId, 'practitioner', emails);
  const kept = [...(await lockCaseloadsOf(tx, councilId, idsOf(people)))];
  return eachRow(rows, async (row) => {
    const person = withCouncil(people, row.personReference, clock.today());
    // It may run on, as it does for those who died: there is work to finish. It does not begin then.
    notBeyond(person, row.from, 'from');
    const { id: personId } = person;
    const accountId = known(accounts, row.email, 'email');
    const own = kept.filter((one) => one.accountId === accountId && one.personId === personId);
    const before = own.find(({ fromDate }) => fromDate.equals(row.from));
    const untilDate = row.until ?? before?.untilDate ?? null;
    const overlaps = own.some(
      (one) =>
        one !== before &&
        (untilDate === null || Temporal.PlainDate.compare(one.fromDate, untilDate) <= 0) &&
        (one.untilDate === null || Temporal.PlainDate.compare(one.untilDate, row.from) >= 0),
    );
    if (overlaps) throw new CellError('from', 'import.repeated_row');
    const audit = { noun: 'caseload', personId } as const;
    if (!before) {
      const made = { id: newId(clock, 'caseload'), accountId, personId, fromDate: row.from, untilDate };
      await insertCaseload(tx, councilId, made, actor.accountId);
      kept.push(made);
      await recordAudit(tx, clock, actor, { ...audit, event: 'caseload.made', recordId: made.id });
      return 'accepted';
    }
    if (row.until === null || before.untilDate?.equals(row.until)) return 'unchanged';
    await setLastDay(tx, councilId, before.id, row.until);
    kept.splice(kept.indexOf(before), 1, { ...before, untilDate: row.until });
    await recordAudit(tx, clock, actor, { ...audit, event: 'caseload.changed', recordId: before.id });
    return 'accepted';
  });
}
