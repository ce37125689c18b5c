// The API and the worker as processes, from the moment they start to the moment they end: they do not begin as somebody
// whom row-level security does not bind.

import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProcesses } from '../build-processes.ts';
import { startProgram } from './child-process.ts';

let database: TestDatabase;
let files: { readonly server: string; readonly worker: string };

beforeAll(async () => {
  files = await buildProcesses('server', 'worker');
  database = await createTestDatabase();
}, 60_000);

afterAll(() => database.drop());

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  DATABASE_URL: database.url,
  APP_DATABASE_URL: database.appUrl,
  DEMONSTRATION: 'true',
  LOG_LEVEL: 'silent',
  PORT: '0',
  ...more,
});

test.each(['server', 'worker'] as const)('the %s does not start as the owner of the tables', async (name) => {
  const starting = startProgram(files[name], environment({ APP_DATABASE_URL: database.url }));
  await expect(starting).rejects.toThrow(
    /ended with 1:\nThe application is logged in as .*row-level security does not bind/,
  );
});
