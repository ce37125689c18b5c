// Loads the demonstration as a process of its own, for `npm start` and nobody else: its memory goes when it is done.

import { openDemonstration } from '../workflows/open-demonstration.ts';

await openDemonstration(process.env, (line) => process.stdout.write(`${line}\n`));
// Whoever started us waits for the end, not for a channel that stays open.
process.disconnect?.();
