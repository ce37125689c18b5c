// Finds what one source brought, in pages.

import type { Tx } from '@support-market/db/pool';

export interface SourceListing {
  readonly id: string;
  readonly source_ref: string;
  readonly state: string;
}

/** Those that the public may see or could see again, in the order of their references. */
export async function findListingsOfSource(
  tx: Tx,
  source: string,
  after: string,
  most: number,
): Promise<SourceListing[]> {
  const rows = await tx
    .selectFrom('listings')
    .select(['id', 'source_ref', 'state'])
    .where('source', '=', source)
    .where('source_ref', '>', after)
    .where('state', 'in', ['published', 'stale', 'hidden'])
    .orderBy('source_ref')
    .limit(most)
    .execute();
  return rows.map(({ id, source_ref, state }) => ({ id, source_ref: source_ref ?? '', state }));
}
