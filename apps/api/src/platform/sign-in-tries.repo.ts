// Keeps the count of wrong passwords, by hashes that name nobody.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { FORGET_TRIES_HOURS, SOURCE_TRIES, SOURCE_WINDOW_MINUTES } from '@support-market/domain/access/session-rules';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

export interface TriesKey {
  readonly emailHash: string;
  readonly sourceHash: string;
}

type WaitRule = (tries: number, lastTry: Temporal.Instant, now: Temporal.Instant) => number;

/** Counts one try more and answers 0, or counts nothing and answers the seconds to wait. Tries of one key are counted one by one. */
export async function countTry(db: Db, key: TriesKey, now: Temporal.Instant, rule: WaitRule): Promise<number> {
  return inTransaction(db, null, async (tx) => {
    const { rows } = await sql<{ tries: bigint; oldest: Temporal.Instant | null }>`
      select coalesce(sum(failures), 0)::bigint as tries, min(last_at) as oldest from sign_in_failures
       where source_hash = ${key.sourceHash} and last_at > ${now.subtract({ minutes: SOURCE_WINDOW_MINUTES })}`.execute(
      tx,
    );
    const bySource = rows[0];
    if (bySource?.oldest && bySource.tries >= BigInt(SOURCE_TRIES)) {
      const until = bySource.oldest.add({ minutes: SOURCE_WINDOW_MINUTES });
      return Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1_000));
    }
    await tx
      .insertInto('sign_in_failures')
      .values({ email_hash: key.emailHash, source_hash: key.sourceHash, failures: 0, last_at: now })
      .onConflict((conflict) => conflict.columns(['email_hash', 'source_hash']).doNothing())
      .execute();
    const kept = await tx
      .selectFrom('sign_in_failures')
      .select(['failures', 'last_at'])
      .where('email_hash', '=', key.emailHash)
      .where('source_hash', '=', key.sourceHash)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const old = Temporal.Instant.compare(kept.last_at, now.subtract({ hours: FORGET_TRIES_HOURS })) < 0;
    const tries = old ? 0 : kept.failures;
    const wait = rule(tries, kept.last_at, now);
    if (wait > 0) return wait;
    await tx
      .updateTable('sign_in_failures')
      .set({ failures: tries + 1, last_at: now })
      .where('email_hash', '=', key.emailHash)
      .where('source_hash', '=', key.sourceHash)
      .execute();
    return 0;
  });
}

export async function forgetTries(db: Db, key: TriesKey): Promise<void> {
  await db
    .deleteFrom('sign_in_failures')
    .where('email_hash', '=', key.emailHash)
    .where('source_hash', '=', key.sourceHash)
    .execute();
}
