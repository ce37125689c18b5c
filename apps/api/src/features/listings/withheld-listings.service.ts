// An officer hides a listing from everybody (somebody may come to harm; the provider has closed) and shows it again. Its owner
// is told why. What is ordered goes on: ending an order is a decision about a person, not about a page.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Static } from 'typebox';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { found } from '../../platform/problem-error.ts';
import { step } from '../../platform/transitions.repo.ts';
import { lockRecord } from './own-records.repo.ts';
import { findStanding, listWithheld, type Standing } from './withheld-listings.repo.ts';
import type { StandingOut, WithheldOut, WithheldQuery } from './withheld-listings.schemas.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;
const PAGE = 20;

const shown = ({ organisationId: _organisation, ...standing }: Standing): Static<typeof StandingOut> => standing;

export function viewStanding({ db }: Needs, viewer: Viewer, id: string): Promise<Static<typeof StandingOut>> {
  return inTransaction(db, viewer.councilId, async (tx) => shown(found(await findStanding(tx, viewer.councilId, id))));
}

export async function viewWithheld(
  { db }: Needs,
  viewer: Viewer,
  { cursor, limit = PAGE }: WithheldQuery,
): Promise<Static<typeof WithheldOut>> {
  const list = listAsked('withheld-listings');
  const [after = null] = readCursor(list, cursor, ['text']) ?? [];
  const rows = await inTransaction(db, viewer.councilId, (tx) => listWithheld(tx, viewer.councilId, after, limit + 1));
  return pageFrom(list, rows.map(shown), limit, ({ id }) => [id]);
}

/** Takes a listing out of everybody's sight, or brings it back. Its words and its page follow in the same transaction. */
export function moveListing(
  { db, clock }: Needs,
  viewer: Viewer,
  id: string,
  event: 'withhold' | 'showAgain',
  given: string,
): Promise<Static<typeof StandingOut>> {
  const reason = given.trim();
  return inTransaction(db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    const { title, organisationId } = found(await findStanding(tx, viewer.councilId, id));
    await step({ tx, clock, actor: viewer }, 'listings', event, [{ id }], {
      set: { withheld_because: event === 'withhold' ? reason : null },
      audit: () => ({ reason }),
      messages: () => [
        {
          organisationId,
          kind: event === 'withhold' ? 'listing.withheld' : 'listing.shown-again',
          details: { listingId: id, title, reason },
        },
      ],
    });
    await listingsChanged(tx, [id]);
    return shown(found(await findStanding(tx, viewer.councilId, id)));
  });
}
