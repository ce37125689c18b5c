// Starts the product as a real council has it, empty and under a clock that stands still until the journey moves it.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../api/src/testing/product-with-set-clock.ts', import.meta.url));
const LONGEST_WAIT_MILLIS = 60_000;

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

type Message =
  | { readonly url: string }
  | { readonly mail: Mail }
  | { readonly id: number; readonly value?: unknown; readonly error?: string };

export interface RealCouncil {
  readonly url: string;
  /** Founds a council, as the command of that name does. */
  readonly found: (founding: object) => Promise<unknown>;
  /** Puts the small council of the API's tests there, in place of one of its own; each of its people has that password. */
  readonly buildWorld: (password: string) => Promise<unknown>;
  /** Moves the clock to an instant, and lets the worker do what it does in a night. */
  readonly goOn: (instant: string) => Promise<unknown>;
  /** What the checks of the books find wrong. */
  readonly wrong: () => Promise<unknown>;
  /** Waits for a mail to that address, and answers the path of the link in it. */
  readonly linkFor: (address: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function startRealCouncil(startsAt: string): Promise<RealCouncil> {
  const home = mkdtempSync(join(tmpdir(), 'support-market-founding-'));
  // The database may run as another user, who has to be able to pass through.
  chmodSync(home, 0o755);
  const child = fork(PROGRAM, [join(home, 'data'), startsAt], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const mails: Mail[] = [];
  const waiting = new Map<number, (message: { value?: unknown; error?: string }) => void>();
  let asked = 0;
  const opened = new Promise<string>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('url' in message) resolve(message.url);
      else if ('mail' in message) mails.push(message.mail);
      else waiting.get(message.id)?.(message);
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}`)));
  });
  const ask = (question: object): Promise<unknown> => {
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ value, error }) => (error ? reject(new Error(error)) : resolve(value)));
      child.send({ id, ...question });
    });
  };
  const url = await opened;
  return {
    url,
    found: (founding) => ask({ found: founding }),
    buildWorld: (password) => ask({ world: { password } }),
    goOn: (instant) => ask({ goOn: instant }),
    wrong: () => ask({ wrong: true }),
    linkFor: async (address) => {
      const until = Date.now() + LONGEST_WAIT_MILLIS;
      while (Date.now() < until) {
        const at = mails.findIndex(({ to }) => to === address);
        const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(mails.splice(at, at < 0 ? 0 : 1)[0]?.text ?? '')?.[1];
        if (link) return link;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no mail with a link came for ${address}; others: ${mails.map(({ to }) => to).join(', ')}`);
    },
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
