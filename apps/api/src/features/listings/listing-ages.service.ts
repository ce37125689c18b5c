// Marks listings that were not confirmed for long, tells their providers, and hides those that stay unanswered, every
// night. Source: the domain notes, section 8.

import { inTransaction } from '@support-market/db/transaction';
import { LISTING_STALE_MONTHS, staleBefore } from '@support-market/domain/listings/listing-age';
import { systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import type { NewMessage } from '../../platform/messages.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { type AgedListing, lockLongStale, lockUnconfirmed } from './listing-ages.repo.ts';

const CHUNK = 500;

const STEPS = [
  // hidden first, so that what is marked tonight is not looked at again
  { event: 'hide', find: lockLongStale, kind: 'listing.hidden' },
  { event: 'markStale', find: lockUnconfirmed, kind: 'listing.marked-stale' },
] as const;

/** Answers how many were marked and hidden. */
export async function ageListings({ db, clock }: Pick<AppContext, 'db' | 'clock'>) {
  const done = { markStale: 0, hide: 0 };
  // Its provider is told in the council whose file brought it; a listing that no council brought has no one to tell.
  for (const councilId of [...(await listCouncilIds(db)), null]) {
    const actor = systemActor(councilId ?? '', 'age-listings');
    for (const { event, find, kind } of STEPS) {
      const told = ({ id, title, organisationId }: AgedListing): NewMessage[] => [
        { organisationId, kind, details: { listingId: id, title, months: LISTING_STALE_MONTHS } },
      ];
      for (;;) {
        const count = await inTransaction(db, councilId, async (tx) => {
          const listings = await find(tx, councilId, staleBefore(clock.today()), CHUNK);
          await step({ tx, clock, actor }, 'listings', event, listings, {
            audit: null,
            ...(councilId === null ? {} : { messages: told }),
          });
          return listings.length;
        });
        done[event] += count;
        if (count < CHUNK) break;
      }
    }
  }
  return done;
}
