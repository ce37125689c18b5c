// Every council of the installation, for work that goes over all of them.

import type { Db } from '@support-market/db/pool';

export async function listCouncilIds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('councils').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
