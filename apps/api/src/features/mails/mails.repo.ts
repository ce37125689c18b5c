// The rows of mails: waiting, sent, refused, or kept to be read on the outbox page.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface MailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
}

const COLUMNS = [
  'id',
  'recipient',
  'subject',
  'body_text as text',
  'body_html as html',
  'created_at as createdAt',
  'sent_at as sentAt',
] as const;

export async function findWaitingMail(db: Db, id: string): Promise<MailRow | null> {
  const row = await db
    .selectFrom('mails')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('refused_because', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes what became of a mail. Its words go too, unless they are kept: a link in them is a key to an account. */
export async function markMail(
  db: Db,
  id: string,
  outcome: { readonly sentAt: Temporal.Instant } | { readonly refusedBecause: string },
  keepWords: boolean,
): Promise<void> {
  await db
    .updateTable('mails')
    .set({
      ...('sentAt' in outcome ? { sent_at: outcome.sentAt } : { refused_because: outcome.refusedBecause }),
      ...(keepWords ? {} : { body_text: '', body_html: '' }),
    })
    .where('id', '=', id)
    .execute();
}

/** Mails from the newest, one more than `limit`; after the (time, id) of the last one shown. */
export async function listMails(
  db: Db,
  after: readonly [createdAt: string, id: string] | null,
  limit: number,
): Promise<MailRow[]> {
  return db
    .selectFrom('mails')
    .select(COLUMNS)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}
