// Finds the workers whom a visit's record speaks of, and makes those not yet known: for a form and for a file alike, in
// as many statements for a thousand rows as for one.

import type { Tx } from '@support-market/db/pool';
import { startState } from '@support-market/domain/shared/machines';
import type { Result } from '@support-market/domain/shared/result';
import {
  checkWasThere,
  type KnownWorker,
  type SaidOfWorker,
  type WhichWorker,
  type WhichWorkerCode,
  whichWorker,
} from '@support-market/domain/workers/which-worker';
import { workerNameKey, workerReferenceKey } from '@support-market/domain/workers/worker-names';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from './ids.ts';
import { found, unwrap } from './problem-error.ts';
import { begin, step, type Work } from './transitions.repo.ts';

/** Who came, as it was said, to a visit of one organisation on one day. */
export interface AskedWorker {
  readonly organisationId: string;
  readonly said: SaidOfWorker;
  readonly day: Temporal.PlainDate;
}

type Worker = KnownWorker & { readonly organisationId: string };

/** By organisation: its workers who have one of the names or references that were said. */
export type KnownWorkers = ReadonlyMap<string, readonly Worker[]>;

function byOrganisation(workers: readonly Worker[]): Map<string, Worker[]> {
  const map = new Map<string, Worker[]>();
  for (const worker of workers) map.set(worker.organisationId, [...(map.get(worker.organisationId) ?? []), worker]);
  return map;
}

/** A worker of the organisation by id. */
export async function findWorker(
  tx: Tx,
  councilId: string,
  organisationId: string,
  id: string,
): Promise<KnownWorker | undefined> {
  return tx
    .selectFrom('workers')
    .select(['id', 'name', 'reference', 'last_date as lastDate'])
    .where('council_id', '=', councilId)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Who came to a visit on which day. */
export interface CameOn {
  readonly workerId: string;
  readonly day: Temporal.PlainDate;
}

/**
 * Keeps the workers of visits as they are until the transaction ends, so that they cannot end meanwhile, and refuses those
 * who had left by the day. Call it last before a visit is written: a worker who was looked up earlier may have left since.
 */
export async function holdWorkers(tx: Tx, councilId: string, came: readonly CameOn[]): Promise<void> {
  if (came.length === 0) return;
  const rows = await tx
    .selectFrom('workers')
    .select(['id', 'name', 'reference', 'last_date as lastDate'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...new Set(came.map(({ workerId }) => workerId))])
    .orderBy('id')
    .forShare()
    .execute();
  const workers = new Map(rows.map((row) => [row.id, row]));
  for (const { workerId, day } of came) unwrap(checkWasThere(found(workers.get(workerId)), day), '/worker');
}

/** Every worker who could be meant. What is written where a name goes may be a reference. */
export async function knownWorkers(tx: Tx, councilId: string, asked: readonly AskedWorker[]): Promise<KnownWorkers> {
  if (asked.length === 0) return new Map();
  const names = asked.flatMap(({ said }) => said.name ?? []);
  const references = [...names, ...asked.flatMap(({ said }) => said.reference ?? [])];
  const rows = await tx
    .selectFrom('workers')
    .select(['id', 'organisation_id as organisationId', 'name', 'reference', 'last_date as lastDate'])
    .where('council_id', '=', councilId)
    .where('organisation_id', 'in', [...new Set(asked.map(({ organisationId }) => organisationId))])
    .where((where) =>
      where.or([
        where('name_key', '=', sql<string>`any(${[...new Set(names.map(workerNameKey))]}::text[])`),
        where('reference_key', '=', sql<string>`any(${[...new Set(references.map(workerReferenceKey))]}::text[])`),
      ]),
    )
    .orderBy('id')
    .execute();
  return byOrganisation(rows);
}

export function whoIsMeant(
  { organisationId, said, day }: AskedWorker,
  known: KnownWorkers,
): Result<WhichWorker, WhichWorkerCode> {
  return whichWorker(said, known.get(organisationId) ?? [], day);
}

interface Plan {
  readonly decided: readonly Result<string, WhichWorkerCode>[];
  readonly made: readonly Worker[];
  /** Workers whose reference was learnt. */
  readonly referred: readonly Worker[];
}

/** Decides one after the other, so that who is made for one row is found by the next. */
function decide(work: Work, asked: readonly AskedWorker[], known: KnownWorkers): Plan {
  const workers = new Map([...known].map(([organisationId, list]) => [organisationId, [...list]]));
  const made = new Map<string, Worker>();
  const referred = new Map<string, Worker>();
  const decided = asked.map((one): Result<string, WhichWorkerCode> => {
    const which = whoIsMeant(one, workers);
    if (!which.ok) return which;
    const { value } = which;
    if (value.kind === 'found') return { ok: true, value: value.worker.id };
    const { organisationId } = one;
    const list = workers.get(organisationId) ?? [];
    const worker: Worker =
      value.kind === 'refer'
        ? { ...value.worker, organisationId, reference: value.reference }
        : {
            id: newId(work.clock, 'worker'),
            organisationId,
            name: value.name,
            reference: value.reference,
            lastDate: null,
          };
    workers.set(organisationId, [...list.filter(({ id }) => id !== worker.id), worker]);
    if (value.kind === 'make' || made.has(worker.id)) made.set(worker.id, worker);
    else referred.set(worker.id, worker);
    return { ok: true, value: worker.id };
  });
  return { decided, made: [...made.values()], referred: [...referred.values()] };
}

const keyOf = (worker: Worker): string => `${worker.reference ?? ''} ${workerNameKey(worker.name)}`;

/** New workers, but for those whose name or reference somebody else took at the same moment; answers the ids of those made. */
export async function insertWorkers(
  { tx, clock, actor }: Work,
  workers: readonly Worker[],
): Promise<ReadonlySet<string>> {
  if (workers.length === 0) return new Set();
  // in one order, so that two uploads that make the same people never wait for each other in a ring
  const rows = [...workers].sort(
    (a, b) => a.organisationId.localeCompare(b.organisationId) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const made = await tx
    .insertInto('workers')
    .values(
      rows.map(({ id, organisationId, name, reference }) => ({
        council_id: actor.councilId,
        id,
        organisation_id: organisationId,
        state: startState('workers', 'add'),
        name,
        name_key: workerNameKey(name),
        reference,
        reference_key: reference === null ? null : workerReferenceKey(reference),
        made_by: actor.accountId,
        made_at: clock.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(made.map(({ id }) => id));
}

/** More often than this no other upload makes the same people between two looks. */
const MAX_TRIES = 5;

/**
 * The ids of the workers who were meant, each in the place of its question, or why it is not known who. Makes those whom
 * were not known and keeps references that are new. Locks nothing that a visit's record needs later.
 */
export async function meetWorkers(
  work: Work,
  asked: readonly AskedWorker[],
): Promise<readonly Result<string, WhichWorkerCode>[]> {
  const { tx, actor } = work;
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const { decided, made, referred } = decide(work, asked, await knownWorkers(tx, actor.councilId, asked));
    const inserted = await insertWorkers(work, made);
    await begin(
      work,
      'workers',
      'meet',
      made.filter(({ id }) => inserted.has(id)),
      { audit: ({ name, reference }) => ({ details: { name, reference: reference ?? '' } }) },
    );
    if (inserted.size < made.length) continue;
    await step(work, 'workers', 'change', referred, {
      each: {
        types: { reference: 'text', reference_key: 'text' },
        of: ({ reference }) => ({ reference, reference_key: workerReferenceKey(reference ?? '') }),
      },
      audit: ({ name, reference }) => ({
        details: { name, reference: reference ?? '', nameBefore: name, referenceBefore: '' },
      }),
    });
    return decided;
  }
  throw new Error('the workers of these visits were made by somebody else again and again');
}
