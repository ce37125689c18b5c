// The commands an operator types, run as commands: the books are proved or found out, and a million rows fit in memory.

import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../testing/world.ts';
import { runCommand } from './child-process.ts';
import { tamper } from './facts.repo.ts';

const ROWS = 1_000_000;
const MOST_MEBIBYTES = 400;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await buildWorld({ database });
  folder = mkdtempSync(join(tmpdir(), 'support-market-commands-'));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const command = (file: string, args: readonly string[]) =>
  runCommand(file, args, {
    DATABASE_URL: database.url,
    SEAL_KEY: 'a seal key that only this test knows, and long enough',
  });

describe('verify:ledger', () => {
  test('counts, says balanced and exits 0; money changed behind its back is found, named, and exits 1', async () => {
    const right = await command('verify-ledger.ts', []);
    expect(right).toMatchObject({ code: 0 });
    expect(right.out).toMatch(/^ok\s+\d+ {2}journals balance$/m);
    expect(right.out.trimEnd().split('\n').at(-1)).toBe('balanced');
    await tamper(database.ownerDb);
    const wrong = await command('verify-ledger.ts', []);
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.out).toMatch(/^WRONG\s+\d+ {2}balances equal the sum of their entries$/m);
    expect(wrong.out.trimEnd().split('\n').at(-1)).toBe('not balanced');
  });
});

describe('distribute', () => {
  test('refuses a PostgreSQL without Citus in one sentence, exits 1 and changes nothing', async () => {
    const refused = await command('distribute.ts', ['--print']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err.trim()).toMatch(/^This PostgreSQL has no Citus: .+\.$/m);
    const { code, err } = await runCommand('distribute.ts', [], { DATABASE_URL: '' });
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^Give the address of a Citus coordinator in DATABASE_URL/m);
  });
});

describe('import', () => {
  test('a million rows are read in bounded memory, and every one is taken', async () => {
    const file = join(folder, 'postcodes.csv');
    const out = createWriteStream(file);
    out.write('postcode,lat,lon\n');
    const letters = 'ABDEFGHJLN';
    const areas = ['AL', 'BA', 'BB', 'BD', 'BH', 'BL', 'BN', 'BR', 'BS', 'BT'];
    for (let from = 0; from < ROWS; from += 10_000) {
      const lines = Array.from({ length: 10_000 }, (_, index) => {
        const number = from + index;
        const unit = `${letters[number % 10] ?? ''}${letters[Math.floor(number / 10) % 10] ?? ''}`;
        const rest = Math.floor(number / 100);
        const outward = `${areas[Math.floor(rest / 1_000) % 10] ?? ''}${Math.floor(rest / 10) % 100}`;
        return `${outward} ${rest % 10}${unit},53.4${number % 100},-2.3`;
      });
      if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'close');
    const { code, out: said, err, mostMebibytes } = await command('import.ts', ['postcodes', file]);
    expect(code, err).toBe(0);
    const result = JSON.parse(said) as { accepted: number; unchanged: number; rejected: unknown[] };
    expect(result.rejected.slice(0, 3)).toEqual([]);
    expect(result.accepted).toBe(ROWS);
    expect(mostMebibytes).toBeLessThan(MOST_MEBIBYTES);
  }, 300_000);

  test('the wrong columns end with 1 and one plain sentence that says which, and nothing is taken', async () => {
    const file = join(folder, 'wrong.csv');
    writeFileSync(file, 'colour,size\nred,3\n');
    const { code, out, err } = await command('import.ts', ['postcodes', file]);
    expect(code).toBe(1);
    expect(out).toBe('');
    const lines = err.trim().split('\n');
    expect(lines, err).toHaveLength(1);
    expect(lines[0]).toMatch(/columns/i);
    expect(lines[0]).toContain('postcode');
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

describe('what an operator got wrong', () => {
  const EXPORT = 'apps/demonstration/src/commands/export.ts';
  const NO_DATABASE = { DATABASE_URL: 'postgres://no-login:none@127.0.0.1:1/none' };

  test.each([
    ['a database that does not answer, to verify', 'verify-ledger.ts', [], /ECONNREFUSED/],
    ['a database that does not answer, to import', 'import.ts', ['people', '/etc/hostname'], /ECONNREFUSED/],
    ['a database that does not answer, to export', EXPORT, [tmpdir()], /ECONNREFUSED/],
    ['a folder in place of a file', 'import.ts', ['people', tmpdir()], /There is no file/],
    ['an option that does not exist', 'import.ts', ['--concil', 'x', 'people'], /Say it like this/],
    ['a file in place of a folder', EXPORT, ['/etc/hostname'], /cannot be made/],
  ])('%s ends with 1 and one plain sentence', async (_, file, args, said) => {
    const { code, out, err } = await runCommand(file, args, NO_DATABASE);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n'), err).toHaveLength(1);
    expect(err).toMatch(said);
  });
});
