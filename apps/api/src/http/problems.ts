// Every refusal leaves as application/problem+json (RFC 9457) with a code from one table, so that the web can say it in plain words.

import type { IncomingMessage } from 'node:http';
import { type ProblemCode, problemOf } from '@support-market/domain/shared/problems';
import { languageFor } from '@support-market/words/languages';
import { wordsIn } from '@support-market/words/words-in';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codeOfDatabaseError, constraintOf, type FieldProblem, ProblemError } from '../platform/problem-error.ts';
import { RETRY_AFTER_SECONDS, troubleOf } from '../platform/trouble.ts';
import type { SchemaFault } from './compiled-schemas.ts';

function plainDetails(details: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(
    JSON.stringify(details, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  );
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  errors: readonly FieldProblem[] = [],
  details: Readonly<Record<string, unknown>> = {},
): void {
  const problem = problemOf(code);
  if (problem.code === 'service.busy' || problem.code === 'service.unavailable')
    void reply.header('retry-after', RETRY_AFTER_SECONDS[problem.code]);
  const hasDetails = Object.keys(details).length > 0;
  void reply
    .status(problem.status)
    .type('application/problem+json')
    // A stranger's 404 carries no request id in its body, so that hidden and missing records answer the same bytes.
    .header('x-request-id', request.id)
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `about:blank#${problem.code}`,
      title: wordsIn(languageFor(request.headers['accept-language'])).problemTitle(problem.code),
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

/** Each fault of a schema with the field that it is about; `part` is where in the request, the body unless it is said. */
export function fieldProblemsOf(faults: readonly SchemaFault[], part?: string): FieldProblem[] {
  return faults.map((fault) => ({
    pointer: pointerOf(part, { instancePath: fault.instancePath, params: fault.params }),
    code: `field.${fault.keyword}`,
    details: fault.params,
  }));
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

/** An upload that is no form, or stops in its middle: what reads it throws plain errors, which have no code to go by. */
const isBrokenForm = ({ code, message }: Error & { code?: string }): boolean =>
  code === undefined && /^Multipart: |multipart data$|^Unsupported Content-Type\.$/.test(message);

/** Where it happened. A stack begins with the message, which for a refusal of the database quotes what was sent. */
function withoutMessage(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** What a failure is called, of all that are no refusals with details of their own; null for a failure that was not foreseen. */
function knownCode(error: FastifyError): string | null {
  const known =
    CODE_BY_FASTIFY_ERROR[error.code] ?? (isBrokenForm(error) ? 'file.not_readable' : codeOfDatabaseError(error));
  if (known) return known;
  const trouble = troubleOf(error);
  if (trouble) return trouble;
  if (error.statusCode === 429) return 'rate.limited';
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? 'request.invalid' : null;
}

/** The code of any failure; a failure that was not foreseen is noted in the log, with its number and without anybody's data. */
export function codeOfFailure(error: FastifyError | ProblemError, request: FastifyRequest): string {
  if (error instanceof ProblemError) return error.code;
  const known = knownCode(error);
  if (known !== null) {
    if (troubleOf(error))
      request.log.warn({ requestId: request.id, code: error.code, trouble: known }, 'not able to answer now');
    return known;
  }
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
  return 'server.unexpected';
}

/** How long the rest of a refused body may take; what is still unread then is lost, and perhaps the answer with it. */
const READ_OUT_MILLIS = 2_000;

/**
 * Reads and forgets the rest of a body that is refused, and then goes on: a connection that is closed over bytes that no one
 * has read takes the answer with it (RFC 9112, section 9.6), and the sender would see a broken line, not why.
 */
function readOut(body: IncomingMessage, goOn: () => void): void {
  if (body.complete) {
    goOn();
    return;
  }
  const done = (): void => {
    clearTimeout(timer);
    body.off('end', done).off('close', done);
    goOn();
  };
  const timer = setTimeout(done, READ_OUT_MILLIS);
  body.once('end', done).once('close', done).resume();
}

export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    if (error instanceof ProblemError) return sendProblem(request, reply, error.code, error.errors, error.details);
    if ('validation' in error && error.validation) {
      return sendProblem(request, reply, 'request.invalid', fieldProblemsOf(error.validation, error.validationContext));
    }
    const refuse = () => sendProblem(request, reply, codeOfFailure(error, request));
    if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse();
    readOut(request.raw, refuse);
    return undefined;
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'record.not_found'));
}
