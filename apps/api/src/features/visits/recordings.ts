// What recording a visit comes to and who hears of it when it puts an earlier one right: the same for a form and for a file.

import type { Tx } from '@support-market/db/pool';
import { pence } from '@support-market/domain/shared/money';
import { ok, type Result } from '@support-market/domain/shared/result';
import { type RecordCode, type RecordedTimes, recordVisit } from '@support-market/domain/visits/recording';
import type { ToleranceSettings } from '@support-market/domain/visits/tolerance';
import type { Temporal } from 'temporal-polyfill';
import { recordMessages } from '../../platform/messages.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { closeExceptions, type RecordableRow, type RecordingToSave } from './visits.repo.ts';

export interface RecordedVisit {
  readonly visit: RecordableRow;
  readonly recording: RecordingToSave;
  /** Whether the visit had been recorded before. */
  readonly corrects: boolean;
}

/** The recording to save, with each line's part of the charge; refuses with the codes of `recordVisit`. */
export function recordingOf(
  visit: RecordableRow,
  recorded: { readonly worker: string | null; readonly times: RecordedTimes | null },
  at: { readonly now: Temporal.Instant; readonly tolerance: ToleranceSettings },
): Result<RecordedVisit, RecordCode> {
  const { worker, times } = recorded;
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
      from: visit.state,
      worker,
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

/** Closes what finance was to look at of visits that were recorded again, and tells the people. Others are passed over. */
export async function tellOfCorrections(
  tx: Tx,
  clock: Clock,
  councilId: string,
  by: { readonly at: Temporal.Instant; readonly accountId: string },
  recorded: readonly RecordedVisit[],
): Promise<void> {
  const corrected = recorded.filter(({ corrects }) => corrects);
  const ids = corrected.map(({ visit }) => visit.id);
  await closeExceptions(tx, councilId, ids, { ...by, note: 'recorded again by the provider' });
  await recordMessages(
    tx,
    clock,
    councilId,
    corrected.map(({ visit, recording }) => ({
      personId: visit.person_id,
      kind: 'visit.corrected',
      details: {
        visitId: visit.id,
        serviceDate: visit.service_date.toString(),
        chargePence: Number(recording.chargePence),
      },
    })),
  );
}
