// A refusal from the API as one kind of error, so that forms and error screens read the same code.

export type ProblemFault = {
  /** A JSON pointer to the field or row: "/email". */
  readonly pointer: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
};

export type ProblemBody = {
  readonly code: string;
  readonly status: number;
  readonly title?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemFault[];
  /** Whatever else the answer carried, for the sentence: amounts, names, dates. */
  readonly details: Readonly<Record<string, unknown>>;
};

/** Thrown by `take`. A class because React and TanStack Query expect errors, with a stack, to be thrown. */
export class Problem extends Error implements ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly ProblemFault[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(body: ProblemBody) {
    super(body.title ?? body.code);
    this.name = 'Problem';
    this.code = body.code;
    this.status = body.status;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.requestId = body.requestId ?? '';
    this.errors = body.errors ?? [];
    this.details = body.details;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'request.invalid',
  401: 'session.required',
  403: 'permission.denied',
  404: 'record.not_found',
  409: 'record.changed',
  413: 'request.too_large',
  415: 'request.unsupported_type',
  429: 'rate.limited',
  503: 'service.unavailable',
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A Problem from whatever came back: problem+json, a proxy's page, or nothing. */
export function problemFrom(body: unknown, status: number, requestId = ''): Problem {
  const from = isRecord(body) ? body : {};
  const errors = Array.isArray(from['errors']) ? from['errors'].filter(isRecord) : [];
  const { details, ...rest } = from;
  return new Problem({
    code: text(from['code']) || CODE_OF_STATUS[status] || 'server.unexpected',
    status,
    title: text(from['title']),
    detail: text(from['detail']),
    requestId: text(from['requestId']) || requestId,
    errors: errors.map((each) => ({
      pointer: text(each['pointer']),
      code: text(each['code']),
      details: isRecord(each['details']) ? each['details'] : undefined,
    })),
    details: { ...rest, ...(isRecord(details) ? details : {}) },
  });
}

export function isProblem(value: unknown): value is Problem {
  return value instanceof Problem;
}
