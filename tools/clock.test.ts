// Finds what asks the computer for the time behind the clock port's back: such a line makes something depend on the day of the week.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './lib/root.mjs';

/** Where the computer's clock is meant, each with its reason. */
const MAY_ASK: readonly RegExp[] = [
  /^apps\/api\/src\/ports\/clock\//, // the port itself
  /^apps\/web\/src\/format\/server-clock\.ts$/, // the port of the pages
  /^apps\/(api|e2e)\/src\/.*\.test\.ts$/, // a test may time itself; its world has a clock of its own
  /^apps\/e2e\/src\/support\/product\.ts$/, // works out how far ahead the product is to be
  /^apps\/e2e\/src\/support\/real-council\.ts$/, // gives up waiting for a mail
  /^apps\/api\/src\/(bench|failure|testing)\//, // measures real time, on rows that are made and gone within the run
  /^packages\/db\/src\/(migrate|generate-schema|describe-tables)\.ts$/, // when a migration was applied is a fact of the machine
  /^migrations\/20261123T0940_jobs\.sql$/, // the queue's own tables, which live by the computer's clock
  /^tools\//, // no part of the product
];

const ASKS = /\bTemporal\.Now\b|\bDate\.now\(|\bnew Date\(\)/;
const SQL_ASKS =
  /\b(now\(\)|current_date|current_timestamp|clock_timestamp\(|statement_timestamp\(|transaction_timestamp\(|localtimestamp)/i;
const COMMENT = /^\s*(\/\/|\*|\/\*|--)/;

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'packages', 'migrations'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx|sql)$/.test(file) && !MAY_ASK.some((allowed) => allowed.test(file)));

function leaksIn(file: string): string[] {
  const isStatement = file.endsWith('.sql') || file.endsWith('.repo.ts') || file.startsWith('packages/db/');
  return readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const asks =
        ASKS.test(line) ||
        (isStatement && SQL_ASKS.test(line.replaceAll('clock.now()', '').replaceAll(/\w+\.now\(\)/g, '')));
      return asks && !COMMENT.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [];
    });
}

test('nothing that is shipped asks the computer for the time, except the clock port', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap(leaksIn)).toEqual([]);
});
