// Starts and ends sessions, for every way in: a password, a link, or looking around the demonstration.

import type { Tx } from '@support-market/db/pool';
import { know } from '@support-market/db/transaction';
import type { Membership, Viewer } from '@support-market/domain/access/roles';
import { sessionEnd } from '@support-market/domain/access/session-rules';
import type { AppContext } from './context.ts';
import { newId } from './ids.ts';
import { firstRefreshToken, hashToken } from './session-tokens.ts';

export interface StartedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
}

/** A new session of an account in a council. */
export async function startSession(
  tx: Tx,
  { clock, config }: AppContext,
  owner: { readonly accountId: string; readonly councilId: string },
): Promise<StartedSession> {
  await know(tx, { account: owner.accountId });
  const now = clock.now();
  const sessionId = newId(clock, 'session');
  const refreshToken = firstRefreshToken(config.sessionSecret, sessionId, clock.random(32));
  await tx
    .insertInto('sessions')
    .values({
      id: sessionId,
      account_id: owner.accountId,
      council_id: owner.councilId,
      refresh_hash: hashToken(refreshToken),
      rotated_at: now,
      created_at: now,
      expires_at: sessionEnd(now, now),
    })
    .execute();
  return { sessionId, refreshToken };
}

/** Ends every open session of an account, except one where it is named. Answers how many. */
export async function endSessionsOf(
  tx: Tx,
  { clock }: AppContext,
  accountId: string,
  because: string,
  except: string | null = null,
): Promise<number> {
  await know(tx, { account: accountId });
  const ended = await tx
    .updateTable('sessions')
    .set({ ended_at: clock.now(), ended_because: because })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(except !== null, (query) => query.where('id', '!=', except ?? ''))
    .returning('id')
    .execute();
  return ended.length;
}

/** The account as a viewer of the council that the transaction names. */
export async function viewerIn(tx: Tx, accountId: string, councilId: string): Promise<Viewer> {
  const rows = await tx
    .selectFrom('memberships')
    .select(['role', 'person_id', 'organisation_id'])
    .where('council_id', '=', councilId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return {
    accountId,
    councilId,
    memberships: rows.map((row) => ({
      role: row.role as Membership['role'],
      personId: row.person_id,
      organisationId: row.organisation_id,
    })),
  };
}
