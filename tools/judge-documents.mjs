// Shows the electronic invoices and payment files in a folder to outside judges (the published schemas and rules),
// where those lie beside the repository; a clone without them is told so and nothing is pretended.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const JUDGES = [
  { what: 'electronic invoices', pattern: /^invoice-.*\.xml$/, tool: 'validate-ubl', options: ['--peppol'] },
  { what: 'payment files', pattern: /^payment-file-.*\.xml$/, tool: 'validate-pain001', options: ['--modulus'] },
];

const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error('usage: node tools/judge-documents.mjs <folder>');
  process.exit(2);
}

const tools = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'tools');

/** The judge's words on some files, and whether it was content. */
function ask(judge, words) {
  return new Promise((done) => {
    const asked = spawn(judge, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    asked.stdout.on('data', (part) => {
      said += part;
    });
    asked.once('error', (error) => done({ said: `${error.message}\n`, content: false }));
    asked.once('close', (code) => done({ said, content: code === 0 }));
  });
}

/** As many files at a time as there are processors; the first goes alone, as the judges then make themselves ready. */
async function askOfAll(judge, options, files) {
  const [first, ...others] = files;
  const verdicts = [await ask(judge, [...options, first])];
  const share = Math.ceil(others.length / availableParallelism());
  const parts = Array.from({ length: Math.ceil(others.length / share) }, (_, at) =>
    others.slice(at * share, (at + 1) * share),
  );
  return verdicts.concat(await Promise.all(parts.map((part) => ask(judge, [...options, ...part]))));
}

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
  const verdicts = await askOfAll(judge, options, files);
  const said = verdicts.map((verdict) => verdict.said).join('');
  process.stdout.write(said);
  const passed = said.split('\n').filter((line) => line.startsWith('PASS ')).length;
  console.log(`${what}: ${passed} of ${files.length} passed`);
  if (!verdicts.every(({ content }) => content) || passed !== files.length) failed = true;
}
process.exit(failed ? 1 : 0);
