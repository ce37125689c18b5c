// The rows of mails: waiting, sent, refused, or kept to be read on the outbox page.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
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
  const find = (tx: Db) =>
    tx
      .selectFrom('mails')
      .select(COLUMNS)
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .where('refused_because', 'is', null)
      .executeTakeFirst();
  const row = await inTransaction(db, null, find, { knowing: { mail: id } });
  return row ?? null;
}

/** Notes what became of a mail. Its words go too, unless they are kept: a link in them is a key to an account. */
export async function markMail(
  db: Db,
  id: string,
  outcome: { readonly sentAt: Temporal.Instant } | { readonly refusedBecause: string },
  keepWords: boolean,
): Promise<void> {
  const mark = (tx: Db) =>
    tx
      .updateTable('mails')
      .set({
        ...('sentAt' in outcome ? { sent_at: outcome.sentAt } : { refused_because: outcome.refusedBecause }),
        ...(keepWords ? {} : { body_text: '', body_html: '' }),
      })
      .where('id', '=', id)
      .execute();
  await inTransaction(db, null, mark, { knowing: { mail: id } });
}

/** Mails of a demonstration from the newest, one more than `limit`; after the (time, id) of the last one shown. */
export async function listMails(
  db: Db,
  after: readonly [createdAt: string, id: string] | null,
  limit: number,
): Promise<MailRow[]> {
  const { rows } = await sql<MailRow>`select id, recipient, subject, body_text as text, body_html as html,
      created_at as "createdAt", sent_at as "sentAt"
    from made_up_mails(${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}, ${limit + 1})`.execute(db);
  return rows;
}
