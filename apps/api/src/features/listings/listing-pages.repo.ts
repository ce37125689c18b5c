// Empties the kept pages of listings: whatever changes something that a listing's page shows calls this in the same
// transaction, and the next reader builds the page again.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';

export async function forgetListingPages(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await sql`insert into listing_pages (slug)
    select listing.slug from listings as listing where listing.id = any(${[...listingIds]}::text[]) order by listing.slug
    on conflict (slug) do update set version = listing_pages.version + 1, built_for = null, body = null`.execute(tx);
}
