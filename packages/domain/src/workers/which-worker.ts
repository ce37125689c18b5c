// Which of an organisation's workers a name, a reference or both speak of. A reference is one person. A name is a person
// only while one alone has it: of two, none is guessed. Why: docs/decisions/0024-workers-are-people-with-a-reference.md.

import { Temporal } from 'temporal-polyfill';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { workerNameKey, workerReferenceKey } from './worker-names.ts';

export interface KnownWorker {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  /** The last day on which they worked there; null while they do. */
  readonly lastDate: Temporal.PlainDate | null;
}

/** What was said of who came; at least one of the two. */
export interface SaidOfWorker {
  readonly name: string | null;
  readonly reference: string | null;
}

export type WhichWorker =
  | { readonly kind: 'found'; readonly worker: KnownWorker }
  /** The one of that name whose reference we did not know until now. */
  | { readonly kind: 'refer'; readonly worker: KnownWorker; readonly reference: string }
  | { readonly kind: 'make'; readonly name: string; readonly reference: string | null };

export type WhichWorkerCode = CodeOf<'worker.ended' | 'worker.name_ambiguous' | 'worker.reference_unknown'>;

const wasThere = ({ lastDate }: KnownWorker, day: Temporal.PlainDate): boolean =>
  lastDate === null || Temporal.PlainDate.compare(day, lastDate) <= 0;

/** Refuses somebody who had left by that day, with the day on which they did. */
export function checkWasThere(worker: KnownWorker, day: Temporal.PlainDate): Result<KnownWorker, 'worker.ended'> {
  if (wasThere(worker, day)) return ok(worker);
  return refuse('worker.ended', { name: worker.name, lastDate: worker.lastDate?.toString() ?? '' });
}

/** The references of workers of one name, for a sentence about them; null stands for those who have none. */
function referencesOf(workers: readonly KnownWorker[]): readonly (string | null)[] {
  const known = workers.flatMap(({ reference }) => reference ?? []).sort();
  return known.length < workers.length ? [...known, null] : known;
}

function byReference(
  said: { readonly name: string | null; readonly reference: string },
  workers: readonly KnownWorker[],
  day: Temporal.PlainDate,
): Result<WhichWorker, WhichWorkerCode> {
  const key = workerReferenceKey(said.reference);
  const known = workers.find(({ reference }) => reference !== null && workerReferenceKey(reference) === key);
  if (known !== undefined) {
    const there = checkWasThere(known, day);
    return there.ok ? ok({ kind: 'found', worker: known }) : there;
  }
  if (said.name === null) return refuse('worker.reference_unknown', { reference: said.reference });
  const nameKey = workerNameKey(said.name);
  const nameless = workers.find(
    ({ name, reference, lastDate }) => reference === null && lastDate === null && workerNameKey(name) === nameKey,
  );
  if (nameless !== undefined) return ok({ kind: 'refer', worker: nameless, reference: said.reference });
  return ok({ kind: 'make', name: said.name, reference: said.reference });
}

function byName(
  name: string,
  workers: readonly KnownWorker[],
  day: Temporal.PlainDate,
): Result<WhichWorker, WhichWorkerCode> {
  const key = workerNameKey(name);
  const called = workers.filter((worker) => workerNameKey(worker.name) === key);
  const there = called.filter((worker) => wasThere(worker, day));
  const [only, other] = there;
  if (only !== undefined && other === undefined) return ok({ kind: 'found', worker: only });
  if (only !== undefined) return refuse('worker.name_ambiguous', { name, references: referencesOf(there) });
  const [gone] = called;
  if (gone !== undefined) {
    const refused = checkWasThere(gone, day);
    if (!refused.ok) return refused;
  }
  // where a name is asked for, some write the number that they know the worker by
  const referenceKey = workerReferenceKey(name);
  const numbered = workers.find(
    ({ reference }) => reference !== null && workerReferenceKey(reference) === referenceKey,
  );
  if (numbered === undefined) return ok({ kind: 'make', name, reference: null });
  const present = checkWasThere(numbered, day);
  return present.ok ? ok({ kind: 'found', worker: numbered }) : present;
}

/**
 * Who is meant on a day, among the organisation's `workers` (all that have the name or the reference). A reference that is
 * known is that worker, whatever name stands beside it. One that is new, with a name, is the worker of that name who has
 * no reference yet, or else somebody new.
 */
export function whichWorker(
  said: SaidOfWorker,
  workers: readonly KnownWorker[],
  day: Temporal.PlainDate,
): Result<WhichWorker, WhichWorkerCode> {
  if (said.reference !== null) return byReference({ name: said.name, reference: said.reference }, workers, day);
  return byName(said.name ?? '', workers, day);
}
