// The web's tests run in jsdom, where the accessibility checker and Testing Library find what a reader finds.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    name: 'web',
    environment: 'jsdom',
    // To make a document and load React again for each file took two thirds of the time (what is shared: src/testing/set-up.ts).
    isolate: false,
    environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/set-up.ts'],
    restoreMocks: true,
    // Some tests read the sheets themselves.
    css: { include: [/\/styles\/.*\.scss/] },
  },
});
