// The journey of a council that begins with nothing: it starts a product of its own, so it may run beside the others.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'founding', include: ['src/founding/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
});
