// The one question that readiness needs an answer to: does the database answer, and is its schema there.

import type { Db } from '@support-market/db/pool';

export async function isDatabaseReady(db: Db): Promise<boolean> {
  try {
    await db.selectFrom('councils').select('id').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}
