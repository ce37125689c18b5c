// The heads leave the database every day by the way that the operator chose, and what left proves the chain later.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeads } from '@support-market/domain/seals/heads';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutboxMail, outboxMail } from '../../ports/mail/outbox-mail.ts';
import { openSealKeys } from '../../ports/seal-keys/seal-keys.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { collectHeads, sendSealHeads } from './heads.service.ts';
import { sealRecords } from './sealing.service.ts';
import { verifySeals } from './verification.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await sealRecords(world.context);
});
afterAll(() => world.close());

const withHeads = (sealHeads: string) => ({ ...world.context, config: { ...world.context.config, sealHeads } });

test('a log, a file and a mail each carry the same heads, one for each council with seals', async () => {
  const heads = await collectHeads(world.context);
  expect(heads.map(({ councilId }) => councilId)).toContain(WORLD.council);

  const lines: string[] = [];
  await sendSealHeads(withHeads('log'), (line) => void lines.push(line));
  expect(readHeads(lines.join('\n'))).toEqual(heads);

  const file = join(world.context.config.dataDir, 'heads.txt');
  await sendSealHeads(withHeads(`file:${file}`), () => undefined);
  await sendSealHeads(withHeads(`file:${file}`), () => undefined);
  expect(readHeads(readFileSync(file, 'utf8'))).toEqual([...heads, ...heads]);

  const mails: OutboxMail[] = [];
  const mail = outboxMail({
    from: world.context.config.mailFrom,
    clock: world.clock,
    store: async (sent) => void mails.push(sent),
  });
  await sendSealHeads({ ...withHeads('mail:audit@council.example'), mail }, () => undefined);
  expect(mails.map(({ to }) => to)).toEqual(['audit@council.example']);
  // a mail program breaks long lines
  expect(readHeads(mails.map(({ text }) => text.replaceAll(' ', '\r\n ')).join(''))).toEqual(heads);
});

test('heads that could not leave fail the job, so that it is tried again', async () => {
  await expect(sendSealHeads(withHeads('file:/no/such/folder/heads.txt'), () => undefined)).rejects.toThrow('ENOENT');
});

test('heads that left find a chain whose end was cut off since', async () => {
  const heads = await collectHeads(world.context);
  const seen = await world.database.ownerDb
    .transaction()
    .execute(async (tx) => {
      await sql`alter table seals disable trigger user`.execute(tx);
      await sql`
        delete from seals where council_id = ${WORLD.council}
           and position = (select max(position) from seals where council_id = ${WORLD.council})`.execute(tx);
      const checks = await verifySeals(tx, [WORLD.council], openSealKeys(world.context.config), heads);
      throw Object.assign(new Error('taken back'), { wrong: checks.flatMap(({ wrong }) => wrong) });
    })
    .catch((error: { wrong: readonly { what: string }[] }) => error.wrong);
  expect(seen.map(({ what }) => what)).toContainEqual(expect.stringContaining('that seal is gone'));
});
