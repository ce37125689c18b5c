// Which migrations a real database may have run already, and what their bytes were: those are never changed again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const FOLDER = join(ROOT, 'migrations');
const LIST = join(FOLDER, 'frozen.json');

/** Every migration by name with the SHA-256 of its bytes, in the order in which they run. */
export function migrationsNow() {
  return Object.fromEntries(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(FOLDER, name)))
          .digest('hex'),
      ]),
  );
}

/** @returns {Record<string, string>} what was frozen, name by name */
export function frozenMigrations() {
  return JSON.parse(readFileSync(LIST, 'utf8'));
}

/** What is wrong with the migrations against the frozen ones: changed, gone, or put in before one of them. */
export function faultsOf(now, frozen) {
  const last = Object.keys(frozen).sort().at(-1) ?? '';
  return [
    ...Object.entries(frozen).flatMap(([name, hash]) => {
      if (now[name] === undefined) return [`${name} is gone`];
      return now[name] === hash ? [] : [`${name} was changed: write a new migration instead`];
    }),
    ...Object.keys(now)
      .filter((name) => frozen[name] === undefined && name < last)
      .map((name) => `${name} would run before ${last}, which databases have run`),
  ];
}

/** Adds the migrations that are new to the frozen ones. */
export function freeze() {
  const now = migrationsNow();
  const faults = faultsOf(now, frozenMigrations());
  if (faults.length > 0) throw new Error(faults.join('\n'));
  writeFileSync(LIST, `${JSON.stringify(now, null, 2)}\n`);
}
