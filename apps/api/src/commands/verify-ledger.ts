// `npm run verify:ledger`: proves the books, prints what was counted and `balanced`; exits 1 when anything is wrong.

import { createDb } from '@support-market/db/pool';
import { verifyLedger } from '../features/ledger/ledger.service.ts';
import { openCommand, sayWhyAndStop } from './open-command.ts';

const command = await openCommand().catch(sayWhyAndStop);
const db = createDb(command.databaseUrl, { max: 2, role: 'owner', name: 'support-market verify' });
const { checks, balanced } = await verifyLedger(db).catch(sayWhyAndStop);
for (const { name, counted, wrong } of checks) {
  process.stdout.write(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${String(counted).padStart(9)}  ${name}\n`);
  for (const finding of wrong) process.stdout.write(`        ${finding.council} ${finding.record}: ${finding.what}\n`);
}
process.stdout.write(balanced ? 'balanced\n' : 'not balanced\n');
await db.destroy();
await command.close();
process.exit(balanced ? 0 : 1);
