// Keeps files in a folder of this machine: each content once under its hash, and each key as a small note that
// points to one, so that no key can ever name a path outside the folder.

import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, refuse } from '@support-market/domain/shared/result';
import { type FileStore, isFileKey, type StoredFile } from './file-store.ts';

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/**
 * Writes a file whole or not at all, and never over another: the bytes reach the disk under a passing name,
 * then a hard link gives them theirs. Returns false when the name was taken.
 */
async function writeOnce(passing: string, target: string, bytes: Uint8Array | string): Promise<boolean> {
  const temporary = join(passing, randomUUID());
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(temporary, target);
    await syncFolder(dirname(target));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseNote(text: string): StoredFile | undefined {
  const match = /^sha256 ([0-9a-f]{64})\nsize (\d{1,15})\nkey [^\n]+\n$/.exec(text);
  const [, sha256, size] = match ?? [];
  return sha256 === undefined || size === undefined ? undefined : { sha256, size: Number(size) };
}

/**
 * A file store under `<dataDir>/files`. Safe for several processes at once and after a crash at any point: a key
 * exists only once its content is on the disk.
 */
export function localFileStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files');
  const passing = join(root, 'passing');

  function placeOf(kind: 'contents' | 'keys', hash: string): string {
    return join(root, kind, hash.slice(0, 2), hash);
  }

  function checked(key: string): string {
    if (!isFileKey(key)) throw new RangeError('not a file key');
    return placeOf('keys', sha256Of(key));
  }

  async function keepContent(sha256: string, bytes: Uint8Array): Promise<void> {
    const target = placeOf('contents', sha256);
    await makeFolder(dirname(target));
    if (await writeOnce(passing, target, bytes)) return;
    const present = await readIfThere(target);
    if (present !== undefined && sha256Of(present) === sha256) return;
    // What lies there no longer has its hash: the true bytes, brought again, repair it.
    await rm(target, { force: true });
    await writeOnce(passing, target, bytes);
  }

  return {
    async put(key, bytes) {
      const noteAt = checked(key);
      const file: StoredFile = { sha256: sha256Of(bytes), size: bytes.byteLength };
      await makeFolder(passing);
      const taken = await readIfThere(noteAt);
      if (taken === undefined) {
        await keepContent(file.sha256, bytes);
        await makeFolder(dirname(noteAt));
        const note = `sha256 ${file.sha256}\nsize ${file.size}\nkey ${key}\n`;
        if (await writeOnce(passing, noteAt, note)) return ok(file);
      }
      const kept = parseNote(Buffer.from(taken ?? (await readFile(noteAt))).toString('utf8'));
      if (kept?.sha256 !== file.sha256) return refuse('file.key_taken');
      await keepContent(file.sha256, bytes);
      return ok(file);
    },

    async get(key) {
      const note = await readIfThere(checked(key));
      if (note === undefined) return refuse('file.not_found');
      const kept = parseNote(Buffer.from(note).toString('utf8'));
      if (kept === undefined) return refuse('file.damaged');
      const bytes = await readIfThere(placeOf('contents', kept.sha256));
      if (bytes === undefined || sha256Of(bytes) !== kept.sha256) return refuse('file.damaged');
      return ok({ ...kept, bytes });
    },
  };
}
