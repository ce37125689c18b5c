// `npm run demo:export -- <folder>`: writes real documents of the demonstration council, for people and judges to read.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDb } from '@support-market/db/pool';
import { exportDocuments } from '../workflows/export-documents.ts';
import { openCommand, REPOSITORY } from './open-command.ts';

const folder = process.argv[2];
if (folder === undefined || folder === '') {
  process.stderr.write('usage: npm run demo:export -- <folder>\n');
  process.exit(2);
}
// A relative folder is meant from where the command was typed, not from where npm runs it.
const target = resolve(process.env.INIT_CWD ?? REPOSITORY, folder);
mkdirSync(target, { recursive: true });
const command = await openCommand();
const db = createDb(command.databaseUrl, { max: 2, role: 'app', name: 'support-market demo:export' });
const written = await exportDocuments(db, (name, bytes) => writeFileSync(join(target, name), bytes));
await db.destroy();
await command.close();
for (const [kind, count] of Object.entries(written)) process.stdout.write(`${String(count).padStart(4)}  ${kind}\n`);
process.stdout.write(`written to ${target}\n`);
if (Object.values(written).every((count) => count === 0)) {
  process.stderr.write('There is nothing to write yet: start the demonstration first (npm start).\n');
  process.exit(1);
}
