// Makes everything that is derived (the types of tables and of the API, its description, the pages of docs/generated);
// with --check it changes nothing and fails when a committed file differs from what the code says.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSchema } from '../packages/db/src/generate-schema.ts';
import { generateApi } from './gen-api.ts';
import { generateDocs } from './gen-docs.ts';
import { generateWords } from './gen-words.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

const files: Record<string, string> = {
  ...(await generateSchema()),
  ...(await generateApi()),
  ...generateDocs(),
  ...generateWords(),
};

const differing: string[] = [];
for (const [path, text] of Object.entries(files)) {
  const file = join(ROOT, path);
  let committed: string | null = null;
  try {
    committed = readFileSync(file, 'utf8');
  } catch {
    // not there yet
  }
  if (committed === text) continue;
  differing.push(path);
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
if (check && differing.length > 0) {
  process.stderr.write(
    `These files differ from what the code says; run "npm run gen":\n${differing.map((path) => `- ${path}`).join('\n')}\n`,
  );
  process.exit(1);
}
process.stdout.write(check ? 'Generated files are up to date.\n' : `${differing.length} generated files written.\n`);
process.exit(0);
