// Proves that migrations are applied once, whole, in order and unchanged.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate, pendingMigrations } from './migrate.ts';
import { runAsAdmin, withDatabase } from './testing/test-server.ts';

let folder: string;
let url: string;
let made = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  made += 1;
  const { adminUrl, prefix } = inject('testServer');
  const name = `${prefix}migrate_${process.pid}_${made}`;
  await runAsAdmin(adminUrl, `create database ${name}`);
  url = withDatabase(adminUrl, name);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await runAsAdmin(inject('testServer').adminUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
});

function write(name: string, text: string): void {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

async function rowsOf(query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

test('files are applied in the order of their names, and once', async () => {
  write('20260102T0900_second.sql', '-- why: needs the first\ninsert into things values (1);');
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  expect(await migrate(url, { folder })).toEqual(['20260101T0900_first.sql', '20260102T0900_second.sql']);
  expect(await migrate(url, { folder })).toEqual([]);
  expect(await rowsOf('select id from things')).toEqual([{ id: 1 }]);
});

test('a program that waits for the schema is told what is missing, and nothing is applied by asking', async () => {
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  expect(await pendingMigrations(url, { folder })).toEqual(['20260101T0900_first.sql']);
  await migrate(url, { folder });
  write('20260102T0900_second.sql', '-- why: needs the first\ninsert into things values (1);');
  expect(await pendingMigrations(url, { folder })).toEqual(['20260102T0900_second.sql']);
  await migrate(url, { folder });
  expect(await pendingMigrations(url, { folder })).toEqual([]);
});

test('programs that start together apply each file once', async () => {
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  const answers = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));
  expect(answers.flat()).toEqual(['20260101T0900_first.sql']);
});

test('a file that fails half-way leaves nothing, keeps the ones before it, and names the line', async () => {
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  write('20260102T0900_broken.sql', '-- why: to fail\ninsert into things values (1);\ninsert into nowhere values (2);');
  await expect(migrate(url, { folder })).rejects.toThrow(
    /20260102T0900_broken\.sql was not applied: .*nowhere.*line 3/,
  );
  expect(await rowsOf('select id from things')).toEqual([]);
  expect(await rowsOf('select name from migration.applied')).toEqual([{ name: '20260101T0900_first.sql' }]);
});

test('a file without a reason in its first line is refused', async () => {
  write('20260101T0900_first.sql', 'create table things (id int);');
  await expect(migrate(url, { folder })).rejects.toThrow(/first line must say why/);
});

test('an applied file that has been edited is refused', async () => {
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  await migrate(url, { folder });
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id bigint);');
  await expect(migrate(url, { folder })).rejects.toThrow(/was changed after it was applied/);
});

test('an applied file that has gone is refused', async () => {
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  await migrate(url, { folder });
  rmSync(join(folder, '20260101T0900_first.sql'));
  await expect(migrate(url, { folder })).rejects.toThrow(/is not in the migrations/);
});

test('a new file that sorts before an applied one is refused', async () => {
  write('20260102T0900_second.sql', '-- why: a place for things\ncreate table things (id int);');
  await migrate(url, { folder });
  write('20260101T0900_first.sql', '-- why: came late\ncreate table late (id int);');
  await expect(migrate(url, { folder })).rejects.toThrow(/give it a later name/);
});

test('a check that finds rows after a data move undoes the move and shows them', async () => {
  write('20260101T0900_first.sql', '-- why: a place for things\ncreate table things (id int);');
  write('20260102T0900_move.sql', '-- why: moves things\ninsert into things values (1), (7);');
  write('checks/20260102T0900_move.before.sql', 'select * from things;');
  write('checks/20260102T0900_move.after.sql', 'select 1 where false; select id from things where id > 5;');
  await expect(migrate(url, { folder })).rejects.toThrow(/move\.after\.sql found 1 rows, such as \{"id":7\}/);
  expect(await rowsOf('select id from things')).toEqual([]);
});

test("the product's own migrations apply to an empty database", async () => {
  const applied = await migrate(url);
  expect(applied.length).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual([]);
});
