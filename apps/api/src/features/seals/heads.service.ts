// Sends the heads of the chains out of the database once a day, to where the operator chose: the database's owner
// can cut or rewrite a chain, but not what has already left.

import { appendFileSync } from 'node:fs';
import { inTransaction } from '@support-market/db/transaction';
import { headLine, type SealHead } from '@support-market/domain/seals/heads';
import { wordsIn } from '@support-market/words/words-in';
import type { AppContext } from '../../platform/context.ts';
import { allCouncilIds, lastLink } from './seals.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock' | 'config' | 'mail'>;

/** The head of each council's chain; none for a council of which nothing is sealed yet. */
export async function collectHeads({ db, clock }: Pick<Needs, 'db' | 'clock'>): Promise<SealHead[]> {
  const at = clock.now().toString();
  const heads: SealHead[] = [];
  for (const councilId of await allCouncilIds(db)) {
    const last = await inTransaction(db, councilId, (tx) => lastLink(tx, councilId));
    if (last) heads.push({ councilId, position: last.position, keyId: last.keyId, chainHash: last.chainHash, at });
  }
  return heads;
}

async function mailHeads({ mail }: Needs, to: string, day: string, lines: readonly string[]): Promise<void> {
  const say = wordsIn().say('mails');
  const text = [say('sealHeads.keep'), '', ...lines, '', say('sealHeads.prove')].join('\n');
  const sent = await mail.send({ key: `seal-heads-${day}`, to, subject: say('sealHeads.subject', { day }), text });
  if (!sent.ok) throw new Error(`the seal heads could not be mailed: ${sent.code}`);
}

/** Sends today's heads; throws when they did not leave, so that the job is tried again. */
export async function sendSealHeads(context: Needs, print: (line: string) => void): Promise<void> {
  const lines = (await collectHeads(context)).map(headLine);
  if (lines.length === 0) return;
  const [how = '', ...rest] = context.config.sealHeads.split(':');
  const where = rest.join(':');
  if (how === 'file') appendFileSync(where, `${lines.join('\n')}\n`);
  else if (how === 'mail') await mailHeads(context, where, context.clock.today().toString(), lines);
  else for (const line of lines) print(line);
}
