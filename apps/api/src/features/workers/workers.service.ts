// An organisation keeps its workers: it sees, adds and changes them, says when one left and when one came back.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { londonDate, parseDate } from '@support-market/domain/shared/local-time';
import { tidyWorkerText, workerNameKey, workerReferenceKey } from '@support-market/domain/workers/worker-names';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { begin, step, type Work } from '../../platform/transitions.repo.ts';
import { insertWorkers } from '../../platform/workers.repo.ts';
import {
  findOwnWorker,
  historyOfWorker,
  listWorkers,
  lockWorker,
  visitsOfWorker,
  type WorkerRow,
  type WorkerScope,
  whoHas,
} from './workers.repo.ts';
import type { WorkerChangeIn, WorkerIn, WorkersQuery } from './workers.schemas.ts';

const scopeOf = (viewer: Viewer, reach: Reach, organisationId?: string): WorkerScope => ({
  councilId: viewer.councilId,
  organisationIds: reach.organisationIds.filter((id) => organisationId === undefined || id === organisationId),
});

function workerOut({ nameKey: _, ...row }: WorkerRow) {
  return row;
}

export async function viewWorkers(context: AppContext, viewer: Viewer, reach: Reach, query: WorkersQuery) {
  const { limit = 25, state } = query;
  const list = listAsked('workers', query);
  const after = readCursor(list, query.cursor, ['text', 'text']);
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listWorkers(tx, scopeOf(viewer, reach, query.organisationId), { state, after, limit }),
  );
  const { items, nextCursor } = pageFrom(list, rows, limit, ({ nameKey, id }) => [nameKey, id]);
  return { items: items.map(workerOut), nextCursor };
}

export async function viewWorker(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const worker = found(await findOwnWorker(tx, scopeOf(viewer, reach), id));
    const { visits } = await visitsOfWorker(tx, viewer.councilId, id);
    const history = await historyOfWorker(tx, viewer.councilId, id);
    return { worker: workerOut(worker), visits, history };
  });
}

const refuseField = (pointer: string, code: 'worker.name_taken' | 'worker.reference_taken') =>
  new ProblemError(code, { errors: [{ pointer, code }] });

interface Named {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly reference: string | null;
}

/** The name and reference as they are kept; refuses a name of nothing. */
function tidy(body: WorkerChangeIn): Pick<Named, 'name' | 'reference'> {
  const name = tidyWorkerText(body.name);
  if (workerNameKey(name) === '') {
    throw new ProblemError('request.invalid', { errors: [{ pointer: '/name', code: 'field.required' }] });
  }
  const reference = tidyWorkerText(body.reference ?? '');
  return { name, reference: reference === '' ? null : reference };
}

const takenBy = ({ reference }: Named): ProblemError =>
  reference === null
    ? refuseField('/reference', 'worker.name_taken')
    : refuseField('/reference', 'worker.reference_taken');

async function refuseTaken({ tx, actor }: Work, worker: Named): Promise<void> {
  const referenceKey = worker.reference === null ? null : workerReferenceKey(worker.reference);
  const nameKey = workerNameKey(worker.name);
  if (await whoHas(tx, actor.councilId, { ...worker, nameKey, referenceKey })) throw takenBy(worker);
}

const said = ({ name, reference }: Pick<Named, 'name' | 'reference'>) => ({ name, reference: reference ?? '' });

/** Adds somebody. Of one name there may be several, as long as references tell them apart. */
export async function addWorker(context: AppContext, viewer: Viewer, reach: Reach, body: WorkerIn) {
  const { clock } = context;
  const { organisationIds } = scopeOf(viewer, reach, body.organisationId);
  const [organisationId, another] = organisationIds;
  if (organisationId === undefined) throw new ProblemError('record.not_found');
  if (another !== undefined) {
    throw new ProblemError('request.invalid', { errors: [{ pointer: '/organisationId', code: 'field.required' }] });
  }
  const worker = { id: newId(clock, 'worker'), organisationId, lastDate: null, ...tidy(body) };
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const work = { tx, clock, actor: viewer };
    await refuseTaken(work, worker);
    // somebody may have added them since
    if ((await insertWorkers(work, [worker])).size === 0) throw takenBy(worker);
    await begin(work, 'workers', 'add', [worker], { audit: (row) => ({ details: said(row) }) });
    return { id: worker.id };
  });
}

/** Another name or reference of the same person: their visits stay theirs. */
export async function changeWorker(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  body: WorkerChangeIn,
) {
  const named = tidy(body);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const work = { tx, clock: context.clock, actor: viewer };
    const before = found(await findOwnWorker(tx, scopeOf(viewer, reach), id));
    const worker = { ...named, id, organisationId: before.organisationId };
    await refuseTaken(work, worker);
    const { name, reference } = worker;
    await step(work, 'workers', 'change', [worker], {
      set: {
        name,
        name_key: workerNameKey(name),
        reference,
        reference_key: reference === null ? null : workerReferenceKey(reference),
      },
      audit: (row) => ({
        details: { ...said(row), nameBefore: before.name, referenceBefore: before.reference ?? '' },
      }),
      otherwise: 'worker.ended',
    });
    return { id };
  });
}

/** Says on which day somebody worked there last: today or before, and not before a visit that they made. */
export async function endWorker(context: AppContext, viewer: Viewer, reach: Reach, id: string, lastDay: string) {
  const lastDate = unwrap(parseDate(lastDay), '/lastDate');
  if (Temporal.PlainDate.compare(lastDate, context.clock.today()) > 0) {
    throw new ProblemError('date.in_the_future', { errors: [{ pointer: '/lastDate', code: 'date.in_the_future' }] });
  }
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const worker = found(await findOwnWorker(tx, scopeOf(viewer, reach), id));
    await lockWorker(tx, viewer.councilId, id);
    const { last } = await visitsOfWorker(tx, viewer.councilId, id);
    if (last !== null && Temporal.PlainDate.compare(londonDate(last), lastDate) > 0) {
      throw new ProblemError('worker.later_visits', {
        errors: [{ pointer: '/lastDate', code: 'worker.later_visits' }],
        details: { lastVisitDate: londonDate(last).toString() },
      });
    }
    await step({ tx, clock: context.clock, actor: viewer }, 'workers', 'end', [worker], {
      set: { last_date: lastDate },
      audit: (row) => ({ details: { ...said(row), lastDate: lastDate.toString() } }),
    });
    return { id };
  });
}

export async function bringWorkerBack(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const worker = found(await findOwnWorker(tx, scopeOf(viewer, reach), id));
    await step({ tx, clock: context.clock, actor: viewer }, 'workers', 'comeBack', [worker], {
      set: { last_date: null },
      audit: (row) => ({ details: said(row) }),
    });
    return { id };
  });
}
