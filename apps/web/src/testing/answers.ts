// Answers of the API for page tests, by address: what is not listed is a 404, as a missing record is.
import { afterEach, beforeEach, vi } from 'vitest';

export type Answers = Readonly<Record<string, unknown>>;

/** In a describe block: the page under test gets these bodies from these paths, whatever the query. Answers what was asked. */
export function answerWith(answers: () => Answers): { readonly asked: string[] } {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    vi.stubGlobal('fetch', async (input: Request | string) => {
      const url = new URL(typeof input === 'string' ? input : input.url, 'http://localhost');
      asked.push(`${url.pathname}${url.search}`);
      const body = answers()[url.pathname];
      return body === undefined
        ? Response.json({ code: 'record.not_found', status: 404 }, { status: 404 })
        : Response.json(body);
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  return { asked };
}
