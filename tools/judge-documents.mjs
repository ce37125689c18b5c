// Shows the electronic invoices and payment files in a folder to outside judges (the published schemas and rules),
// where those lie beside the repository; a clone without them is told so and nothing is pretended.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const JUDGES = [
  { what: 'electronic invoices', pattern: /^invoice-.*\.xml$/, tool: 'validate-ubl', options: ['--peppol'] },
  { what: 'payment files', pattern: /^payment-run-.*\.xml$/, tool: 'validate-pain001', options: ['--modulus'] },
];

const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error('usage: node tools/judge-documents.mjs <folder>');
  process.exit(2);
}

const tools = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'tools');
let failed = false;
for (const { what, pattern, tool, options } of JUDGES) {
  const files = readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
  const judge = join(tools, tool);
  if (!existsSync(judge)) {
    console.log(`${what}: not judged, the judges are not here (${files.length} files in the folder)`);
    continue;
  }
  if (files.length === 0) {
    console.log(`${what}: none in the folder, so none judged`);
    failed = true;
    continue;
  }
  const verdict = spawnSync(judge, [...options, ...files], { encoding: 'utf8' });
  process.stdout.write(verdict.stdout ?? '');
  process.stderr.write(verdict.stderr ?? '');
  const passed = (verdict.stdout ?? '').split('\n').filter((line) => line.startsWith('PASS ')).length;
  console.log(`${what}: ${passed} of ${files.length} passed`);
  if (verdict.status !== 0 || passed !== files.length) failed = true;
}
process.exit(failed ? 1 : 0);
