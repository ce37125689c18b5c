// Packs a process entry and all of our own code that it needs into one JavaScript file, so that a running process carries
// no transpiler (90 MB less, measured) and starts at once. It takes a third of a second, so `npm start` does it every time and
// is never stale; where nothing is built at start (an image, a service), `npm run build` did it once.

import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const SOURCE_FOLDER = fileURLToPath(new URL('.', import.meta.url));
export const BUILT_FOLDER = fileURLToPath(new URL('../dist/', import.meta.url));
const OWN_PACKAGES = '@support-market/';

/** What runs where nothing can be built: the two services, and the commands that an operator gives. */
export const PRODUCT = [
  'server',
  'worker',
  'commands/prepare',
  'commands/found-council',
  'commands/import',
  'commands/verify-ledger',
] as const;

/** Other people's packages stay where they are installed; those that only a package of ours can reach are packed in. */
const externalPackages: Plugin = {
  name: 'external packages',
  async setup(builder) {
    const description = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    const reached = Object.keys((JSON.parse(description) as { dependencies: Record<string, string> }).dependencies);
    const isReached = (path: string) =>
      path.startsWith('node:') || reached.some((name) => path === name || path.startsWith(`${name}/`));
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind !== 'entry-point' && !path.startsWith(OWN_PACKAGES) && isReached(path)
        ? { path, external: true }
        : undefined,
    );
  },
};

/** Files beside a source are found from where the source lies, not from the folder that it was packed into. */
const keepSourcePlaces = (folder: string): Plugin => ({
  name: 'keep source places',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = JSON.stringify(relative(folder, path));
      return {
        loader: 'ts',
        contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
        resolveDir: dirname(path),
      };
    });
  },
});

/** The source of an entry of this folder, such as `server` or `commands/prepare`. */
export function entryOf(name: string): string {
  return `${SOURCE_FOLDER}${name}.ts`;
}

/**
 * Packs entries, each given as the path of its source, into a folder; answers the file of each. What is packed runs only
 * below `apps/api`, where other people's packages are found.
 */
export async function packProcesses<Name extends string>(
  entries: Readonly<Record<Name, string>>,
  folder: string,
): Promise<Record<Name, string>> {
  const names = Object.keys(entries) as Name[];
  await build({
    // One folder for all, or the places of sources would differ from entry to entry.
    entryPoints: names.map((name) => ({ in: entries[name], out: basename(name) })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [externalPackages, keepSourcePlaces(folder)],
  });
  return Object.fromEntries(names.map((name) => [name, join(folder, `${basename(name)}.mjs`)])) as Record<Name, string>;
}

/** Packs entries of this folder, named as `entryOf` takes them, into `apps/api/dist`; answers the file of each. */
export function buildProcesses<Name extends string>(...names: readonly Name[]): Promise<Record<Name, string>> {
  const entries = Object.fromEntries(names.map((name) => [name, entryOf(name)])) as Record<Name, string>;
  return packProcesses(entries, BUILT_FOLDER);
}
