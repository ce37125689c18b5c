// Finds who a session belongs to in one look-up, so that a role or a session that ended counts from the next request on.

import type { Db } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import type { Viewer } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

const viewerStatement = prepared(
  (sessionId: string, now: Temporal.Instant) =>
    sql<{
      viewer: Viewer | null;
    }>`select session_viewer(${sessionId}, ${now}) as viewer`,
);

/** The viewer of a session that is still open at `now`, or null. */
export async function findSessionViewer(db: Db, sessionId: string, now: Temporal.Instant): Promise<Viewer | null> {
  const { rows } = await db.executeQuery(viewerStatement(sessionId, now));
  return rows[0]?.viewer ?? null;
}
