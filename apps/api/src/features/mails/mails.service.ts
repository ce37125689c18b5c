// Sends the mails that others wrote, once each as far as a mail server can promise.

import type { JobPayload } from '../../jobs/queue.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { findWaitingMail, listMails, type MailRow, markMail } from './mails.repo.ts';

/** The task `send-mail`. Without SMTP the mail stays where the outbox page shows it. Throws to be tried again later. */
export async function sendMail(context: AppContext, payload: JobPayload): Promise<void> {
  const { config, db, clock } = context;
  if (config.smtpUrl === null || payload.id === undefined) return;
  const mail = await findWaitingMail(db, payload.id);
  if (!mail) return;
  const { id, recipient, subject, text, html } = mail;
  const sent = await context.mail.send({ key: id, to: recipient, subject, text, html });
  if (sent.ok) return markMail(db, id, { sentAt: clock.now() }, config.demonstration);
  if (sent.code === 'mail.unavailable') throw new Error('the mail server could not be reached');
  await markMail(db, id, { refusedBecause: sent.code }, config.demonstration);
}

export async function viewOutbox(
  { db }: AppContext,
  { cursor, limit = 25 }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: MailRow[]; nextCursor: string | null }> {
  const list = listAsked('outbox');
  const [createdAt, id] = readCursor(list, cursor, ['instant', 'text']) ?? [];
  const rows = await listMails(db, createdAt !== undefined && id !== undefined ? [createdAt, id] : null, limit);
  return pageFrom(list, rows, limit, (row) => [row.createdAt.toString(), row.id]);
}
