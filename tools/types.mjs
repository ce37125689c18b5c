// Checks the types of every part under its own rules (the domain without DOM or Node, the web with the DOM), two
// parts at a time. Given parts (`apps/api`), it looks at those alone. The compiler is TypeScript 7 by the only name under
// which it does not become the peer of libraries; 6 stays for the tools that read sources through its interface, which
// 7 does not have. It needs a tenth of the time.

import { spawn } from 'node:child_process';
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

function check(project) {
  const words = ['node_modules/@typescript/native-preview/bin/tsgo', '-p', project, '--noEmit', '--pretty', 'false'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
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
