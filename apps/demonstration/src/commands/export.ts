// `npm run demo:export -- <folder>`: writes real documents of the demonstration council, for people and judges to read.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCommand, REPOSITORY } from '@support-market/api/commands/open-command';
import { sayWhyAndStop } from '@support-market/api/commands/say-why';
import { createDb } from '@support-market/db/pool';
import { exportDocuments } from '../export-documents.ts';
import { openDemonstration } from '../open-demonstration.ts';

const folder = process.argv[2];
if (folder === undefined || folder === '') {
  process.stderr.write('usage: npm run demo:export -- <folder>\n');
  process.exit(2);
}
// A relative folder is meant from where the command was typed, not from where npm runs it.
const target = resolve(process.env.INIT_CWD ?? REPOSITORY, folder);
try {
  mkdirSync(target, { recursive: true });
} catch {
  sayWhyAndStop(`The folder ${folder} cannot be made.`);
}
const command = await openCommand().catch(sayWhyAndStop);

async function run(): Promise<boolean> {
  if (command.isDemonstration) {
    const { databaseUrl, dataDir } = command;
    const environment = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMONSTRATION: 'true' };
    await openDemonstration(environment, (line) => process.stderr.write(`${line}\n`));
  }
  const db = createDb(command.appDatabaseUrl, { max: 2, role: 'app', name: 'support-market demo:export' });
  const written = await exportDocuments(db, (name, bytes) => writeFileSync(join(target, name), bytes));
  await db.destroy();
  for (const [kind, count] of Object.entries(written)) process.stdout.write(`${String(count).padStart(4)}  ${kind}\n`);
  process.stdout.write(`written to ${target}\n`);
  return Object.values(written).some((count) => count > 0);
}

try {
  if (!(await run()))
    throw new Error('There is nothing to write: this database does not hold the demonstration council.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await command.close();
}
