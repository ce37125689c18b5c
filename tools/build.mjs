// npm run build: the pages and the packed programs, for images and services, which start without building anything.

import { buildWeb } from './lib/build-web.mjs';
import { ensureInstalled, say } from './lib/ensure-installed.mjs';
import { runTypescript } from './lib/run-typescript.mjs';

await ensureInstalled();
try {
  await buildWeb();
} catch (error) {
  say(error.message);
  process.exit(1);
}
await runTypescript('apps/api/src/commands/build.ts', []);
