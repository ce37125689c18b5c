// Builds the web pages, and the program that draws the public ones on the server, when anything they are made of has changed.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const STAMP = 'node_modules/.support-market-web-stamp';
const SOURCES = ['apps/web', 'packages/domain/src', 'packages/words/src', 'packages/api-client', 'pnpm-lock.yaml'];

/** Returns when apps/web/dist is up to date. Throws when the build fails, after showing why. */
export async function buildWeb() {
  const wanted = hashOf(SOURCES);
  if (isStamped(STAMP, wanted) && existsSync(join(ROOT, 'apps/web/dist/server/render.mjs'))) return;
  const started = performance.now();
  say('Building the pages …');
  // One after the other: the first empties the folder that the second builds into.
  for (const kind of [[], ['--ssr']]) {
    const { code, output } = await build(kind);
    if (code === 0) continue;
    say(output.trim());
    throw new Error('The pages could not be built; the lines above say why.');
  }
  stamp(STAMP, wanted);
  say(`Pages built in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

function build(kind) {
  const vite = join(ROOT, 'apps/web/node_modules/vite/bin/vite.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vite, 'build', ...kind, '--logLevel', 'warn'], {
      cwd: join(ROOT, 'apps/web'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        output += bytes;
      });
    }
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
