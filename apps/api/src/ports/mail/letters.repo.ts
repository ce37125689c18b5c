// A word to somebody: by mail where they have an address, and otherwise as a letter that the council prints.

import type { Tx } from '@support-market/db/pool';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../clock/clock.ts';
import { type MailToSend, queueMail } from './mails.repo.ts';
import { plainMail } from './plain-mail.ts';

export interface Recipient {
  readonly email: string | null;
  readonly name: string;
  /** Whose address goes on the envelope; neither for somebody of whom no address is kept. */
  readonly personId?: string | null;
  readonly organisationId?: string | null;
}

/** Queues a mail, or writes a letter to print where there is no address to send one to. */
export async function tell(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { email, name, personId = null, organisationId = null }: Recipient,
  { subject, content }: Omit<MailToSend, 'to'>,
): Promise<void> {
  if (email) {
    await queueMail(tx, clock, { to: email, subject, content });
    return;
  }
  await tx
    .insertInto('letters')
    .values({
      ...{ council_id: councilId, id: newId(clock, 'letter'), recipient_name: name, person_id: personId },
      ...{ organisation_id: organisationId, subject, created_at: clock.now() },
      body_text: plainMail({ title: subject, ...content }).text,
    })
    .execute();
}
