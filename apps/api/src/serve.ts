// Opens the API and the web pages, and closes them in an orderly way when the process is told to end.

import { assertBound } from '@support-market/db/standing';
import { openContext } from './adapters.ts';
import { buildApp, type FurtherParts } from './app.ts';
import { sayWhyAndStop } from './commands/say-why.ts';
import type { Config } from './config.ts';
import { assertDemonstrationAllowed } from './platform/demonstration-guard.repo.ts';

/** Time to tell those who come now that they should go elsewhere. */
const LEAST_DRAIN_MILLIS = 300;
/** As long as a statement of a request may take (`app-login.ts`). */
const MOST_DRAIN_MILLIS = 20_000;
const LONGEST_END_MILLIS = 25_000;

/** Serves until it is told to end. Throws, or ends the process with the reason, where the configuration and the database do not allow it. */
export async function serve(config: Config, further: FurtherParts = {}): Promise<void> {
  // Asked while the server is built; it listens only when all are answered.
  const bound = Promise.all([...new Set([config.appDatabaseUrl, config.readDatabaseUrl])].map(assertBound)).catch(
    sayWhyAndStop,
  );
  const { context, close } = openContext(config, 'support-market api', 'request');
  const app = await buildApp(context, further);
  await bound;
  if (config.demonstration) await assertDemonstrationAllowed(context.db);

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
}
