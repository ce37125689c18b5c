// Takes some rows of a file of actuals in one transaction, with everybody who has to hear of a correction, and looks again
// where another upload took the same worker's time meanwhile.

import { inTransaction } from '@support-market/db/transaction';
import { londonDate } from '@support-market/domain/shared/local-time';
import { toleranceFrom } from '@support-market/domain/visits/tolerance';
import { Temporal } from 'temporal-polyfill';
import { type RecordedVisit, saveRecordings } from '../features/visits/recordings.ts';
import { lockVisitsFor, type RecordableRow, visitsOfWorkers } from '../features/visits/visits.repo.ts';
import type { Actor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { codeOfDatabaseError, ProblemError } from '../platform/problem-error.ts';
import { readSettings } from '../platform/settings.repo.ts';
import type { Work } from '../platform/transitions.repo.ts';
import { knownWorkers, meetWorkers } from '../platform/workers.repo.ts';
import { rememberRows, takenRows, takenRowsOf } from './upload-actuals.repo.ts';
import {
  askedOf,
  makeWhereabouts,
  type Outcome,
  type PossibleVisit,
  readAgainst,
  unknownWorker,
  visitOf,
} from './upload-actuals-reading.ts';
import type { Row } from './upload-actuals-rows.ts';

/** Uploads that race for the same worker's time are tried again this often before their rows go one by one. */
const MAX_TRIES = 3;

/** The rest of the file, as far as a chunk of it must know. */
export interface WholeFile {
  /** Whether a row of this hash stands anywhere in the file. */
  readonly holds: (hash: string) => boolean;
  /** Visits of which a row was taken, or found unchanged, further up. */
  readonly takenVisits: ReadonlySet<string>;
}

/** Whether another transaction changed what the rows were read against: another upload, or somebody who ended a worker. */
function isOutOfDate(error: unknown): boolean {
  return (
    codeOfDatabaseError(error) === 'visit.overlap' || (error instanceof ProblemError && error.code === 'worker.ended')
  );
}

/** Takes a chunk in one transaction. Where what it was read against changed meanwhile, it looks again. */
export async function takeRows(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  organisationIds: readonly string[] | null,
  rows: readonly Row[],
  file: WholeFile,
): Promise<readonly Outcome[]> {
  if (rows.length === 0) return [];
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    try {
      return await takeChunk(context, actor, organisationIds, rows, file);
    } catch (error) {
      if (!isOutOfDate(error)) throw error;
    }
  }
  if (rows.length === 1) return [{ kind: 'rejected', code: 'visit.overlap', column: 'worker' }];
  const outcomes: Outcome[] = [];
  const taken = new Set(file.takenVisits);
  for (const row of rows) {
    const [outcome] = await takeRows(context, actor, organisationIds, [row], {
      ...file,
      takenVisits: taken,
    });
    if (outcome === undefined) continue;
    if (outcome.kind !== 'rejected' && outcome.visitId !== undefined) taken.add(outcome.visitId);
    outcomes.push(outcome);
  }
  return outcomes;
}

const TWICE: Outcome = { kind: 'rejected', code: 'actuals.visit_twice', column: 'reference' };
const NOT_FOUND: Outcome = { kind: 'rejected', code: 'record.not_found', column: 'reference' };

/** Finds or makes the workers of the rows that could be taken. */
async function withWorkers(
  work: Work,
  possible: readonly (Outcome | PossibleVisit)[],
): Promise<readonly (Outcome | RecordedVisit)[]> {
  const met = await meetWorkers(
    work,
    possible.flatMap((one) => ('asked' in one ? [one.asked] : [])),
  );
  let next = 0;
  return possible.map((one) => {
    if (!('asked' in one)) return one;
    const who = met[next];
    next += 1;
    if (who === undefined) return NOT_FOUND;
    return who.ok ? { ...one, recording: { ...one.recording, workerId: who.value } } : unknownWorker(who);
  });
}

const asKey = (order: string, date: string): string => `${order.toLowerCase()}|${date}`;

async function takeChunk(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  organisationIds: readonly string[] | null,
  rows: readonly Row[],
  file: WholeFile,
): Promise<readonly Outcome[]> {
  const { clock } = context;
  const { councilId } = actor;
  return inTransaction(context.db, councilId, async (tx) => {
    const now = clock.now();
    const before = await takenRows(
      tx,
      councilId,
      rows.map((row) => row.hash),
    );
    const isVisitId = (reference: string) => reference.startsWith('vis_');
    const dateOf = (row: Row) => londonDate(row.actual.start).toString();
    const fresh = rows.filter((row) => !before.has(row.hash));
    const visits = await lockVisitsFor(tx, councilId, organisationIds, {
      visitIds: fresh.map((row) => row.actual.reference).filter(isVisitId),
      orders: fresh
        .filter((row) => !isVisitId(row.actual.reference))
        .map((row) => ({ order: row.actual.reference, date: dateOf(row) })),
    });
    const takenBefore = await takenRowsOf(
      tx,
      councilId,
      visits.map(({ id }) => id),
    );
    const byKey = new Map<string, RecordableRow[]>();
    for (const visit of visits) {
      const date = visit.service_date.toString();
      for (const key of [visit.id, asKey(visit.order_id, date), asKey(visit.order_reference, date)]) {
        byKey.set(key, [...(byKey.get(key) ?? []), visit]);
      }
    }
    const chosen = rows.map((row): RecordableRow | Outcome => {
      if (before.has(row.hash)) return { kind: 'unchanged' };
      const { reference } = row.actual;
      const candidates = byKey.get(isVisitId(reference) ? reference : asKey(reference, dateOf(row))) ?? [];
      // Another upload may have taken the very row while this one waited for the visit.
      const again = candidates.find(({ id }) => takenBefore.get(id)?.includes(row.hash));
      return again ? { kind: 'unchanged', visitId: again.id } : visitOf(row, candidates);
    });
    const facts = {
      known: await knownWorkers(
        tx,
        councilId,
        rows.flatMap((row, index) => {
          const visit = chosen[index];
          return visit !== undefined && 'id' in visit ? [askedOf(row, visit)] : [];
        }),
      ),
      tolerance: toleranceFrom(await readSettings(tx, councilId, context.clock.today())),
      now,
    };
    const possible = rows.map((row, index): Outcome | PossibleVisit => {
      const visit = chosen[index] ?? NOT_FOUND;
      if ('kind' in visit) return visit;
      const one = readAgainst(row, visit, facts);
      // Of two rows of one file for one visit, the one that was taken stays, however often and in whatever order they come.
      const said = 'recording' in one ? (takenBefore.get(one.visit.id) ?? []) : [];
      return said.some(file.holds) ? TWICE : one;
    });
    const read = await withWorkers({ tx, clock, actor }, possible);
    const times = read.flatMap((one) =>
      'recording' in one && one.recording.start && one.recording.end ? [one.recording.start, one.recording.end] : [],
    );
    times.sort(Temporal.Instant.compare);
    const [first, last] = [times[0], times.at(-1)];
    const others =
      first && last
        ? await visitsOfWorkers(
            tx,
            councilId,
            [...new Set(read.flatMap((one) => ('recording' in one ? (one.recording.workerId ?? []) : [])))],
            first,
            last,
          )
        : [];

    const whereabouts = makeWhereabouts(others);
    const taken: RecordedVisit[] = [];
    const inThisFile = new Set(file.takenVisits);
    for (const one of read) if ('kind' in one && one.kind === 'unchanged' && one.visitId) inThisFile.add(one.visitId);
    const seen = new Set<string>();
    const outcomes = read.map((one, index): Outcome => {
      const hash = rows[index]?.hash ?? '';
      if (!('recording' in one)) return one;
      if (seen.has(hash)) return { kind: 'unchanged' };
      if (inThisFile.has(one.visit.id)) return TWICE;
      if (whereabouts.isElsewhere(one)) return { kind: 'rejected', code: 'visit.overlap', column: 'worker' };
      whereabouts.note(one);
      inThisFile.add(one.visit.id);
      seen.add(hash);
      taken.push(one);
      return { kind: 'accepted', visitId: one.visit.id };
    });

    await saveRecordings({ tx, clock, actor }, taken);
    await rememberRows(
      tx,
      councilId,
      now,
      outcomes.flatMap((outcome, index) =>
        outcome.kind !== 'rejected' && outcome.visitId !== undefined
          ? [{ hash: rows[index]?.hash ?? '', visitId: outcome.visitId }]
          : [],
      ),
    );
    return outcomes;
  });
}
