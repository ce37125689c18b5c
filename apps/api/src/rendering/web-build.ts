// What the build of the pages made: the files that a browser fetches, and the program that draws pages here.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PageFiles, PagesProgram } from '@support-market/api-client/public-pages';

const WEB_FOLDER = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** What browsers and telephones ask for at these addresses, whatever a page says. */
const ICONS = [
  { path: '/favicon.ico', type: 'image/x-icon' },
  { path: '/apple-touch-icon.png', type: 'image/png' },
] as const;

export interface WebBuild {
  readonly assetsFolder: string;
  readonly files: PageFiles;
  readonly icons: readonly { readonly path: string; readonly type: string; readonly bytes: Buffer }[];
  /** Loaded when it is first needed, so that the server does not start later for it. */
  readonly program: () => Promise<PagesProgram>;
}

function first(pattern: RegExp, html: string): string {
  const [, found] = pattern.exec(html) ?? [];
  if (found === undefined) throw new Error(`the build of the pages has no ${pattern.source}`);
  return found;
}

const all = (pattern: RegExp, html: string): string[] =>
  [...html.matchAll(pattern)].flatMap(([, found]) => found ?? []);

/** Null in a clone that was never built, or before its build drew pictures: there are no pages then, and the API is whole without them. */
export function readWebBuild(): WebBuild | null {
  const program = `${WEB_FOLDER}/server/render.mjs`;
  if (!existsSync(`${WEB_FOLDER}/index.html`) || !existsSync(program)) return null;
  const picture = readdirSync(`${WEB_FOLDER}/assets`).find((name) => /^share-[\w-]+\.png$/.test(name));
  if (!picture) return null;
  const html = readFileSync(`${WEB_FOLDER}/index.html`, 'utf8');
  const manifest = JSON.parse(readFileSync(`${WEB_FOLDER}/.vite/manifest.json`, 'utf8')) as Record<
    string,
    { readonly file: string } | undefined
  >;
  const script = manifest['src/rendering/public.ts'];
  if (!script) throw new Error('the build of the pages has no script for public pages');
  let loaded: Promise<PagesProgram> | null = null;
  return {
    assetsFolder: `${WEB_FOLDER}/assets`,
    icons: ICONS.map((icon) => ({ ...icon, bytes: readFileSync(WEB_FOLDER + icon.path) })),
    files: {
      icon: first(/<link rel="icon" href="([^"]+)"/, html),
      picture: `/assets/${picture}`,
      styles: all(/<link rel="stylesheet"[^>]* href="([^"]+)"/g, html),
      display: first(/<script src="([^"]+)"/, html),
      app: {
        script: first(/<script type="module"[^>]* src="([^"]+)"/, html),
        preload: all(/<link rel="modulepreload"[^>]* href="([^"]+)"/g, html),
      },
      document: `/${script.file}`,
    },
    program: () => {
      loaded ??= import(pathToFileURL(program).href).then((module: { program: PagesProgram }) => module.program);
      return loaded;
    },
  };
}
