// Says what a row of a file of actuals comes to beside the visits it could mean: a recording, nothing new, or a refusal.

import { londonDate } from '@support-market/domain/shared/local-time';
import type { ActualsCode, ActualsLookUpCode } from '@support-market/domain/visits/actuals';
import { chooseVisit } from '@support-market/domain/visits/recording';
import type { ToleranceSettings } from '@support-market/domain/visits/tolerance';
import type { WhichWorkerCode } from '@support-market/domain/workers/which-worker';
import { Temporal } from 'temporal-polyfill';
import { type RecordedVisit, recordingOf } from '../features/visits/recordings.ts';
import type { OtherVisit, RecordableRow } from '../features/visits/visits.repo.ts';
import { type AskedWorker, type KnownWorkers, whoIsMeant } from '../platform/workers.repo.ts';
import type { CsvRowCode } from '../ports/csv/read-csv.ts';
import type { Row } from './upload-actuals-rows.ts';

export type Code = ActualsCode | ActualsLookUpCode | CsvRowCode;

export type Outcome =
  | { readonly kind: 'accepted'; readonly visitId: string }
  /** `visitId` where the visit was found and is recorded just so. */
  | { readonly kind: 'unchanged'; readonly visitId?: string }
  | {
      readonly kind: 'rejected';
      readonly code: Code;
      readonly column: string | null;
      readonly details?: Readonly<Record<string, unknown>>;
    };

/** A recording without its worker, who may still have to be made. */
export interface PossibleVisit extends RecordedVisit {
  readonly asked: AskedWorker;
}

/** Why it is not known who came, and in which column that stands. */
export function unknownWorker(refusal: {
  code: WhichWorkerCode;
  details?: Readonly<Record<string, unknown>>;
}): Outcome {
  const column = refusal.code === 'worker.reference_unknown' ? 'worker_reference' : 'worker';
  return { kind: 'rejected', column, ...refusal };
}

export interface RowContext {
  readonly known: KnownWorkers;
  readonly tolerance: ToleranceSettings;
  readonly now: Temporal.Instant;
}

const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant): boolean =>
  a !== null && a.epochMilliseconds === b.epochMilliseconds;

/** The visit that a row speaks of, among those it could mean. */
export function visitOf(row: Row, candidates: readonly RecordableRow[]): RecordableRow | Outcome {
  const chosen = chooseVisit(
    candidates.map((visit) => ({ id: visit.id, state: visit.state, plannedStart: visit.planned_start, visit })),
    row.actual.start,
  );
  return chosen.ok ? chosen.value.visit : { kind: 'rejected', code: chosen.code, column: 'reference' };
}

/** Who a row says came to its visit. */
export function askedOf({ actual }: Row, visit: RecordableRow): AskedWorker {
  return { organisationId: visit.organisation_id, said: actual.worker, day: londonDate(actual.start) };
}

/** What recording a row would come to, before anyone is made for it or asks whether its worker was elsewhere. */
export function readAgainst(
  row: Row,
  visit: RecordableRow,
  { known, tolerance, now }: RowContext,
): Outcome | PossibleVisit {
  const { actual } = row;
  const asked = askedOf(row, visit);
  const which = whoIsMeant(asked, known);
  if (!which.ok) return unknownWorker(which);
  const same =
    which.value.kind !== 'make' &&
    visit.worker_id === which.value.worker.id &&
    sameInstant(visit.actual_start, actual.start) &&
    sameInstant(visit.actual_end, actual.end);
  if (same && visit.charge_pence !== null) return { kind: 'unchanged', visitId: visit.id };
  const read = recordingOf(visit, { workerId: null, times: actual }, { now, tolerance });
  if (read.ok) return { ...read.value, asked };
  const column = typeof read.details?.column === 'string' ? read.details.column : 'reference';
  return { kind: 'rejected', code: read.code, column };
}

/** Where each worker is known to have been, as rows are taken one after the other. */
export function makeWhereabouts(others: readonly OtherVisit[]) {
  const byWorker = new Map<string, Map<string, { start: Temporal.Instant; end: Temporal.Instant | null }>>();
  const of = (workerId: string) => {
    let known = byWorker.get(workerId);
    if (!known) {
      known = new Map();
      byWorker.set(workerId, known);
    }
    return known;
  };
  for (const other of others) {
    of(other.worker_id).set(other.id, { start: other.start, end: other.end });
  }
  return {
    isElsewhere: ({ visit, recording }: RecordedVisit): boolean => {
      const { start, end, workerId } = recording;
      if (!start || !end || !workerId) return false;
      for (const [id, other] of of(workerId)) {
        if (id === visit.id) continue;
        const endsBefore = other.end !== null && Temporal.Instant.compare(other.end, start) <= 0;
        if (!endsBefore && Temporal.Instant.compare(other.start, end) < 0) return true;
      }
      return false;
    },
    note: ({ visit, recording }: RecordedVisit): void => {
      if (visit.worker_id) of(visit.worker_id).delete(visit.id);
      if (recording.start && recording.workerId) {
        of(recording.workerId).set(visit.id, { start: recording.start, end: recording.end });
      }
    },
  };
}
