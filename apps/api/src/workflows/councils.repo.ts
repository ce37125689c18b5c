// The row a council begins with, real or made up.

import type { Db, Tx } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

export interface NewCouncil {
  readonly id: string;
  /** Two to forty of `a-z`, `0-9` and `-`. */
  readonly slug: string;
  readonly name: string;
  /** Three capitals, the beginning of the numbers of its papers. */
  readonly code: string;
  readonly addressLine: string;
  readonly city: string;
  readonly postcode: string;
  readonly email: string;
  /** What is made up for a council of the demonstration; a real one has none of it. */
  readonly demonstration?: {
    readonly madeOn: Temporal.PlainDate;
    readonly latitude: number;
    readonly longitude: number;
  };
}

/** Writes a council with the published settings. False when its slug or its code belongs to another already. */
export async function insertCouncil(tx: Tx, council: NewCouncil): Promise<boolean> {
  const { demonstration } = council;
  const row = await tx
    .insertInto('councils')
    .values({
      id: council.id,
      slug: council.slug,
      name: council.name,
      code: council.code,
      address_line: council.addressLine,
      city: council.city,
      postcode: council.postcode,
      email: council.email,
      demonstration: demonstration !== undefined,
      ...(demonstration && {
        demonstration_made_on: demonstration.madeOn,
        latitude: demonstration.latitude,
        longitude: demonstration.longitude,
      }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a made-up council is in this database. */
export async function holdsDemonstration(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('councils')
    .select('id')
    .where('demonstration', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The council that has this slug already. */
export async function findCouncilName(db: Db, slug: string): Promise<string | null> {
  const row = await db.selectFrom('councils').select('name').where('slug', '=', slug).executeTakeFirst();
  return row?.name ?? null;
}
