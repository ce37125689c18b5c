// The same key and body give the same answer and happen once, however often and however close together they arrive.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { allOf, write } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { type CompiledQuery, type QueryResult, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports/clock/clock.ts';
import { ProblemError } from './problem-error.ts';

/** JSON with sorted keys, so that the same body always reads the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

export interface IdempotentRequest {
  readonly key: string;
  /** What is asked for, and of which record: `placeBasket bsk_…`. */
  readonly operation: string;
  readonly body: unknown;
}

const keyStatement = prepared(
  (
    councilId: string,
    accountId: string,
    key: string,
    operation: string,
    fingerprint: string,
    at: Temporal.Instant,
  ) => sql`
    insert into idempotency_keys (council_id, account_id, key, operation, fingerprint, created_at)
    values (${councilId}, ${accountId}, ${key}, ${operation}, ${fingerprint}, ${at})
    on conflict (council_id, account_id, key) do nothing returning key`,
);

const answerStatement = prepared(
  (answer: string, councilId: string, accountId: string, key: string) => sql`
    update idempotency_keys set status = 200, response = ${answer}
     where council_id = ${councilId} and account_id = ${accountId} and key = ${key}`,
);

/**
 * Runs `work` once for a key, in the caller's transaction, and keeps its answer; a repeat gets the kept answer back.
 * A repeat that arrives while the first is still at work waits for it. Another body under the same key is refused
 * with idempotency.other_body. `work` must answer plain JSON (money as numbers, times as text). What it asks first may be given
 * as statements, which then go out with the key: a repeat asks them too, so they may read and lock and nothing else.
 */
export async function once<Answer>(
  tx: Tx,
  clock: Clock,
  viewer: Viewer,
  request: IdempotentRequest,
  work: (answers: readonly QueryResult<unknown>[]) => Promise<Answer>,
  first: readonly CompiledQuery<unknown>[] = [],
): Promise<Answer> {
  const fingerprint = createHash('sha256')
    .update(`${request.operation}\n${canonical(request.body)}`)
    .digest('hex');
  const { accountId, councilId } = viewer;
  const key = keyStatement(councilId, accountId, request.key, request.operation, fingerprint, clock.now());
  const [mine, ...answers] = await allOf<CompiledQuery<unknown>[]>(tx, [key, ...first]);
  if (mine?.rows.length === 0) {
    const kept = await tx
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'response'])
      .where('council_id', '=', councilId)
      .where('account_id', '=', accountId)
      .where('key', '=', request.key)
      .executeTakeFirstOrThrow();
    if (kept.fingerprint !== fingerprint) throw new ProblemError('idempotency.other_body');
    return kept.response as Answer;
  }
  const answer = await work(answers);
  await write(tx, answerStatement(JSON.stringify(answer), councilId, accountId, request.key));
  return answer;
}
