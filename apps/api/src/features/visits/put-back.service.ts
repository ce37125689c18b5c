// A finance officer undoes "it did not happen", which was said of a visit by mistake: it is planned again, its money is set
// aside again, and its provider can record it. Both sides are told.

import type { Tx } from '@support-market/db/pool';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { AppContext } from '../../platform/context.ts';
import { found } from '../../platform/problem-error.ts';
import { reserveAgain } from '../../platform/reservations.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { lockVisit } from './visits.repo.ts';
import { visitScope } from './visits.service.ts';

/** Throws record.not_found out of reach, visit.not_missed, and what `reserveAgain` throws. */
export async function putVisitBack(
  tx: Tx,
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  reason: string,
): Promise<{ id: string }> {
  const visit = found(await lockVisit(tx, visitScope(context, viewer, reach), id));
  const work = { tx, clock: context.clock, actor: viewer };
  const details = {
    visitId: id,
    serviceDate: visit.service_date.toString(),
    plannedPence: Number(visit.planned_pence),
    reason: reason.trim(),
  };
  await step(work, 'visits', 'putBack', [visit], {
    audit: ({ person_id }) => ({ personId: person_id, reason: reason.trim() }),
    messages: ({ person_id, organisation_id }) => [
      { personId: person_id, kind: 'visit.put-back', details },
      { organisationId: organisation_id, kind: 'visit.put-back', details },
    ],
    otherwise: 'visit.not_missed',
  });
  await reserveAgain(work, [id]);
  return { id };
}
