// Browser journeys on a real Chromium against one running product: one after the other, as they change what others see.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['src/journeys/**/*.test.ts'],
    globalSetup: ['src/support/one-product.ts'],
    fileParallelism: false,
    // Who only looks may look beside another.
    maxConcurrency: 3,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
