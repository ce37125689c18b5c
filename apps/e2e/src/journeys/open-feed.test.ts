// The running feed before an outside judge, which walks it as the official validator does: every list, every record in them.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

const JUDGE = fileURLToPath(new URL('../../../../../shared/tools/validate-open-referral', import.meta.url));

// The small council of the API's tests has ids by which people read it, and no UUIDs can be made of them.
it.runIf(existsSync(JUDGE) && !process.env['E2E_SMALL'])(
  'the open feed passes every check of the published schemas',
  async () => {
    const { stdout } = await promisify(execFile)(JUDGE, [`${inject('url')}/oruk/v3`], { maxBuffer: 50_000_000 });
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^[1-9]\d+ passed, 0 failed$/);
  },
  120_000,
);
