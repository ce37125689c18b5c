// Proves on a real disk that a kept file never changes, never leaves its folder and is never half there.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFileKey } from './file-store.ts';
import { localFileStore } from './local-file-store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the local file store', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const filesIn = async (part: string) =>
    (await readdir(join(folder, 'files', part), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );

  it('gives back the very bytes, with their hash and size, to another process too', async () => {
    const stored = await localFileStore(folder).put('invoices/inv_01/invoice.pdf', bytesOf('abc'));
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(stored).toEqual({ ok: true, value: { sha256, size: 3 } });
    const read = await localFileStore(folder).get('invoices/inv_01/invoice.pdf');
    expect(read.ok && [read.value.sha256, read.value.size, Buffer.from(read.value.bytes).toString()]).toEqual([
      sha256,
      3,
      'abc',
    ]);
  });

  it('takes the same bytes again without change and refuses other bytes under the same key', async () => {
    const store = localFileStore(folder);
    const first = await store.put('runs/run_01.xml', bytesOf('one'));
    expect(await store.put('runs/run_01.xml', bytesOf('one'))).toEqual(first);
    expect(await store.put('runs/run_01.xml', bytesOf('two'))).toEqual({ ok: false, code: 'file.key_taken' });
    const read = await store.get('runs/run_01.xml');
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('one');
  });

  it('keeps one content once under many keys, and leaves nothing passing behind', async () => {
    const store = localFileStore(folder);
    await store.put('a', bytesOf('same'));
    await store.put('a/b', bytesOf('same'));
    await store.put('empty', new Uint8Array(0));
    expect(await filesIn('contents')).toHaveLength(2);
    expect(await filesIn('keys')).toHaveLength(3);
    expect(await filesIn('passing')).toHaveLength(0);
  });

  it('lets exactly one content win when many writers race for a key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => localFileStore(folder).put('race', bytesOf(`writer ${index}`))),
    );
    const winners = answers.filter((answer) => answer.ok);
    expect(winners).toHaveLength(1);
    const read = await localFileStore(folder).get('race');
    expect(read.ok && winners[0]?.ok && read.value.sha256 === winners[0].value.sha256).toBe(true);
  });

  it('says that a file is damaged, never shows it, and is repaired by the true bytes', async () => {
    const store = localFileStore(folder);
    const stored = await store.put('doc', bytesOf('true'));
    if (!stored.ok) throw new Error('not kept');
    const at = join(folder, 'files', 'contents', stored.value.sha256.slice(0, 2), stored.value.sha256);
    await writeFile(at, 'false');
    expect(await store.get('doc')).toEqual({ ok: false, code: 'file.damaged' });
    await rm(at);
    expect(await store.get('doc')).toEqual({ ok: false, code: 'file.damaged' });
    await writeFile(at, 'false');
    expect(await store.put('doc', bytesOf('true'))).toEqual(stored);
    expect((await store.get('doc')).ok).toBe(true);
  });

  it('says that an unknown key is not there', async () => {
    expect(await localFileStore(folder).get('nothing')).toEqual({ ok: false, code: 'file.not_found' });
  });

  it.each(['', '/etc/passwd', '../up', 'a/../b', 'a//b', 'a/', '.hidden', 'A', 'a b', 'a\0', 'a\\b', 'a\n', 'é'])(
    'refuses the key %j',
    async (key) => {
      expect(isFileKey(key)).toBe(false);
      await expect(localFileStore(folder).put(key, bytesOf('x'))).rejects.toThrow(RangeError);
      await expect(localFileStore(folder).get(key)).rejects.toThrow(RangeError);
    },
  );
});
