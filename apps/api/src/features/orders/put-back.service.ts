// A finance officer undoes "no", which a provider said to an order by mistake: it waits for the provider's answer again, with
// its visits planned and its money set aside. Both sides are told.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isWithCouncil } from '@support-market/domain/people/person-states';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { reserveAgain } from '../../platform/reservations.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { lockOrder } from './orders.repo.ts';
import type { PutBackIn } from './orders.schemas.ts';
import { personOf, visitsCalledOffByDeclining } from './put-back.repo.ts';

/** Throws record.not_found out of reach, order.not_declined, person.ended, and what `reserveAgain` throws. */
export async function putOrderBack(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  { id, key, body }: { readonly id: string; readonly key: string; readonly body: PutBackIn },
): Promise<{ id: string }> {
  const { clock } = context;
  const reason = body.reason.trim();
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: `putOrderBack ${id}`, body }, async () => {
      const order = found(await lockOrder(tx, { viewer, reach, today: clock.today() }, id));
      const { councilId } = viewer;
      const person = found(await personOf(tx, councilId, order.person_id));
      const visits = await visitsCalledOffByDeclining(tx, councilId, id);
      // It waits for an answer again: that is something new.
      if (!isWithCouncil(person, clock.today()))
        throw new ProblemError('person.ended', { details: { personName: person.name } });
      const work = { tx, clock, actor: viewer };
      const details = {
        orderId: id,
        reference: order.reference,
        organisationName: order.organisation_name,
        totalPence: Number(order.total_pence),
        reason,
      };
      await step(work, 'orders', 'putBack', [order], {
        set: { decided_at: null, decline_reason: null, decline_note: '' },
        audit: ({ person_id }) => ({ personId: person_id, reason }),
        messages: ({ person_id, organisation_id }) => [
          { personId: person_id, kind: 'order.put-back', details },
          { organisationId: organisation_id, kind: 'order.put-back', details },
        ],
        otherwise: 'order.not_declined',
      });
      await step(work, 'visits', 'planAgain', visits, { audit: null });
      await reserveAgain(
        work,
        visits.map((visit) => visit.id),
      );
      return { id };
    }),
  );
}
