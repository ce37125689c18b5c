// npm start: from a bare clone to the running marketplace. apps/demonstration/src/start.ts does everything after the build.

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
await runTypescript('apps/demonstration/src/start.ts', process.argv.slice(2));
