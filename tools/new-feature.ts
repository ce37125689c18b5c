// Writes a small whole feature in the shape of the house, so that a new noun starts as the others are:
// npm run new-feature -- support-plans support-plan

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { writeFeature } from './new-feature/write-feature.ts';

const [plural, singular, ...more] = process.argv.slice(2);
if (plural === undefined || singular === undefined || more.length > 0) {
  process.stderr.write('usage: npm run new-feature -- <plural> <singular>, such as: support-plans support-plan\n');
  process.exit(2);
}
const plan = writeFeature(ROOT, { plural, singular }, new Date());
if ('refused' in plan) {
  process.stderr.write(`Nothing was written: ${plan.refused}.\n`);
  process.exit(1);
}

// How long a line is depends on the noun, so the formatter has the last word.
const formatted = [...plan.created.keys(), ...plan.changed.keys()].filter((path) => !path.endsWith('.sql'));
const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'check', '--write', '--log-level=error', ...formatted], {
  cwd: ROOT,
  stdio: 'inherit',
});

const steps = [
  ...plan.byHand,
  'Make the columns, the rule and the words your own: they begin with a text about a person.',
  'Run: npm run gen',
  `Run: npx vitest run --root apps/api src/features/${plural} src/http/access.test.ts`,
  'Decide who may see it in packages/domain/src/access/permissions.ts, and keep its two pages in step.',
  'Say what the noun means in docs/glossary.md, and lead to its page from apps/web/src/shell/navigation.ts.',
];
process.stdout.write(`Written:\n${[...plan.created.keys()].map((path) => `  ${path}\n`).join('')}`);
process.stdout.write(`Given lines more:\n${[...plan.changed.keys()].map((path) => `  ${path}\n`).join('')}`);
process.stdout.write(`Now:\n${steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}`);
