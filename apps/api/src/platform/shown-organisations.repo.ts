// Which organisations a stranger may know of: one home for their pages, photos and feeds, which must agree.

import { type RawBuilder, sql } from 'kysely';

/** Whether an organisation offers something that is shown: without that, a stranger cannot tell that it is there. */
export function offersSomething(organisation: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from listings as offered
    where offered.organisation_id = ${sql.ref(`${organisation}.id`)} and offered.state in ('published', 'stale'))`;
}
