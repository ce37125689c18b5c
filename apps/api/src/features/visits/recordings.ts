// What recording a visit comes to and who hears of it when it puts an earlier one right: the same for a form and for a file.

import { londonDate } from '@support-market/domain/shared/local-time';
import { pence } from '@support-market/domain/shared/money';
import { ok, type Result } from '@support-market/domain/shared/result';
import { type RecordCode, type RecordedTimes, recordVisit } from '@support-market/domain/visits/recording';
import type { ToleranceSettings } from '@support-market/domain/visits/tolerance';
import type { Temporal } from 'temporal-polyfill';
import { closeExceptions } from '../../platform/exceptions.repo.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { type StepOptions, step, type Work } from '../../platform/transitions.repo.ts';
import { holdWorkers } from '../../platform/workers.repo.ts';
import { type RecordableRow, type RecordingToSave, saveShareCharges } from './visits.repo.ts';

export interface RecordedVisit {
  readonly visit: RecordableRow;
  readonly recording: RecordingToSave;
  /** Whether the visit had been recorded before. */
  readonly corrects: boolean;
}

/** The recording to save, with each line's part of the charge; refuses with the codes of `recordVisit`. */
export function recordingOf(
  visit: RecordableRow,
  recorded: { readonly workerId: string | null; readonly times: RecordedTimes | null },
  at: { readonly now: Temporal.Instant; readonly tolerance: ToleranceSettings },
): Result<RecordedVisit, RecordCode> {
  const { workerId, times } = recorded;
  const read = recordVisit({
    visit: {
      state: visit.state,
      orderState: visit.order_state,
      serviceDate: visit.service_date,
      unit: visit.unit,
      unitPence: visit.unit_price_pence,
      quantity: visit.quantity,
      plannedPence: visit.planned_pence,
      shares: visit.shares,
    },
    times,
    ...at,
  });
  if (!read.ok) return read;
  const { minutes, chargePence, shareCharges, within, corrects } = read.value;
  return ok({
    visit,
    corrects,
    recording: {
      id: visit.id,
      workerId,
      start: times?.start ?? null,
      end: times?.end ?? null,
      minutes,
      chargePence,
      shares: visit.shares.map((share, index) => ({
        position: share.position,
        chargePence: shareCharges[index] ?? pence(0),
      })),
      within,
    },
  });
}

interface Saved extends RecordedVisit {
  readonly id: string;
}

const TYPES = {
  worker_id: 'text',
  actual_start: 'timestamptz',
  actual_end: 'timestamptz',
  actual_minutes: 'integer',
  charge_pence: 'bigint',
  within_tolerance: 'boolean',
};

/**
 * Saves recordings in as many statements for a thousand as for one. Those that put an earlier one right close what finance
 * was to look at and tell the people. Throws record.changed where one was decided meanwhile, and worker.ended where the worker
 * had left by that day, also where that was said a moment ago.
 */
export async function saveRecordings(work: Work, recorded: readonly RecordedVisit[]): Promise<void> {
  if (recorded.length === 0) return;
  const { tx, clock, actor } = work;
  await holdWorkers(
    tx,
    actor.councilId,
    recorded.flatMap(({ visit, recording: { workerId, start } }) =>
      workerId === null ? [] : [{ workerId, day: start === null ? visit.service_date : londonDate(start) }],
    ),
  );
  const all = recorded.map((one): Saved => ({ ...one, id: one.visit.id }));
  const corrected = all.filter(({ corrects }) => corrects);
  const options: StepOptions<'visits', Saved> = {
    set: { recorded_at: clock.now(), recorded_by: actor.accountId, query_note: '' },
    each: {
      types: TYPES,
      of: ({ recording }) => ({
        worker_id: recording.workerId,
        actual_start: recording.start,
        actual_end: recording.end,
        actual_minutes: recording.minutes,
        charge_pence: recording.chargePence,
        within_tolerance: recording.within,
      }),
    },
    audit: ({ visit, recording }) => ({
      personId: visit.person_id,
      details: { chargePence: Number(recording.chargePence), within: recording.within },
    }),
  };
  await step(
    work,
    'visits',
    'record',
    all.filter(({ corrects }) => !corrects),
    options,
  );
  await step(work, 'visits', 'correct', corrected, {
    ...options,
    messages: ({ visit, recording }) => [
      {
        personId: visit.person_id,
        kind: 'visit.corrected',
        details: {
          visitId: visit.id,
          serviceDate: visit.service_date.toString(),
          chargePence: Number(recording.chargePence),
        },
      },
    ],
  });
  await saveShareCharges(
    tx,
    actor.councilId,
    all.map(({ recording }) => recording),
  );
  await closeExceptions(
    work,
    'withdraw',
    corrected.map(({ id }) => id),
    { note: sayRecorded('recorded-again') },
  );
}
