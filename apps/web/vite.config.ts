// How the web is built and served while developing. Three builds come out: the app (one small first load, one chunk for
// each page), the small script of public pages, and, with `--ssr`, the program that draws public pages on the server.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { drawnIcons } from './drawn-icons.ts';
import { logicalStyles } from './logical-styles.ts';

/** Smaller files are not worth a second look; fonts are compressed already. */
const LEAST_BYTES = 1_024;
const COMPRESSIBLE = /\.(?:js|css|svg)$/;

/** Runs before anything is drawn, so it is no module; nothing but this puts a hash of its content into its name. */
const FIRST_SCRIPT = 'display.js';

async function nameByContent(folder: string): Promise<void> {
  const bytes = await readFile(`${folder}/assets/${FIRST_SCRIPT}`);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const named = FIRST_SCRIPT.replace('.js', `-${hash}.js`);
  await rename(`${folder}/assets/${FIRST_SCRIPT}`, `${folder}/assets/${named}`);
  const html = await readFile(`${folder}/index.html`, 'utf8');
  await writeFile(`${folder}/index.html`, html.replace(`/assets/${FIRST_SCRIPT}`, `/assets/${named}`));
}

/** Compresses every file once, here, as well as can be done: `@fastify/static` sends what lies beside it. */
function finished(folder: string): Plugin {
  return {
    name: 'finished',
    apply: ({ build }) => !build?.ssr,
    closeBundle: async () => {
      await nameByContent(folder);
      const assets = `${folder}/assets`;
      const files = (await readdir(assets)).filter((name) => COMPRESSIBLE.test(name));
      await Promise.all(
        files.map(async (name) => {
          const bytes = await readFile(`${assets}/${name}`);
          if (bytes.length < LEAST_BYTES) return;
          const [small, smaller] = await Promise.all([
            promisify(gzip)(bytes, { level: 9 }),
            promisify(brotliCompress)(bytes, {
              params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
            }),
          ]);
          await Promise.all([writeFile(`${assets}/${name}.gz`, small), writeFile(`${assets}/${name}.br`, smaller)]);
        }),
      );
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), drawnIcons, finished('dist')],
  // React's slow, talkative half is for developing; a server build does not leave it out by itself.
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  // One program without a node_modules of its own: the server's image has none of the web's.
  ssr: { noExternal: true },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: { input: { render: 'src/rendering/render.tsx' }, output: { entryFileNames: '[name].mjs' } },
      }
    : {
        outDir: 'dist',
        emptyOutDir: true,
        target: 'es2022',
        sourcemap: false,
        manifest: true,
        rolldownOptions: {
          input: { app: 'index.html', public: 'src/rendering/public.ts' },
          output: {
            codeSplitting: {
              // The reader's browser caches the libraries apart from our own pages, which change more often.
              groups: [
                { name: 'libraries', test: /node_modules[\\/].*(?:react|scheduler|i18next|tanstack|openapi-fetch)/ },
                { name: 'temporal', test: /node_modules[\\/].*temporal/ },
              ],
            },
          },
        },
      },
  css: { preprocessorOptions: { scss: { quietDeps: true } }, postcss: { plugins: [logicalStyles] } },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3000', '/open-referral': 'http://localhost:3000' },
  },
}));
