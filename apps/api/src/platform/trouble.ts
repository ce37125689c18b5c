// Tells trouble around us (the database is busy or gone, a disk is full) from faults of ours: the first passes by itself,
// so the one who asked is told when to try again.

/** `service.busy` passes within seconds; `service.unavailable` when somebody has looked after it. */
export type Trouble = 'service.busy' | 'service.unavailable';

/** How long to wait before trying again; for the header Retry-After. */
export const RETRY_AFTER_SECONDS: Readonly<Record<Trouble, number>> = { 'service.busy': 5, 'service.unavailable': 30 };

/** Source: PostgreSQL's appendix of error codes; a class where the code has two letters. */
const TROUBLE_BY_SQLSTATE: Readonly<Record<string, Trouble>> = {
  '08': 'service.unavailable', // the connection broke; what a pooler refuses too
  '53': 'service.unavailable', // a full disk, no memory
  '53300': 'service.busy', // too many connections
  '53400': 'service.busy', // a limit of the configuration
  '55P03': 'service.busy', // a lock did not come free in time
  '57014': 'service.busy', // a statement ran out of its time
  '57P': 'service.unavailable', // it is starting, stopping or crashed
  '25006': 'service.unavailable', // only reads: a standby that has not taken over yet
  '25P03': 'service.busy', // a transaction was idle for too long
  '40001': 'service.busy', // tried again five times already
  '40P01': 'service.busy',
  '58030': 'service.unavailable', // input or output failed
};

/** What Node calls it when a machine or a disk does not play along. */
const TROUBLE_BY_SYSTEM_CODE: Readonly<Record<string, Trouble>> = {
  EAI_AGAIN: 'service.unavailable',
  ECONNREFUSED: 'service.unavailable',
  ECONNRESET: 'service.unavailable',
  EDQUOT: 'service.unavailable',
  EHOSTUNREACH: 'service.unavailable',
  EMFILE: 'service.busy',
  ENETUNREACH: 'service.unavailable',
  ENFILE: 'service.busy',
  ENOSPC: 'service.unavailable',
  ENOTFOUND: 'service.unavailable',
  EPIPE: 'service.unavailable',
  EROFS: 'service.unavailable',
  ETIMEDOUT: 'service.unavailable',
};

/** What pg and its pool say in words alone. */
const TROUBLE_BY_MESSAGE: readonly (readonly [RegExp, Trouble])[] = [
  [/^timeout exceeded when trying to connect$/, 'service.busy'],
  [/^(Connection terminated|timeout expired$|Query read timeout$)/, 'service.unavailable'],
  [/^Client (has encountered a connection error|was closed) and is not queryable$/, 'service.unavailable'],
];

/** What trouble an error speaks of, or undefined where it is something else. */
export function troubleOf(error: unknown): Trouble | undefined {
  // Node tries every address of a name, and keeps each one's fault apart.
  if (error instanceof AggregateError) return troubleOf(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if ('severity' in error) {
    return TROUBLE_BY_SQLSTATE[code] ?? TROUBLE_BY_SQLSTATE[code.slice(0, 3)] ?? TROUBLE_BY_SQLSTATE[code.slice(0, 2)];
  }
  if (code !== '') return TROUBLE_BY_SYSTEM_CODE[code];
  return TROUBLE_BY_MESSAGE.find(([said]) => said.test(error.message))?.[1];
}
