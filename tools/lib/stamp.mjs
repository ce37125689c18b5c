// Remembers what a slow step last worked on, so that it runs again only when that has changed.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** One hash over the names and contents of files and folders (given from the root), and over `extra` words. */
export function hashOf(paths, extra = []) {
  const hash = createHash('sha256');
  for (const word of extra) hash.update(`${word}\n`);
  for (const path of paths.flatMap(filesBelow)) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

function filesBelow(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

export function isStamped(file, value) {
  try {
    return readFileSync(join(ROOT, file), 'utf8').trim() === value;
  } catch {
    return false;
  }
}

export function stamp(file, value) {
  writeFileSync(join(ROOT, file), `${value}\n`);
}
