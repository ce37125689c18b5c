// How the council is reached, for mails and letters that say to tell it something.

import type { Tx } from '@support-market/db/pool';
import { sayReach } from '@support-market/words/council-reach';
import { wordsIn } from '@support-market/words/words-in';
import type { Clock } from '../ports/clock/clock.ts';
import { readSettings } from './settings.repo.ts';

export async function councilReach(tx: Tx, councilId: string, clock: Pick<Clock, 'today'>): Promise<string> {
  const { contactTelephone, contactEmail, contactHours } = await readSettings(tx, councilId, clock.today());
  const contact = { telephone: contactTelephone, email: contactEmail, hours: contactHours };
  return sayReach(contact, wordsIn().say('shell'));
}
