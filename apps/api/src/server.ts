// Process entry of the API and the web pages.

import { assertBound } from '@support-market/db/standing';
import { openContext } from './adapters.ts';
import { buildApp } from './app.ts';
import { sayWhyAndStop } from './commands/say-why.ts';
import { readConfig } from './config.ts';
import { assertDemonstrationAllowed } from './platform/demonstration-guard.repo.ts';

const config = readConfig(process.env);
// Asked while the server is built; it listens only when all are answered.
const bound = Promise.all([...new Set([config.appDatabaseUrl, config.readDatabaseUrl])].map(assertBound)).catch(
  sayWhyAndStop,
);
const { context, close } = openContext(config, 'support-market api', 'request');
const app = await buildApp(context);
await bound;
if (config.demonstration) await assertDemonstrationAllowed(context.db);

/** Time to tell those who come now that they should go elsewhere. */
const LEAST_DRAIN_MILLIS = 300;
/** As long as a statement of a request may take (`app-login.ts`). */
const MOST_DRAIN_MILLIS = 20_000;
const LONGEST_END_MILLIS = 25_000;

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), LONGEST_END_MILLIS).unref();
  await app.drain(LEAST_DRAIN_MILLIS, MOST_DRAIN_MILLIS);
  app.server.closeAllConnections();
  await app.close();
  await close();
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
process.once('disconnect', stop);

await app.listen({ port: config.port, host: config.host });
process.send?.('ready');
