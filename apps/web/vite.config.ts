// How the web is built and served while developing: one small first load, one chunk for each page.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // The reader's browser caches the libraries apart from our own pages, which change more often.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules[\\/].*(?:react|scheduler|i18next|tanstack|openapi-fetch)/ },
            { name: 'temporal', test: /node_modules[\\/].*temporal/ },
          ],
        },
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3000', '/open-referral': 'http://localhost:3000' },
  },
});
