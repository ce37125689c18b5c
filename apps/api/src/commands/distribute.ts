// `npm run distribute [-- --print]`: spreads the tables over a Citus cluster, or prints the statements that would. Refuses
// any other database before it changes anything, and exits 1.

import { parseArgs } from 'node:util';
import { distribute, stepsToDistribute, whyNotDistributable } from '@support-market/db/distribute';
import { createDb, type Db } from '@support-market/db/pool';
import { openCommand } from './open-command.ts';
import { sayWhyAndStop } from './say-why.ts';

const USAGE = 'npm run distribute -- [--print]';

function readArguments(): { readonly print?: boolean | undefined } {
  try {
    return parseArgs({ options: { print: { type: 'boolean' } } }).values;
  } catch {
    return sayWhyAndStop(new Error(`That was not understood. Say it like this: ${USAGE}`));
  }
}

async function asOwner(url: string, work: (db: Db) => Promise<void>): Promise<void> {
  const db = createDb(url, { max: 1, role: 'owner', work: 'job', name: 'support-market distribute' });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

const say = (step: string): void => void process.stdout.write(`${step};\n`);

async function spread(): Promise<void> {
  const { print } = readArguments();
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error('Give the address of a Citus coordinator in DATABASE_URL: the built-in PostgreSQL is one machine.');
  await asOwner(url, async (db) => {
    const why = await whyNotDistributable(db);
    if (why !== undefined) throw new Error(why);
  });
  const command = await openCommand();
  try {
    await asOwner(command.databaseUrl, async (db) => {
      if (print === true) for (const step of await stepsToDistribute(db)) say(step);
      else await distribute(db, say);
    });
  } finally {
    await command.close();
  }
}

await spread().catch(sayWhyAndStop);
process.exit(0);
