// Says what a row of a file of actuals comes to beside the visits it could mean: a recording, nothing new, or a refusal.

import type { ActualsCode, ActualsLookUpCode } from '@support-market/domain/visits/actuals';
import { chooseVisit } from '@support-market/domain/visits/recording';
import type { ToleranceSettings } from '@support-market/domain/visits/tolerance';
import { Temporal } from 'temporal-polyfill';
import { type RecordedVisit, recordingOf } from '../features/visits/recordings.ts';
import type { OtherVisit, RecordableRow } from '../features/visits/visits.repo.ts';
import type { CsvRowCode } from '../ports/csv/read-csv.ts';
import type { Row } from './upload-actuals-rows.ts';

export type Code = ActualsCode | ActualsLookUpCode | CsvRowCode;

export type Outcome =
  | { readonly kind: 'accepted'; readonly visitId: string }
  /** `visitId` where the visit was found and is recorded just so. */
  | { readonly kind: 'unchanged'; readonly visitId?: string }
  | { readonly kind: 'rejected'; readonly code: Code; readonly column: string | null };

const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant): boolean =>
  a !== null && a.epochMilliseconds === b.epochMilliseconds;

/** What recording a row would come to, before anyone asks whether its worker was elsewhere. */
export function readAgainst(
  row: Row,
  candidates: readonly RecordableRow[],
  tolerance: ToleranceSettings,
  now: Temporal.Instant,
): Outcome | RecordedVisit {
  const { actual } = row;
  const chosen = chooseVisit(
    candidates.map((visit) => ({ id: visit.id, state: visit.state, plannedStart: visit.planned_start, visit })),
    actual.start,
  );
  if (!chosen.ok) return { kind: 'rejected', code: chosen.code, column: 'reference' };
  const { visit } = chosen.value;
  const same =
    visit.worker === actual.worker &&
    sameInstant(visit.actual_start, actual.start) &&
    sameInstant(visit.actual_end, actual.end);
  if (same && visit.charge_pence !== null) return { kind: 'unchanged', visitId: visit.id };
  const read = recordingOf(visit, { worker: actual.worker, times: actual }, { now, tolerance });
  if (read.ok) return read.value;
  const column = typeof read.details?.column === 'string' ? read.details.column : 'reference';
  return { kind: 'rejected', code: read.code, column };
}

/** Where each worker is known to have been, as rows are taken one after the other. */
export function makeWhereabouts(others: readonly OtherVisit[]) {
  const byWorker = new Map<string, Map<string, { start: Temporal.Instant; end: Temporal.Instant | null }>>();
  const of = (organisationId: string, worker: string) => {
    const key = `${organisationId}|${worker.toLowerCase()}`;
    let known = byWorker.get(key);
    if (!known) {
      known = new Map();
      byWorker.set(key, known);
    }
    return known;
  };
  for (const other of others) {
    of(other.organisation_id, other.worker).set(other.id, { start: other.start, end: other.end });
  }
  return {
    isElsewhere: ({ visit, recording }: RecordedVisit): boolean => {
      const { start, end, worker } = recording;
      if (!start || !end || !worker) return false;
      for (const [id, other] of of(visit.organisation_id, worker)) {
        if (id === visit.id) continue;
        const endsBefore = other.end !== null && Temporal.Instant.compare(other.end, start) <= 0;
        if (!endsBefore && Temporal.Instant.compare(other.start, end) < 0) return true;
      }
      return false;
    },
    note: ({ visit, recording }: RecordedVisit): void => {
      if (visit.worker) of(visit.organisation_id, visit.worker).delete(visit.id);
      if (recording.start && recording.worker) {
        of(visit.organisation_id, recording.worker).set(visit.id, { start: recording.start, end: recording.end });
      }
    },
  };
}
