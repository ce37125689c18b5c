// Packs everything that runs where nothing can be built: the two services and the commands that an operator gives.

import { buildProcesses } from '../build-processes.ts';

const built = await buildProcesses(
  'server',
  'worker',
  'commands/prepare',
  'commands/found-council',
  'commands/import',
  'commands/verify-ledger',
);
process.stdout.write(`${Object.values(built).join('\n')}\n`);
