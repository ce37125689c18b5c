// The locks by which workers are known to live, and the jobs that the dead ones held.

import type { DbClient, DbPool } from '@support-market/db/pool';

/** Which advisory locks are workers': the first half of their key ("work" in ASCII). The second is a hash of the worker's name. */
const WORKERS = 0x776f726b;

/** Takes the lock for as long as the connection lives; a machine that fell silent counts as gone after a minute and a half. */
export async function lockWorker(client: DbClient, workerId: string): Promise<void> {
  await client.query(
    `select set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),
            set_config('tcp_keepalives_count', '6', false)`,
  );
  await client.query('select pg_advisory_lock($1, hashtext($2))', [WORKERS, workerId]);
}

/** Workers that have jobs but hold no lock. */
export async function findDeadWorkers(pool: DbPool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs as job
      where locked_by is not null
        and not exists (
          select from pg_locks as held
           where held.locktype = 'advisory' and held.granted and held.objsubid = 2
             and held.database = (select oid from pg_database where datname = current_database())
             and held.classid = $1::bigint::oid
             and held.objid = (hashtext(job.locked_by)::bigint & 4294967295)::oid)`,
    [WORKERS],
  );
  return rows.map((row) => row.locked_by);
}

/** Makes the jobs that these workers held free for others. */
export async function unlockWorkers(pool: DbPool, workerIds: readonly string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [workerIds]);
}
