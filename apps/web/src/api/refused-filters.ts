// What a page's address asks of a list and the server refuses (a cursor of another list, a day that no calendar has) is left out,
// as if the address did not have it: an old or broken link still leads to the list.
const FROM_ADDRESS = new Set([
  ...['cursor', 'leftOutCursor', 'before', 'from', 'to', 'fromDate', 'toDate'],
  ...['search', 'near', 'category', 'language'],
]);

const parameterIn = (fault: unknown): string | undefined =>
  typeof fault === 'object' && fault !== null && 'pointer' in fault && typeof fault.pointer === 'string'
    ? /^\/querystring\/([^/]+)/.exec(fault.pointer)?.[1]
    : undefined;

/** The same question without what was refused of it; null where the refusal has another cause, or nothing can be left out. */
export async function withoutRefused(request: Request, answer: Response): Promise<Request | null> {
  const { searchParams } = new URL(request.url);
  if (request.method !== 'GET' || answer.ok || ![...searchParams.keys()].some((name) => FROM_ADDRESS.has(name)))
    return null;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  const errors: unknown = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : null;
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const refused = errors.map(parameterIn);
  if (!refused.every((name) => name !== undefined && FROM_ADDRESS.has(name) && searchParams.has(name))) return null;
  const url = new URL(request.url);
  for (const name of refused) url.searchParams.delete(name ?? '');
  return new Request(url, request);
}
