// Keeps an upload in a file of its own while it is read, because every row must know which others came with it.

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Does something with the path of a file that holds the whole of `source`; what was spooled is deleted afterwards. */
export async function asFile<Answer>(
  source: Readable | string,
  use: (path: string) => Promise<Answer>,
): Promise<Answer> {
  if (typeof source === 'string') return use(source);
  const folder = await mkdtemp(join(tmpdir(), 'actuals-'));
  try {
    const path = join(folder, 'upload.csv');
    await pipeline(source, createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
