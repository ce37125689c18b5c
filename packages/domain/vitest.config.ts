// Named so that a run's report tells whose test it is.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'domain',
    include: ['src/**/*.test.ts'],
    // Files share what they import (nothing of ours keeps state in a module): loading it for each took a third of the time.
    isolate: false,
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
  },
});
