// Checks the types of every part under its own rules (the domain without DOM or Node, the web with the DOM), two
// parts at a time, looking again only at what changed. Given parts (`apps/api`), it looks at those alone.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';

const PROJECTS = [
  'apps/api/tsconfig.json',
  'apps/web/tsconfig.json',
  'packages/domain/tsconfig.json',
  'packages/domain/tsconfig.test.json',
  'packages/words/tsconfig.json',
  'packages/words/tsconfig.test.json',
  'packages/db/tsconfig.json',
  'apps/demonstration/tsconfig.json',
  'packages/api-client/tsconfig.json',
  'apps/e2e/tsconfig.json',
  'tsconfig.json',
];

const CACHE = 'node_modules/.cache/types';

function check(project) {
  const memory = join(CACHE, `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const words = ['node_modules/typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', memory];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...words, '--pretty', 'false'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (bytes) => {
      output += bytes;
    });
    child.once('close', (code) => {
      // A part without files yet is not at fault.
      const empty = output.startsWith('error TS18003');
      console.log(`${code === 0 || empty ? 'ok    ' : 'failed'} ${project}`);
      if (code !== 0 && !empty) process.stdout.write(output);
      resolve(code === 0 || empty);
    });
  });
}

mkdirSync(join(ROOT, CACHE), { recursive: true });
const wanted = process.argv.slice(2);
const waiting = PROJECTS.filter(
  (project) => wanted.length === 0 || wanted.some((part) => project.startsWith(`${part}/`)),
);
let good = true;
async function work() {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
    if (!(await check(project))) good = false;
  }
}
await Promise.all([work(), work()]);
process.exitCode = good ? 0 : 1;
