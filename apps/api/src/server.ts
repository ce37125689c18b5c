// Process entry of the API and the web pages.

import { assertBound } from '@support-market/db/standing';
import { openContext } from './adapters.ts';
import { buildApp } from './app.ts';
import { sayWhyAndStop } from './commands/say-why.ts';
import { readConfig } from './config.ts';
import { assertDemonstrationAllowed } from './platform/demonstration-guard.repo.ts';

const config = readConfig(process.env);
await assertBound(config.appDatabaseUrl).catch(sayWhyAndStop);
const { context, close } = openContext(config, 'support-market api', 'request');
if (config.demonstration) await assertDemonstrationAllowed(context.db);
const app = await buildApp(context);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  await close();
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
process.once('disconnect', stop);

await app.listen({ port: config.port, host: config.host });
process.send?.('ready');
