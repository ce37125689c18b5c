// The same key and body give the same answer and happen once, however often and however close together they arrive.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { write } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
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

/**
 * Runs `work` once for a key, in the caller's transaction, and keeps its answer; a repeat gets the kept answer back.
 * A repeat that arrives while the first is still at work waits for it. Another body under the same key is refused
 * with idempotency.other_body. `work` must answer plain JSON (money as numbers, times as text).
 */
export async function once<Answer>(
  tx: Tx,
  clock: Clock,
  viewer: Viewer,
  request: IdempotentRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const fingerprint = createHash('sha256')
    .update(`${request.operation}\n${canonical(request.body)}`)
    .digest('hex');
  const mine = await tx
    .insertInto('idempotency_keys')
    .values({
      council_id: viewer.councilId,
      account_id: viewer.accountId,
      key: request.key,
      operation: request.operation,
      fingerprint,
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!mine) {
    const kept = await tx
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'response'])
      .where('council_id', '=', viewer.councilId)
      .where('account_id', '=', viewer.accountId)
      .where('key', '=', request.key)
      .executeTakeFirstOrThrow();
    if (kept.fingerprint !== fingerprint) throw new ProblemError('idempotency.other_body');
    return kept.response as Answer;
  }
  const answer = await work();
  const kept = tx
    .updateTable('idempotency_keys')
    .set({ status: 200, response: JSON.stringify(answer) })
    .where('council_id', '=', viewer.councilId)
    .where('account_id', '=', viewer.accountId)
    .where('key', '=', request.key);
  await write(tx, kept.compile());
  return answer;
}
