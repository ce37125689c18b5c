// Every test but the browser journeys, in one run: two workers, one PostgreSQL for all of them.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Left to itself it would leave one processor of two idle.
    maxWorkers: 2,
    projects: [
      'packages/*',
      'apps/api',
      'apps/demonstration',
      'apps/web',
      { test: { name: 'tools', include: ['tools/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
