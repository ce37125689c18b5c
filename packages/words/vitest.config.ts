// Named so that a run's report tells whose test it is.

import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'words', include: ['src/**/*.test.ts'] } });
