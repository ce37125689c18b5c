// `npm run verify:ledger [-- --heads FILE]`: proves the books and the seals, prints what was counted and `balanced`;
// exits 1 when anything is wrong. With the heads that left the database before, a chain that was cut or made again shows.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb } from '@support-market/db/pool';
import { readHeads, type SealHead } from '@support-market/domain/seals/heads';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { verifyBooks } from '../workflows/verify-books.ts';
import { openCommand } from './open-command.ts';
import { sayWhyAndStop } from './say-why.ts';

const USAGE = 'npm run verify:ledger -- [--heads FILE]';

function readArguments(): { readonly heads?: string | undefined } {
  try {
    return parseArgs({ options: { heads: { type: 'string' } } }).values;
  } catch {
    return sayWhyAndStop(new Error(`That was not understood. Say it like this: ${USAGE}`));
  }
}

/** The heads in a file; a file without any is refused, as it would prove nothing. */
function headsIn(file: string): SealHead[] {
  // npm runs scripts in the project's folder; the file is named from where the person stands.
  const heads = readHeads(readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8'));
  if (heads.length === 0) throw new Error(`There are no seal heads in ${file}.`);
  return heads;
}

async function prove(): Promise<boolean> {
  const asked = readArguments();
  const heads = asked.heads === undefined ? null : headsIn(asked.heads);
  const command = await openCommand();
  if (!command.isDemonstration && command.sealKeys.sealKey === null)
    throw new Error('SEAL_KEY is missing: without the key that the program seals with, nothing can be proved.');
  const db = createDb(command.databaseUrl, { max: 2, role: 'owner', name: 'support-market verify' });
  try {
    const { checks, balanced } = await verifyBooks(db, openSealKeys(command.sealKeys), heads);
    for (const { name, counted, wrong } of checks) {
      process.stdout.write(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${String(counted).padStart(9)}  ${name}\n`);
      for (const finding of wrong)
        process.stdout.write(`        ${finding.council} ${finding.record}: ${finding.what}\n`);
    }
    process.stdout.write(balanced ? 'balanced\n' : 'not balanced\n');
    if (heads === null)
      process.stderr.write(
        'Without --heads FILE nothing tells whether the newest seals were cut off: see docs/how-to/back-up.md.\n',
      );
    return balanced;
  } finally {
    await db.destroy();
    await command.close();
  }
}

process.exit((await prove().catch(sayWhyAndStop)) ? 0 : 1);
