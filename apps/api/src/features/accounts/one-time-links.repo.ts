// Links that work once: only a hash is kept, and using one is a single statement that only one use can win.

import type { Tx } from '@support-market/db/pool';
import { know } from '@support-market/db/transaction';
import type { Temporal } from 'temporal-polyfill';
import { hashToken } from '../../platform/session-tokens.ts';
import type { Clock } from '../../ports/clock/clock.ts';

export type AccountPurpose = 'password-reset' | 'confirm-email' | 'paper-code';

/** A new link's token for an account; earlier links of the same purpose stop working. */
export async function makeAccountLink(
  tx: Tx,
  clock: Clock,
  purpose: AccountPurpose,
  accountId: string,
  expiresAt: Temporal.Instant,
  token: string = newToken(clock),
): Promise<string> {
  await know(tx, { account: accountId });
  // Two at once follow each other, so that one link alone stays open.
  await tx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute();
  await tx
    .updateTable('one_time_links')
    .set({ used_at: clock.now() })
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('one_time_links')
    .values({ token_hash: hashToken(token), purpose, account_id: accountId, expires_at: expiresAt })
    .execute();
  return token;
}

/** A new link's token for an invitation. */
export async function makeInvitationLink(
  tx: Tx,
  clock: Clock,
  invitation: { readonly councilId: string; readonly id: string; readonly expiresAt: Temporal.Instant },
): Promise<string> {
  const token = newToken(clock);
  await tx
    .insertInto('one_time_links')
    .values({
      token_hash: hashToken(token),
      purpose: 'invitation',
      council_id: invitation.councilId,
      record_id: invitation.id,
      expires_at: invitation.expiresAt,
    })
    .execute();
  return token;
}

function newToken(clock: Clock): string {
  return Buffer.from(clock.random(32)).toString('base64url');
}

/** The account of a link that still works, without using it. */
export async function findAccountLink(
  tx: Tx,
  purpose: AccountPurpose,
  token: string,
  now: Temporal.Instant,
): Promise<string | null> {
  await know(tx, { link: hashToken(token) });
  const row = await tx
    .selectFrom('one_time_links')
    .select('account_id')
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** The council and invitation of a link that still works, without using it. */
export async function findInvitationLink(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
): Promise<{ councilId: string; id: string } | null> {
  await know(tx, { link: hashToken(token) });
  const row = await tx
    .selectFrom('one_time_links')
    .select(['council_id', 'record_id'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.council_id && row.record_id ? { councilId: row.council_id, id: row.record_id } : null;
}

/** Uses a link up. False when it was used or ran out in the meantime. */
export async function spendLink(tx: Tx, token: string, now: Temporal.Instant): Promise<boolean> {
  await know(tx, { link: hashToken(token) });
  const row = await tx
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('token_hash')
    .executeTakeFirst();
  return row !== undefined;
}
