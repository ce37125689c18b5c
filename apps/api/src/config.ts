// The one place that reads the environment: every fault is told at once at boot, and what will be used is printed without secrets.

import { createHash } from 'node:crypto';
import { appUrlOf } from '@support-market/db/app-login';
import { PREPARE_STATEMENTS, type PrepareStatements } from '@support-market/db/pool';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where pages are reached from outside: links in mail, cookies and addresses in feeds are made from it. */
  readonly publicUrl: string;
  /** postgres://… as the owner of the tables, straight to the server: for migrations, the queue and maintenance. */
  readonly databaseUrl: string;
  /** postgres://… as the application, through a pooler or not: for everything else. */
  readonly appDatabaseUrl: string;
  /** postgres://… as the application, for reads that may be a little old: a replica, or the same database. */
  readonly readDatabaseUrl: string;
  /** Whether statements that run often get names on the application's connections. */
  readonly prepareStatements: PrepareStatements;
  readonly dataDir: string;
  readonly demonstration: boolean;
  /** Signs access tokens; 32 characters or more. */
  readonly sessionSecret: string;
  /** Seals records, so that a change behind the program's back shows. Null: the one kept in the data folder. */
  readonly sealKey: string | null;
  /** Keys that were used before this one; what they sealed is still proved with them. */
  readonly earlierSealKeys: readonly string[];
  /** Where the heads of the seals' chains go each day, out of the database: `log`, `file:PATH` or `mail:ADDRESS`. */
  readonly sealHeads: string;
  /** What may read /metrics from another machine says it; 32 characters or more. Null: no machine may. */
  readonly metricsToken: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly stripe: {
    readonly apiBase: string;
    readonly secretKey: string | null;
    readonly webhookSecret: string;
    /** Sent to payers' browsers, which give the card's details to Stripe itself; null in the sandbox. */
    readonly publishableKey: string | null;
  };
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Requests a minute from one address before it is asked to wait; 0 switches the limit off (benchmarks). */
  readonly requestsPerMinute: number;
  /** How far the product's clock is ahead of real time; other than 0 only in demonstration mode. */
  readonly clockAheadSeconds: number;
  /** Addresses (or ranges) of our own proxies, whose word on where a request comes from counts; empty for none. */
  readonly trustedProxies: readonly string[];
  /** Where the profile is described that our open feed keeps to; the feed says it. */
  readonly openReferralProfile: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** What stands between commas. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Ten years are enough for every test, and no instant that PostgreSQL or a browser could not hold. */
const MOST_SECONDS_AHEAD = 315_576_000;
const CLOCK_NOT_UNDERSTOOD = `CLOCK_AHEAD_SECONDS must be a whole number, at most ${MOST_SECONDS_AHEAD} either way`;
const CLOCK_NOT_ALLOWED = 'CLOCK_AHEAD_SECONDS is for demonstration mode: real money lives in real time';

/** What CLOCK_AHEAD_SECONDS says, or null where it is not a number that makes sense. */
function readSecondsAhead(environment: Environment): number | null {
  const seconds = Number(environment['CLOCK_AHEAD_SECONDS']?.trim() || '0');
  return Number.isInteger(seconds) && Math.abs(seconds) <= MOST_SECONDS_AHEAD ? seconds : null;
}

/** For commands that need no further configuration. Throws where a clock of its own is not allowed or not understood. */
export function clockAhead(environment: Environment, demonstration: boolean): number {
  const seconds = readSecondsAhead(environment);
  if (seconds === null) throw new Error(CLOCK_NOT_UNDERSTOOD);
  if (seconds !== 0 && !demonstration) throw new Error(CLOCK_NOT_ALLOWED);
  return seconds;
}

/** Reads the configuration or throws one Error that lists every fault by the name of its variable. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  const text = (name: string, fallback: string): string => environment[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = Number(text(name, String(fallback)));
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    faults.push(`${name} must be a whole number from ${least} to ${most}`);
    return fallback;
  };
  const url = (name: string, fallback: string): string => {
    const value = text(name, fallback);
    if (value === '' || URL.canParse(value)) return value;
    faults.push(`${name} must be a URL`);
    return fallback;
  };

  const port = whole('PORT', 3000, 0, 65_535);
  const demonstration = text('DEMONSTRATION', 'false') === 'true';
  const databaseUrl = text('DATABASE_URL', '');
  if (databaseUrl === '') faults.push('DATABASE_URL is missing');
  const appDatabaseUrl = text('APP_DATABASE_URL', '') || appUrlFrom(databaseUrl, faults);
  const readDatabaseUrl = url('DATABASE_READ_URL', '') || appDatabaseUrl;
  const prepare = text('PREPARED_STATEMENTS', 'auto');
  const prepareStatements = PREPARE_STATEMENTS.find((way) => way === prepare);
  if (!prepareStatements) faults.push(`PREPARED_STATEMENTS must be one of ${PREPARE_STATEMENTS.join(', ')}`);
  const dataDir = text('DATA_DIR', '.data');
  const secret = text('SESSION_SECRET', '');
  if (!demonstration && secret.length < 32) faults.push('SESSION_SECRET must be at least 32 characters');
  const sealKey = text('SEAL_KEY', '') || null;
  if (sealKey === null && !demonstration)
    faults.push('SEAL_KEY is missing: without it a changed record would not show');
  const earlierSealKeys = listOf(environment.SEAL_KEYS_BEFORE);
  if ([sealKey ?? '-'.repeat(32), ...earlierSealKeys].some((key) => key.length < 32))
    faults.push('SEAL_KEY, and each of SEAL_KEYS_BEFORE, must be at least 32 characters');
  const sealHeads = text('SEAL_HEADS', 'log');
  if (!/^(log|file:.+|mail:[^@\s]+@[^@\s]+)$/.test(sealHeads))
    faults.push('SEAL_HEADS must be log, file: and a path, or mail: and an address');
  const metricsToken = text('METRICS_TOKEN', '') || null;
  if (metricsToken !== null && metricsToken.length < 32) faults.push('METRICS_TOKEN must be at least 32 characters');
  const logLevel = text('LOG_LEVEL', 'info');
  const knownLevel = LOG_LEVELS.find((level) => level === logLevel);
  if (!knownLevel) faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const secretKey = text('STRIPE_SECRET_KEY', '') || null;
  const webhookSecret = text('STRIPE_WEBHOOK_SECRET', '');
  if (secretKey && webhookSecret === '')
    faults.push('STRIPE_WEBHOOK_SECRET is missing although STRIPE_SECRET_KEY is set');
  const publishableKey = text('STRIPE_PUBLISHABLE_KEY', '') || null;
  if (secretKey && !publishableKey)
    faults.push('STRIPE_PUBLISHABLE_KEY is missing although STRIPE_SECRET_KEY is set: no card could be entered');
  if (publishableKey && !secretKey) faults.push('STRIPE_SECRET_KEY is missing although STRIPE_PUBLISHABLE_KEY is set');
  // Everybody's browser is given this one, so a secret key in its place must never get that far.
  if (publishableKey && !publishableKey.startsWith('pk_'))
    faults.push('STRIPE_PUBLISHABLE_KEY must be a publishable key, which starts with pk_');
  const secondsAhead = readSecondsAhead(environment);
  if (secondsAhead === null) faults.push(CLOCK_NOT_UNDERSTOOD);
  else if (secondsAhead !== 0 && !demonstration) faults.push(CLOCK_NOT_ALLOWED);
  const smtpUrl = url('SMTP_URL', '') || null;
  if (!demonstration && !smtpUrl) faults.push('SMTP_URL is missing: outside demonstration mode mail must reach people');

  const config: Config = {
    port,
    host: text('HOST', '127.0.0.1'),
    publicUrl: url('PUBLIC_URL', `http://localhost:${port}`).replace(/\/$/, ''),
    databaseUrl,
    appDatabaseUrl,
    readDatabaseUrl,
    prepareStatements: prepareStatements ?? 'auto',
    dataDir,
    demonstration,
    // In demonstration mode the secret is not chosen: one that outlives a restart follows from where the data lies.
    sessionSecret: secret || createHash('sha256').update(`demonstration:${dataDir}`).digest('hex'),
    sealKey,
    earlierSealKeys,
    sealHeads,
    metricsToken,
    smtpUrl,
    mailFrom: text('MAIL_FROM', 'Support Market <no-reply@support-market.example>'),
    stripe: {
      apiBase: url('STRIPE_API_BASE', 'https://api.stripe.com'),
      secretKey,
      webhookSecret,
      publishableKey,
    },
    logLevel: knownLevel ?? 'info',
    requestsPerMinute: whole('REQUESTS_PER_MINUTE', 1_200, 0, 10_000_000),
    clockAheadSeconds: secondsAhead ?? 0,
    trustedProxies: listOf(environment.TRUSTED_PROXIES),
    openReferralProfile: url('OPEN_REFERRAL_PROFILE', 'https://openreferraluk.org'),
  };
  if (faults.length > 0) throw new Error(`The configuration is not right:\n- ${faults.join('\n- ')}`);
  return config;
}

function appUrlFrom(databaseUrl: string, faults: string[]): string {
  if (databaseUrl === '') return '';
  try {
    return appUrlOf(databaseUrl);
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
    return '';
  }
}

/** The configuration as it may be printed: what is used, never a secret. */
export function describeConfig(config: Config): Record<string, string | number | boolean> {
  return {
    address: config.publicUrl,
    database: withoutLogin(config.appDatabaseUrl),
    ...(config.readDatabaseUrl !== config.appDatabaseUrl && { reads: withoutLogin(config.readDatabaseUrl) }),
    data: config.dataDir,
    demonstration: config.demonstration,
    mail: config.smtpUrl ? 'SMTP' : 'outbox page',
    seals: `heads to ${config.sealHeads}, key ${config.sealKey ? 'from SEAL_KEY' : 'in the data folder'}`,
    ...(config.clockAheadSeconds !== 0 && { clock: `${config.clockAheadSeconds} seconds ahead of real time` }),
    cards: config.stripe.secretKey ? `Stripe at ${config.stripe.apiBase}` : 'sandbox',
  };
}

function withoutLogin(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}
