// Every refusal leaves as application/problem+json (RFC 9457) with a code from one table, so that the web can say it in plain words.

import { type ProblemCode, problemOf } from '@support-market/domain/shared/problems';
import type { Result } from '@support-market/domain/shared/result';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** One fault, and the JSON pointer of the field or row that it is about. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Thrown to refuse: inside a transaction it also takes back everything that was done. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    options: { errors?: readonly FieldProblem[]; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.errors = options.errors ?? [];
    this.details = options.details ?? {};
  }
}

/** The value of a domain result, or the refusal thrown with its details. */
export function unwrap<Value>(result: Result<Value, ProblemCode>, pointer?: string): Value {
  if (result.ok) return result.value;
  throw new ProblemError(result.code, {
    ...(result.details === undefined ? {} : { details: result.details }),
    ...(pointer === undefined ? {} : { errors: [{ pointer, code: result.code }] }),
  });
}

/** The record, or the same 404 that a record of someone else gives. */
export function found<Value>(record: Value | null | undefined): Value {
  if (record === null || record === undefined) throw new ProblemError('record.not_found');
  return record;
}

function plainDetails(details: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(
    JSON.stringify(details, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  );
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  errors: readonly FieldProblem[] = [],
  details: Readonly<Record<string, unknown>> = {},
): void {
  const problem = problemOf(code);
  const hasDetails = Object.keys(details).length > 0;
  void reply
    .status(problem.status)
    .type('application/problem+json')
    // A stranger's 404 carries no request id in its body, so that hidden and missing records answer the same bytes.
    .header('x-request-id', request.id)
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `about:blank#${problem.code}`,
      title: problem.title,
      status: problem.status,
      code: problem.code,
      ...(problem.status === 404 ? {} : { requestId: request.id }),
      ...(errors.length > 0
        ? {
            errors: errors.map((error) => (error.details ? { ...error, details: plainDetails(error.details) } : error)),
          }
        : {}),
      ...(hasDetails ? { details: plainDetails(details) } : {}),
    });
}

/** A pointer to the field that a schema fault is about: the missing or unknown one itself, not its parent. */
function pointerOf(part: string | undefined, fault: { instancePath: string; params: Record<string, unknown> }): string {
  const extra = fault.params.additionalProperty ?? fault.params.missingProperty;
  const path = typeof extra === 'string' ? `${fault.instancePath}/${extra}` : fault.instancePath;
  return part === undefined || part === 'body' ? path || '/' : `/${part}${path}`;
}

const CODE_BY_FASTIFY_ERROR: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_REQ_FILE_TOO_LARGE: 'file.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.invalid',
  FST_ERR_RATE_LIMIT: 'rate.limited',
};

/** PostgreSQL's own refusals that mean something to the person asking. */
const CODE_BY_CONSTRAINT: Readonly<Record<string, ProblemCode>> = {
  ledger_accounts_never_below_zero: 'budget.not_enough_money',
  ledger_other_body: 'idempotency.other_body',
  ledger_transfers_settled_once: 'record.changed',
  ledger_not_reserved: 'record.changed',
  visits_worker_in_one_place: 'visit.overlap',
  accounts_email: 'email.already_used',
};

function constraintOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

/** The problem code that a database refusal stands for, or undefined when it is a fault of ours. */
export function codeOfDatabaseError(error: unknown): ProblemCode | undefined {
  const constraint = constraintOf(error);
  return constraint === undefined ? undefined : CODE_BY_CONSTRAINT[constraint];
}

/** Where it happened. A stack begins with the message, which for a refusal of the database quotes what was sent. */
function withoutMessage(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    if (error instanceof ProblemError) return sendProblem(request, reply, error.code, error.errors, error.details);
    if ('validation' in error && error.validation) {
      const part = error.validationContext;
      const faults = error.validation.map((fault) => ({
        pointer: pointerOf(part, { instancePath: fault.instancePath, params: fault.params }),
        code: `field.${fault.keyword}`,
        details: fault.params,
      }));
      return sendProblem(request, reply, 'request.invalid', faults);
    }
    const known = CODE_BY_FASTIFY_ERROR[error.code] ?? codeOfDatabaseError(error);
    if (known) return sendProblem(request, reply, known);
    if (error.statusCode === 429) return sendProblem(request, reply, 'rate.limited');
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
      return sendProblem(request, reply, 'request.invalid');
    // PostgreSQL puts values into `detail` and into its very message: log what failed, never whose data it was.
    request.log.error(
      {
        requestId: request.id,
        name: error.name,
        code: error.code,
        constraint: constraintOf(error),
        stack: 'severity' in error ? withoutMessage(error) : error.stack,
      },
      'unexpected failure',
    );
    return sendProblem(request, reply, 'server.unexpected');
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'record.not_found'));
}
