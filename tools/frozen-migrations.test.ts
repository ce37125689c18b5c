// A database that has run a migration never runs it again, so a change to it would reach new councils alone.

import { expect, test } from 'vitest';
import { faultsOf, frozenMigrations, migrationsNow } from './lib/frozen-migrations.mjs';

test('no migration that a database may have run is changed, gone or preceded by a new one', () => {
  expect(Object.keys(frozenMigrations()).length).toBeGreaterThan(10);
  expect(faultsOf(migrationsNow(), frozenMigrations())).toEqual([]);
});

test('a changed, a missing and an earlier migration are each found, and a later one is right', () => {
  const frozen = { 'a1_first.sql': 'aa', 'b2_second.sql': 'bb' };
  expect(faultsOf({ ...frozen, 'c3_third.sql': 'cc' }, frozen)).toEqual([]);
  expect(faultsOf({ 'a1_first.sql': 'other', 'b1_between.sql': 'cc' }, frozen)).toEqual([
    'a1_first.sql was changed: write a new migration instead',
    'b2_second.sql is gone',
    'b1_between.sql would run before b2_second.sql, which databases have run',
  ]);
});
