// Shows every import rule to fail on a bad import and to let a good one pass: a rule that cannot fail guards nothing.

import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

let house: string;

/** A house with the same rules and the same packages, but none of our files. */
function build(): void {
  house = mkdtempSync(join(tmpdir(), 'support-market-imports-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    symlinkSync(join(ROOT, file), join(house, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  for (const part of ['apps/api', 'apps/web', 'packages/db', 'packages/domain']) {
    mkdirSync(join(house, part, 'src'), { recursive: true });
    symlinkSync(join(ROOT, part, 'node_modules'), join(house, part, 'node_modules'));
    symlinkSync(join(ROOT, part, 'package.json'), join(house, part, 'package.json'));
  }
}

const remove = (): void => rmSync(house, { recursive: true });

/** Writes a file of the house, or adds to it. */
function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  appendFileSync(join(house, path), text);
}

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly unresolvedTo: string;
}

/** Where the house breaks a rule. */
async function violations(): Promise<readonly Violation[]> {
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'packages'];
  const { stdout } = await promisify(execFile)(process.execPath, [CRUISER, ...words], {
    cwd: house,
    maxBuffer: 50_000_000,
  }).catch((failure: { stdout?: string }) => ({ stdout: failure.stdout ?? '' }));
  const report = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
  return report.summary.violations;
}

/** The names of the rules that the house breaks. */
const brokenRules = async (): Promise<string[]> =>
  [...new Set((await violations()).map(({ rule }) => rule.name))].sort();

const EMPTY = 'export const nothing = 0;\n';

describe('a bad import breaks its rule', () => {
  const BAD: readonly [rule: string, from: string, imports: string, target?: string][] = [
    ['domain-is-pure', 'packages/domain/src/orders/price.ts', 'node:fs'],
    ['domain-is-pure', 'packages/domain/src/orders/price.ts', '../../../db/src/pool.ts', 'packages/db/src/pool.ts'],
    [
      'features-do-not-import-siblings',
      'apps/api/src/features/orders/orders.service.ts',
      '../visits/visits.service.ts',
      'apps/api/src/features/visits/visits.service.ts',
    ],
    [
      'features-do-not-import-siblings',
      'apps/web/src/features/orders/components/row.tsx',
      '../../visits/components/row.tsx',
      'apps/web/src/features/visits/components/row.tsx',
    ],
    [
      'only-app-imports-workflows',
      'apps/api/src/features/orders/orders.routes.ts',
      '../../workflows/place-basket.ts',
      'apps/api/src/workflows/place-basket.ts',
    ],
    ['sql-only-in-repositories', 'apps/api/src/features/orders/orders.service.ts', 'kysely'],
    ['sql-only-in-repositories', 'apps/api/src/platform/audit.ts', 'pg'],
    [
      'platform-stands-below',
      'apps/api/src/platform/audit.repo.ts',
      '../http/access.ts',
      'apps/api/src/http/access.ts',
    ],
    [
      'platform-stands-below',
      'apps/api/src/platform/audit.repo.ts',
      '../features/orders/orders.service.ts',
      'apps/api/src/features/orders/orders.service.ts',
    ],
    ['platform-is-not-http', 'apps/api/src/platform/cursors.ts', 'fastify'],
    ['platform-is-not-http', 'apps/api/src/platform/cursors.ts', '@fastify/cookie'],
    [
      'http-knows-no-feature',
      'apps/api/src/http/access.ts',
      '../features/orders/orders.service.ts',
      'apps/api/src/features/orders/orders.service.ts',
    ],
    [
      'services-know-no-http',
      'apps/api/src/features/orders/orders.service.ts',
      '../../http/access.ts',
      'apps/api/src/http/access.ts',
    ],
    ['services-know-no-http', 'apps/api/src/jobs/queue.ts', '../http/access.ts', 'apps/api/src/http/access.ts'],
    ['domain-is-pure', 'packages/domain/src/orders/price.ts', '../../../../apps/api/node_modules/fastify/fastify.js'],
    ['words-stand-on-the-domain', 'packages/words/src/say.ts', 'node:fs'],
    ['words-stand-on-the-domain', 'packages/words/src/say.ts', '../../db/src/pool.ts', 'packages/db/src/pool.ts'],
    [
      'nothing-needs-the-demonstration',
      'apps/api/src/server.ts',
      '../../demonstration/src/start.ts',
      'apps/demonstration/src/start.ts',
    ],
    ['web-stays-outside', 'apps/web/src/main.ts', '../../api/src/app.ts', 'apps/api/src/app.ts'],
    ['web-stays-outside', 'apps/web/src/main.ts', '../../../packages/db/src/pool.ts', 'packages/db/src/pool.ts'],
    ['packages-do-not-import-apps', 'packages/db/src/pool.ts', '../../../apps/api/src/app.ts', 'apps/api/src/app.ts'],
    ['no-unresolvable', 'apps/api/src/app.ts', 'a-package-not-declared'],
  ];

  // All of them in one house, as to look at one takes a second: each is found by the import that it is.
  let found: readonly Violation[];
  beforeAll(async () => {
    build();
    for (const [, from, imports, target] of BAD) {
      write(from, `import '${imports}';\n`);
      if (target !== undefined) write(target, EMPTY);
    }
    found = await violations();
    remove();
  });

  test.each(BAD)('%s: %s imports %s', (rule, file, imports) => {
    const named = imports.replace(/^node:/, '');
    const broken = found.filter(({ from, unresolvedTo }) => from === file && unresolvedTo === named);
    expect(broken.map(({ rule: { name } }) => name)).toContain(rule);
  });
});

describe('in a house of its own', () => {
  beforeEach(build);
  afterEach(remove);

  test('a circle of imports is found, one of types too', async () => {
    write('apps/api/src/one.ts', "import type { Two } from './two.ts';\nexport type One = Two | 1;\n");
    write('apps/api/src/two.ts', "import type { One } from './one.ts';\nexport type Two = One | 2;\n");
    expect(await brokenRules()).toEqual(['no-cycles']);
  });

  test('good imports break no rule', async () => {
    write('packages/domain/src/orders/price.ts', "import 'temporal-polyfill';\nimport './minutes.ts';\n");
    write('packages/domain/src/orders/minutes.ts', EMPTY);
    write('apps/api/src/features/orders/orders.repo.ts', "import 'kysely';\n");
    write('apps/api/src/features/orders/orders.service.ts', "import '../../platform/audit.repo.ts';\n");
    write('apps/api/src/features/orders/orders.routes.ts', "import 'fastify';\nimport '../../http/access.ts';\n");
    write('apps/api/src/http/access.ts', "import 'fastify';\nimport '../platform/audit.repo.ts';\n");
    write(
      'apps/api/src/platform/audit.repo.ts',
      "import 'kysely';\nimport '../ports/clock.ts';\nimport '../config.ts';\n",
    );
    write('apps/api/src/ports/clock.ts', EMPTY);
    write('apps/api/src/config.ts', EMPTY);
    write('apps/api/src/workflows/place-basket.ts', "import '../features/orders/orders.service.ts';\n");
    write('apps/api/src/app.ts', "import './workflows/place-basket.ts';\n");
    write('packages/db/src/pool.ts', "import 'kysely';\nimport 'pg';\n");
    write('apps/web/src/main.ts', "import 'react';\n");
    expect(await brokenRules()).toEqual([]);
  });
});
