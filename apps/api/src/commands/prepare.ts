// The step before API and worker start as services of their own: `prepare` brings the database up to this version and
// ends; `prepare --check` changes nothing and exits 1 while that has not been done.

import { pendingMigrations } from '@support-market/db/migrate';
import { wordsIn } from '@support-market/words/words-in';
import { readConfig } from '../config.ts';
import { prepareDatabase } from '../workflows/prepare-database.ts';

const sentence = wordsIn().say('commands');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function check(databaseUrl: string): Promise<boolean> {
  const pending = await pendingMigrations(databaseUrl);
  say(pending.length === 0 ? sentence('prepare.ready') : sentence('prepare.waits', { changes: pending.join(', ') }));
  return pending.length === 0;
}

async function prepare(config: ReturnType<typeof readConfig>): Promise<boolean> {
  const { madeOn } = await prepareDatabase(config, say);
  if (madeOn === null) say(sentence('prepare.load'));
  say(sentence('prepare.ready'));
  return true;
}

try {
  const config = readConfig(process.env);
  const done = process.argv.includes('--check') ? await check(config.databaseUrl) : await prepare(config);
  process.exitCode = done ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
