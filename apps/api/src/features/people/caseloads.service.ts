// Who works with whom, seen and changed by those who give out the work. Access follows from the row, so a change counts at
// that practitioner's next request.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { isWithCouncil } from '@support-market/domain/people/person-states';
import { parseDate } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import type { Static } from 'typebox';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { codeOfDatabaseError, found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import {
  deleteCaseload,
  findForCaseload,
  insertCaseload,
  listCaseloads,
  listPractitioners,
  lockCaseload,
  setLastDay,
} from './caseloads.repo.ts';
import type { CaseloadEndIn, CaseloadIn, CaseloadsQuery } from './caseloads.schemas.ts';

/** Entries that run or are to begin, with every practitioner and how many people each works with. */
export async function viewCaseloads(context: AppContext, { councilId }: Viewer, query: Static<typeof CaseloadsQuery>) {
  const list = listAsked('caseloads', query);
  const after = readCursor(list, query.cursor, ['text', 'text']);
  const { limit = 25, account: accountId } = query;
  const today = context.clock.today();
  return inTransaction(context.db, councilId, async (tx) => {
    const rows = await listCaseloads(tx, councilId, { accountId, today, after, limit });
    const page = pageFrom(list, rows, limit, (row) => [row.personName, row.id]);
    return { ...page, practitioners: await listPractitioners(tx, councilId, today) };
  });
}

function endsFirst(pointer: string): ProblemError {
  return new ProblemError('schedule.ends_before_start', { errors: [{ pointer, code: 'schedule.ends_before_start' }] });
}

/** An overlap that the table refuses, because another entry was made at the same moment, is told as an overlap. */
async function withoutOverlap<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (codeOfDatabaseError(error) === 'caseload.overlaps') throw new ProblemError('caseload.overlaps');
    throw error;
  }
}

/**
 * Puts a person on a practitioner's caseload. Throws record.not_found for a person of whom the council knows nothing (by
 * reference: at its field), invitation.person_ended, person.leaves_before, caseload.overlaps, and refuses a practitioner that is none at its field.
 */
export function beginCaseload(context: AppContext, viewer: Viewer, body: Static<typeof CaseloadIn>) {
  const { clock } = context;
  const { councilId } = viewer;
  const fromDate = unwrap(parseDate(body.fromDate), '/fromDate');
  const untilDate = body.untilDate === null ? null : unwrap(parseDate(body.untilDate), '/untilDate');
  if (untilDate && Temporal.PlainDate.compare(untilDate, fromDate) < 0) throw endsFirst('/untilDate');
  if (untilDate && Temporal.PlainDate.compare(untilDate, clock.today()) < 0) {
    throw new ProblemError('schedule.in_the_past', {
      errors: [{ pointer: '/untilDate', code: 'schedule.in_the_past' }],
    });
  }
  const fault = (pointer: string, code: 'invitation.not_known' | 'field.required') =>
    new ProblemError('request.invalid', { errors: [{ pointer, code }] });
  const byReference = body.personId === undefined;
  if (byReference && body.personReference === undefined) throw fault('/personReference', 'field.required');
  return withoutOverlap(() =>
    inTransaction(context.db, councilId, async (tx) => {
      const person = await findForCaseload(tx, councilId, body);
      if (!person) throw byReference ? fault('/personReference', 'invitation.not_known') : found(undefined);
      if (!isWithCouncil(person, clock.today())) throw new ProblemError('invitation.person_ended');
      // It may run on, as it does for those who died: there is work to finish. It does not begin then.
      if (person.lastDay !== null && Temporal.PlainDate.compare(fromDate, person.lastDay) > 0) {
        const details = { personName: person.name, lastDay: person.lastDay.toString() };
        const errors = [{ pointer: '/fromDate', code: 'person.leaves_before' as const, details }];
        throw new ProblemError('person.leaves_before', { details, errors });
      }
      const practitioners = await listPractitioners(tx, councilId, clock.today());
      if (!practitioners.some(({ accountId }) => accountId === body.accountId))
        throw fault('/accountId', 'invitation.not_known');
      const id = newId(clock, 'caseload');
      const row = { id, accountId: body.accountId, personId: person.id, fromDate, untilDate };
      await insertCaseload(tx, councilId, row, viewer.accountId);
      await recordAudit(tx, clock, viewer, {
        event: 'caseload.made',
        noun: 'caseload',
        recordId: id,
        personId: person.id,
        details: { practitioner: body.accountId },
      });
      return { id };
    }),
  );
}

/**
 * Says the last day of an entry, or ends it at once: what began before today ended yesterday, and what did not begin is
 * taken away. Throws record.not_found, and refuses a last day before today or before the first.
 */
export function endCaseload(context: AppContext, viewer: Viewer, id: string, body: Static<typeof CaseloadEndIn>) {
  const { clock } = context;
  const { councilId } = viewer;
  const { compare } = Temporal.PlainDate;
  const today = clock.today();
  const lastDay = body.lastDay === null ? null : unwrap(parseDate(body.lastDay), '/lastDay');
  return withoutOverlap(() =>
    inTransaction(context.db, councilId, async (tx) => {
      const { personId, fromDate, untilDate, accountId } = found(await lockCaseload(tx, councilId, id));
      // What is over is what was so: access that ended is not made to have lasted longer.
      if (untilDate && compare(untilDate, today) < 0) throw new ProblemError('state.not_allowed');
      if (lastDay && (compare(lastDay, fromDate) < 0 || compare(lastDay, today) < 0)) throw endsFirst('/lastDay');
      const yesterday = today.subtract({ days: 1 });
      if (lastDay) await setLastDay(tx, councilId, id, lastDay);
      else if (compare(fromDate, today) >= 0) await deleteCaseload(tx, councilId, id);
      else await setLastDay(tx, councilId, id, yesterday);
      await recordAudit(tx, clock, viewer, {
        event: 'caseload.changed',
        noun: 'caseload',
        recordId: id,
        personId,
        details: { practitioner: accountId, lastDay: (lastDay ?? yesterday).toString() },
      });
    }),
  );
}
