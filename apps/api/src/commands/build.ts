// Packs everything that runs where nothing can be built.

import { rm } from 'node:fs/promises';
import { BUILT_FOLDER, buildProcesses, PRODUCT } from '../build-processes.ts';

// Nothing of an earlier version, or of the demonstration, stays among what is shipped. What runs has its files loaded.
await rm(BUILT_FOLDER, { recursive: true, force: true });
const built = await buildProcesses(...PRODUCT);
process.stdout.write(`${Object.values(built).join('\n')}\n`);
