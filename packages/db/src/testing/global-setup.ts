// Given to vitest as globalSetup by every project that needs a database: they share one server for the whole run.

import type { TestProject } from 'vitest/node';
// For its declaration of what is provided.
import type {} from './test-database.ts';
import { startTestServer, type TestServer } from './test-server.ts';

type Shared = { readonly server: Promise<TestServer>; users: number };

// Each project loads this file again; only the global object is common to them.
const SHARED = Symbol.for('support-market.test-server');
const common = globalThis as { [SHARED]?: Shared };

/** Starts the server, or joins the one another project of this run started; answers how to leave. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  common[SHARED] ??= { server: startTestServer(), users: 0 };
  const shared = common[SHARED];
  shared.users += 1;
  const { adminUrl, template, prefix, stop } = await shared.server;
  project.provide('testServer', { adminUrl, template, prefix });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete common[SHARED];
    await stop();
  };
}
