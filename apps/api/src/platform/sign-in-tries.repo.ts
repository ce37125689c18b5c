// Keeps the count of wrong passwords, by hashes that name no one.

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import {
  ACCOUNT_TRIES,
  FORGET_TRIES_HOURS,
  SOURCE_TRIES,
  SOURCE_WINDOW_MINUTES,
} from '@support-market/domain/access/session-rules';
import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

export interface TriesKey {
  readonly emailHash: string;
  readonly sourceHash: string;
  /** The source is a browser that the account signed in with before. */
  readonly known: boolean;
}

/** What a transaction has to name to see the tries that count for a key. */
const knowing = (key: TriesKey) => ({ knowing: { triedEmail: key.emailHash, triedFrom: key.sourceHash } });

type WaitRule = (tries: number, lastTry: Temporal.Instant, now: Temporal.Instant) => number;

/** Counts one try more and answers 0, or counts nothing and answers the seconds to wait. Tries of one key are counted one by one. */
export async function countTry(db: Db, key: TriesKey, now: Temporal.Instant, rule: WaitRule): Promise<number> {
  const count = async (tx: Tx): Promise<number> => {
    const bySource = sql`source_hash = ${key.sourceHash}`;
    const byAccount = sql`email_hash = ${key.emailHash} and not known`;
    const waits = [
      await waitForAll(tx, bySource, SOURCE_TRIES, now),
      key.known ? 0 : await waitForAll(tx, byAccount, ACCOUNT_TRIES, now),
    ];
    const longest = Math.max(...waits);
    if (longest > 0) return longest;
    await tx
      .insertInto('sign_in_failures')
      .values({ email_hash: key.emailHash, source_hash: key.sourceHash, failures: 0, last_at: now, known: key.known })
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
  };
  return inTransaction(db, null, count, knowing(key));
}

/** Seconds to wait when the tries that `which` counts together are too many within the window; 0 otherwise. */
async function waitForAll(tx: Tx, which: RawBuilder<unknown>, most: number, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ tries: bigint; oldest: Temporal.Instant | null }>`
    select coalesce(sum(failures), 0)::bigint as tries, min(last_at) as oldest from sign_in_failures
     where ${which} and last_at > ${now.subtract({ minutes: SOURCE_WINDOW_MINUTES })}`.execute(tx);
  const counted = rows[0];
  if (!counted?.oldest || counted.tries < BigInt(most)) return 0;
  const until = counted.oldest.add({ minutes: SOURCE_WINDOW_MINUTES });
  return Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1_000));
}

/** Forgets what was tried on an account from everywhere. */
export async function forgetAllTries(db: Db, emailHash: string): Promise<void> {
  await inTransaction(
    db,
    null,
    (tx) => tx.deleteFrom('sign_in_failures').where('email_hash', '=', emailHash).execute(),
    { knowing: { triedEmail: emailHash } },
  );
}

export async function forgetTries(db: Db, key: TriesKey): Promise<void> {
  const forget = (tx: Tx) =>
    tx
      .deleteFrom('sign_in_failures')
      .where('email_hash', '=', key.emailHash)
      .where('source_hash', '=', key.sourceHash)
      .execute();
  await inTransaction(db, null, forget, knowing(key));
}
