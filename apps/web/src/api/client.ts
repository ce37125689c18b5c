// The one way to the API: cookies, the CSRF token, one quiet renewal of the session, and problems as errors.
import type { paths } from '@support-market/api-client/schema';
import createClient from 'openapi-fetch';
import { problemFrom } from './problem.ts';
import { withoutRefused } from './refused-filters.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

let csrfToken: string | null = null;
let renewal: Promise<boolean> | null = null;

/** The session's answer brings the token that unsafe requests must carry. */
export function setCsrfToken(token: string | null | undefined): void {
  csrfToken = token ?? null;
}

async function fetchCsrfToken(): Promise<void> {
  const answer = await fetch('/api/session', { credentials: 'include', headers: { accept: 'application/json' } });
  if (answer.ok) readToken(await answer.json());
}

function readToken(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'csrfToken' in body && typeof body.csrfToken === 'string') {
    csrfToken = body.csrfToken;
  }
}

/** Renews the session once, however many requests found it ended at the same moment; false when it is over. */
export function renewSession(): Promise<boolean> {
  renewal ??= fetch('/api/session/refresh', {
    method: 'POST',
    credentials: 'include',
    headers: { accept: 'application/json', ...(csrfToken ? { 'x-csrf-token': csrfToken } : {}) },
  })
    .then(async (answer) => {
      // Read whatever it is: the browser keeps a connection for an answer that is not read.
      const body = await answer.json().catch(() => null);
      if (!answer.ok) return false;
      csrfToken = null;
      readToken(body);
      if (csrfToken === null) await fetchCsrfToken();
      return true;
    })
    .catch(() => false)
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

function isSessionCall(request: Request): boolean {
  return /^\/api\/session(\/|$)/.test(new URL(request.url).pathname);
}

async function send(request: Request): Promise<Response> {
  const unsafe = !SAFE.has(request.method);
  if (unsafe && csrfToken === null) await fetchCsrfToken();
  if (unsafe && csrfToken !== null) request.headers.set('x-csrf-token', csrfToken);
  try {
    return await fetch(request);
  } catch {
    throw problemFrom({ code: 'network.unreachable' }, 0);
  }
}

/** `fetch` with everything above; exported for the few calls that send files or read documents. */
export async function guardedFetch(request: Request): Promise<Response> {
  const answer = await fetchSignedIn(request);
  const rest = await withoutRefused(request, answer);
  return rest ? guardedFetch(rest) : answer;
}

async function fetchSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await send(request);
  if (answer.status !== 401 || isSessionCall(request)) return answer;
  return (await renewSession()) ? send(again) : answer;
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'include',
  headers: { accept: 'application/json' },
  fetch: guardedFetch,
});

type Answer<Body> = { readonly data?: Body; readonly error?: unknown; readonly response: Response };

/**
 * The body of a successful answer; a Problem is thrown for any other.
 * `const order = await take(api.GET('/api/orders/{id}', { params: { path: { id } } }))`
 */
export async function take<Body>(asked: Promise<Answer<Body>>): Promise<Body> {
  const { data, error, response } = await asked;
  if (!response.ok) throw problemFrom(error, response.status, response.headers.get('x-request-id') ?? '');
  // 204 has no body, and its type is then undefined.
  return data as Body;
}

/** Sends a file or reads a document where the generated client has no words for it. Throws a Problem. */
export async function callRaw(path: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(new URL(path, globalThis.location.origin), { credentials: 'include', ...init });
  const answer = await guardedFetch(request);
  if (answer.ok) return answer;
  throw problemFrom(await answer.json().catch(() => null), answer.status, answer.headers.get('x-request-id') ?? '');
}

/** A key that makes a repeated POST the same POST. Keep it with the form until it succeeds. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
