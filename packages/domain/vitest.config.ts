// Named so that a run's report tells whose test it is.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A busy machine is slow, not wrong.
  test: { name: 'domain', include: ['src/**/*.test.ts'], testTimeout: 60_000 },
});
