// Writes a mail in the transaction that causes it, with the job that sends it: neither exists without the other.

import type { Tx } from '@support-market/db/pool';
import { enqueueJob } from '../../jobs/queue.repo.ts';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../clock/clock.ts';
import { type PlainMail, plainMail } from './plain-mail.ts';

export interface MailToSend {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly content: PlainMail;
}

/** Queues one mail; answers its id. It goes out after the transaction commits. */
export async function queueMail(tx: Tx, clock: Clock, mail: MailToSend): Promise<string> {
  const { text, html } = plainMail({ title: mail.subject, ...mail.content });
  const id = newId(clock, 'mail');
  await tx
    .insertInto('mails')
    .values({
      id,
      recipient: mail.to,
      subject: mail.subject,
      body_text: text,
      body_html: html,
      created_at: clock.now(),
    })
    .execute();
  await enqueueJob(tx, 'send-mail', { councilId: null, id }, { uniqueKey: `send-mail:${id}` });
  return id;
}
