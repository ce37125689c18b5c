// Takes a file of an Open Referral feed as the worker does, in a process of its own, and tells how long it took and how much
// memory it needed.

import { openContext } from '../adapters.ts';
import { readConfig } from '../config.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { WORLD } from '../testing/world.ts';
import { takeImport } from '../workflows/imports/import-file.ts';

const { context, close } = openContext(readConfig(process.env), 'bench worker', 'job');
const started = performance.now();
const { accepted } = await takeImport(context, systemActor(WORLD.council, 'import'), {
  kind: 'open-referral',
  file: process.env.BENCH_FEED ?? '',
  fileName: 'services.json',
  layout: 'bench',
});
const seconds = (performance.now() - started) / 1_000;
process.send?.({ accepted, seconds, mebibytes: process.resourceUsage().maxRSS / 1_024 });
await close();
process.disconnect?.();
