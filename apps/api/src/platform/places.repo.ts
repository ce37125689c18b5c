// Where a postcode lies, for every question that is asked near one.

import type { Db } from '@support-market/db/pool';
import type { Point } from '@support-market/domain/shared/postcodes';
import { sql } from 'kysely';

/** Where a postcode or an outward code is, or null. */
export async function findPlace(
  db: Db,
  place: { readonly kind: 'postcode' | 'outward'; readonly value: string },
): Promise<Point | null> {
  const { rows } = await (place.kind === 'postcode'
    ? sql<Point>`select latitude as lat, longitude as lon from postcodes where postcode = ${place.value} and latitude is not null`
    : sql<Point>`select latitude as lat, longitude as lon from outwards where outward = ${place.value}`
  ).execute(db);
  return rows[0] ?? null;
}
