// `npm run demo:load`, and a process of its own for `npm start`: its memory goes when it is done.

import { sayWhyAndStop } from '@support-market/api/commands/say-why';
import { openDemonstration } from '../open-demonstration.ts';

await openDemonstration(process.env, (line) => process.stdout.write(`${line}\n`)).catch(sayWhyAndStop);
// The program that started us waits for the end, not for a channel that stays open.
process.disconnect?.();
