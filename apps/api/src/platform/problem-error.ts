// How a rule, a service or a workflow refuses, without knowing that the refusal leaves over HTTP.

import type { ProblemCode } from '@support-market/domain/shared/problems';
import type { Result } from '@support-market/domain/shared/result';

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

/** PostgreSQL's own refusals that mean something to the person asking. */
const CODE_BY_CONSTRAINT: Readonly<Record<string, ProblemCode>> = {
  caseloads_once: 'caseload.overlaps',
  funders_council_id_code_key: 'funder.code_taken',
  ledger_accounts_never_below_zero: 'budget.not_enough_money',
  price_rises_one_proposed: 'price_rise.already_proposed',
  ledger_other_body: 'idempotency.other_body',
  ledger_transfers_settled_once: 'record.changed',
  ledger_not_reserved: 'record.changed',
  visits_worker_in_one_place: 'visit.overlap',
  workers_name_once: 'worker.name_taken',
  workers_reference_once: 'worker.reference_taken',
  accounts_email: 'email.already_used',
};

/** The constraint that a database refusal names. */
export function constraintOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

/** The problem code that a database refusal stands for, or undefined when it is a fault of ours. */
export function codeOfDatabaseError(error: unknown): ProblemCode | undefined {
  const constraint = constraintOf(error);
  return constraint === undefined ? undefined : CODE_BY_CONSTRAINT[constraint];
}
