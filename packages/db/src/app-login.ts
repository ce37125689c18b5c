// The application's own login: a role that owns nothing, so that row-level security binds every query it ever sends,
// through a pooler too. Nothing in the product takes another role after it has logged in.

import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DbPool } from './pool.ts';

/** The role that the migrations create: it may use the tables, owns none, and row-level security binds it. */
export const APP_ROLE = 'support_market_app';

/**
 * What holds for a connection of the application unless its transaction says otherwise (`WORK_LIMITS`). They belong to
 * the role and not to the connection, because a pooler gives a connection to one client after the other.
 */
const ROLE_SETTINGS: Readonly<Record<string, string>> = {
  // The parsers of dates and times rely on these two.
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
  statement_timeout: '20s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '60s',
};

/**
 * Between which milliseconds a limit of the login may lie. Without one a single statement holds its locks and its connection
 * for ever; a shorter one ends what is at work, and a longer one keeps everybody waiting.
 */
const LIMITS: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  statement_timeout: { least: 5_000, most: 60_000 },
  lock_timeout: { least: 1_000, most: 30_000 },
  idle_in_transaction_session_timeout: { least: 10_000, most: 300_000 },
};

/**
 * The application's address on the server of `ownerUrl`, with a password that follows from the owner's and does not
 * give the owner's away. Throws where the owner has no password to follow from: then the operator has to say one.
 */
export function appUrlOf(ownerUrl: string): string {
  if (!URL.canParse(ownerUrl)) throw new Error('DATABASE_URL is not an address that starts with postgres://');
  const address = new URL(ownerUrl);
  if (address.password === '') {
    throw new Error('DATABASE_URL has no password, so APP_DATABASE_URL must say how the application logs in');
  }
  const key = decodeURIComponent(address.password);
  address.username = APP_ROLE;
  address.password = createHmac('sha256', key).update(`${APP_ROLE} login`).digest('hex');
  return address.href;
}

/**
 * Lets the application log in as `appUrl` says, with the rights of the owner of `ownerUrl`, where it cannot yet. A login
 * of the operator's own making (another name than `APP_ROLE`) is left as it is. Throws in plain words when the owner
 * may not, or when the login works and row-level security still does not bind it.
 */
export async function ensureAppLogin(ownerUrl: string, appUrl: string): Promise<void> {
  const refused = await tryLogin(appUrl);
  if (refused === undefined) return;
  const wanted = new URL(appUrl);
  if (decodeURIComponent(wanted.username) !== APP_ROLE) throw new Error(refused);
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'support-market login' });
  await owner.connect();
  try {
    // The password is given as PostgreSQL keeps it, so that it is in no log of statements.
    const verifier = scramVerifier(decodeURIComponent(wanted.password));
    await owner.query(`alter role ${APP_ROLE} login password '${verifier}'`);
    for (const [name, value] of Object.entries(ROLE_SETTINGS)) {
      await owner.query(`alter role ${APP_ROLE} set ${name} = '${value}'`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The login of the application (${APP_ROLE}) could not be made: ${reason}`, { cause: error });
  } finally {
    await owner.end();
  }
  const still = await tryLogin(appUrl);
  if (still !== undefined) throw new Error(still);
}

/** Undefined when the login works and is bound, otherwise why not. */
async function tryLogin(appUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'support-market login' });
  try {
    await client.connect();
    return await whyNotBound(client);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // 28000 and 28P01: no such login, or another password. Anything else is not a matter of logins.
    if (code === '28000' || code === '28P01') return `The application cannot log in: ${(error as Error).message}`;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Queryable = Pick<DbPool, 'query'> | Pick<pg.Client, 'query'>;

interface Standing {
  readonly name: string;
  readonly schema: boolean;
  readonly superuser: boolean;
  readonly free: string[];
  readonly owned: string[];
  readonly timezone: string;
  readonly datestyle: string;
  /** In milliseconds; 0: none. */
  readonly limits: Readonly<Record<string, number>>;
}

/**
 * Asks the database who this connection is. Undefined when row-level security binds it on every table that has it and
 * dates arrive as the parsers read them, and its limits are such as requests need; otherwise what is wrong, in one sentence.
 */
export async function whyNotBound(connection: Queryable): Promise<string | undefined> {
  const { rows } = await connection.query<Standing>(
    `
    select current_user::text as name, to_regclass('public.sessions') is not null as schema,
           (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as superuser,
           array(select relname::text from pg_class
                  where relnamespace = 'public'::regnamespace and relrowsecurity and not row_security_active(oid) order by 1 limit 3) as free,
           array(select relname::text from pg_class
                  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(relowner, 'usage') order by 1 limit 3) as owned,
           current_setting('timezone') as timezone, current_setting('datestyle') as datestyle,
           (select json_object_agg(name, setting::int) from pg_settings where name = any($1::text[])) as limits`,
    [Object.keys(LIMITS)],
  );
  const standing = rows[0];
  if (standing === undefined) return 'The database does not say who is asking.';
  const who = `The application is logged in as ${standing.name}`;
  if (standing.superuser) return `${who}, whom row-level security does not bind.`;
  if (standing.owned.length > 0) return `${who}, who owns ${standing.owned.join(', ')}.`;
  // Without tables there is nothing that could bind it, which proves nothing.
  if (!standing.schema) return 'The tables are not there yet: the database has not been prepared.';
  if (standing.free.length > 0) return `${who}, whom row-level security does not bind on ${standing.free.join(', ')}.`;
  if (standing.timezone !== 'UTC' || !standing.datestyle.startsWith('ISO')) {
    return `${who}, whose time zone is ${standing.timezone} and date style ${standing.datestyle}: they must be UTC and ISO.`;
  }
  for (const [name, { least, most }] of Object.entries(LIMITS)) {
    const millis = standing.limits[name] ?? 0;
    if (millis < least || millis > most)
      return `${who}, whose ${name} is ${millis === 0 ? 'not set' : `${millis} ms`}: it must be from ${least} to ${most} ms.`;
  }
  return undefined;
}

/** How PostgreSQL keeps a password of plain ASCII. Source: RFC 5803, and PostgreSQL's chapter on password authentication. */
function scramVerifier(password: string): string {
  if (!/^[\x20-\x7e]+$/.test(password)) {
    throw new Error('the password in APP_DATABASE_URL may only have plain letters, digits and signs');
  }
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}
