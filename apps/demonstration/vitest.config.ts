// The demonstration is loaded as it is for visitors: on a real PostgreSQL, which starts once for the whole run.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'demonstration',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
