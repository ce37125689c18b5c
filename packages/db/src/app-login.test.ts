// Proves that the application logs in as itself, and that a login which row-level security does not bind is told apart.

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_ROLE, appUrlOf, ensureAppLogin, whyNotBound } from './app-login.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { runAsAdmin } from './testing/test-server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function asLogin(name: string, password: string): string {
  const address = new URL(database.url);
  address.username = name;
  address.password = password;
  return address.href;
}

async function standingOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await whyNotBound(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` with a login that has `rights`, which goes again. */
async function withLogin(rights: string, work: (name: string, url: string) => Promise<void>): Promise<void> {
  const name = `stranger_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await runAsAdmin(database.url, `create role ${name} login password 'only-in-this-test' ${rights}`);
  try {
    await work(name, asLogin(name, 'only-in-this-test'));
  } finally {
    await runAsAdmin(database.url, `drop owned by ${name}`, `drop role ${name}`);
  }
}

describe('the application’s address', () => {
  test('its password follows from the owner’s and is not the owner’s', () => {
    const one = new URL(appUrlOf('postgres://owner:secret@db.example:5432/market'));
    expect(one.username).toBe(APP_ROLE);
    expect(one.password).toMatch(/^[0-9a-f]{64}$/);
    expect(appUrlOf('postgres://owner:secret@db.example:5432/market')).toBe(one.href);
    expect(new URL(appUrlOf('postgres://owner:other@db.example:5432/market')).password).not.toBe(one.password);
  });

  test('without a password of the owner’s there is none to guess: the operator must say one', () => {
    expect(() => appUrlOf('postgres://owner@db.example/market')).toThrow(/APP_DATABASE_URL/);
  });
});

describe('who the application is', () => {
  test('its own login is bound by row-level security on every table that has it', async () => {
    expect(await standingOf(database.appUrl)).toBeUndefined();
  });

  test('the owner of the tables is refused', async () => {
    expect(await standingOf(database.url)).toMatch(/does not bind|owns/);
  });

  test('a login that may take the owner’s rights is refused', async () => {
    await withLogin('', async (name, url) => {
      await runAsAdmin(
        database.url,
        `create role ${name}_owner`,
        `grant ${name}_owner to ${name}`,
        `create table ${name}_table (id int)`,
        `alter table ${name}_table owner to ${name}_owner`,
        `alter role ${name} set timezone = 'UTC'`,
      );
      try {
        expect(await standingOf(url)).toContain(`owns ${name}_table`);
      } finally {
        await runAsAdmin(database.url, `drop owned by ${name}_owner`, `drop role ${name}_owner`);
      }
    });
  });

  test('a login that passes row-level security by is refused', async () => {
    await withLogin('bypassrls', async (_name, url) => {
      expect(await standingOf(url)).toMatch(/does not bind/);
    });
  });

  test('a login whose dates would be read wrongly is refused', async () => {
    await withLogin('', async (name, url) => {
      await runAsAdmin(database.url, `alter role ${name} set timezone = 'Europe/London'`);
      expect(await standingOf(url)).toMatch(/time zone is Europe\/London/);
    });
  });
});

describe('the limits of a login of the operator’s own', () => {
  const good = ['statement_timeout = 20000', 'lock_timeout = 5000', 'idle_in_transaction_session_timeout = 60000'];
  const withLimits = async (...limits: readonly string[]) => {
    let answer: string | undefined;
    await withLogin('', async (name, url) => {
      for (const limit of [`timezone = 'UTC'`, ...limits])
        await runAsAdmin(database.url, `alter role ${name} set ${limit}`);
      answer = await standingOf(url);
    });
    return answer;
  };

  test('are taken as the operator set them where requests can live with them', async () => {
    expect(await withLimits(...good)).toBeUndefined();
    expect(await withLimits(...good, 'statement_timeout = 45000')).toBeUndefined();
  });

  test.each([
    ['statement_timeout = 0', /statement_timeout is not set/],
    ['statement_timeout = 100', /statement_timeout is 100 ms/],
    ['lock_timeout = 0', /lock_timeout is not set/],
    ['lock_timeout = 3600000', /lock_timeout is 3600000 ms/],
    ['idle_in_transaction_session_timeout = 0', /idle_in_transaction_session_timeout is not set/],
  ])('are refused where %s', async (limit, words) => {
    expect(await withLimits(...good, limit)).toMatch(words);
  });
});

describe('making the login', () => {
  test('a login of the operator’s own that does not work is told, and the owner’s rights are not used on it', async () => {
    await expect(ensureAppLogin(database.url, asLogin('no_such_login', 'x'))).rejects.toThrow(/cannot log in/);
  });

  test('asked again it changes nothing, several programs at once too', async () => {
    await Promise.all(Array.from({ length: 4 }, () => ensureAppLogin(database.url, database.appUrl)));
    expect(await standingOf(database.appUrl)).toBeUndefined();
  });
});
