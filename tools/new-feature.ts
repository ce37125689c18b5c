// Writes a small whole feature in the shape of the house, so that a new noun starts as the others are:
// npm run new-feature -- support-plans support-plan --owner person

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/root.mjs';
import { IRREGULAR_LINE } from './new-feature/insertions.ts';
import { type Noun, OWNERS } from './new-feature/names.ts';
import { articleOf } from './new-feature/nouns.ts';
import { writeFeature } from './new-feature/write-feature.ts';

const USAGE = `usage: npm run new-feature -- <plural> <singular> [--owner ${OWNERS.join('|')}], such as: support-plans support-plan`;

function readNoun(): Noun {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { owner: { type: 'string', default: 'person' } },
    });
    const [plural, singular, ...more] = positionals;
    const owner = OWNERS.find((one) => one === values.owner);
    if (plural !== undefined && singular !== undefined && owner !== undefined && more.length === 0)
      return { plural, singular, owner };
  } catch {
    // an option that there is not: the usage says which there are
  }
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const noun = readNoun();
const { plural } = noun;
const plan = writeFeature(ROOT, noun, new Date());
if ('refused' in plan) {
  process.stderr.write(`Nothing was written: ${plan.refused}.\n`);
  process.exit(1);
}

// How long a line is depends on the noun, so the formatter has the last word.
const formatted = [...plan.created.keys(), ...plan.changed.keys()].filter((path) => !path.endsWith('.sql'));
const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
try {
  execFileSync(process.execPath, [biome, 'check', '--write', '--log-level=error', ...formatted], {
    cwd: ROOT,
    stdio: 'inherit',
  });
} catch {
  plan.undo();
  process.stderr.write('Nothing was written: the lines above say what is wrong. Another word may do.\n');
  process.exit(1);
}

const steps = [
  ...plan.byHand,
  ...(plan.changed.has(IRREGULAR_LINE.path)
    ? [`Look at ${IRREGULAR_LINE.path}: it now has that one of many "${noun.plural}" is called "${noun.singular}".`]
    : []),
  `Put the fields of ${articleOf(noun.singular)} ${noun.singular.replaceAll('-', ' ')} in place of \`words\`, the one text that each has now: in the migration, the rule, the form and its line in apps/e2e/src/support/writes.ts.`,
  'Run: npm run gen',
  `Run: npx vitest run --root . ${plural} src/http/access.test.ts src/http/write-access.test.ts`,
  `Run: npm run build, and then: E2E_SMALL=1 npx vitest run --root apps/e2e src/journeys/writes.test.ts -t ${plural}`,
  'Decide who may see it in packages/domain/src/access/permissions.ts, and keep its pages in step.',
  'Say what the noun means in docs/glossary.md, and put its line of the menu (apps/web/src/shell/navigation.ts) where it belongs.',
];
process.stdout.write(`Written:\n${[...plan.created.keys()].map((path) => `  ${path}\n`).join('')}`);
process.stdout.write(`Given lines more:\n${[...plan.changed.keys()].map((path) => `  ${path}\n`).join('')}`);
process.stdout.write(`Now:\n${steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}`);
