// The pages of a search that led to this one, kept in its address, so that the way back needs no script and can be shared.

/** An address stays under 2,000 signs, which every browser, mail and chat passes on whole. */
export const LONGEST_TRAIL = 12;
const FIRST_PAGE = '0';

const TOKEN = /^[\w-]{1,400}$/;
const isToken = (text: string): boolean => TOKEN.test(text);

/** The page that an address asks for; empty for the first, and where the address asks for none. */
export function readCursor(query: URLSearchParams): string {
  const cursor = query.get('cursor') ?? '';
  return isToken(cursor) && cursor !== FIRST_PAGE ? cursor : '';
}

function withPage(query: URLSearchParams, token: string, trail: readonly string[]): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  next.delete('before');
  if (token !== FIRST_PAGE) next.set('cursor', token);
  if (token !== FIRST_PAGE && trail.length > 0) next.set('before', trail.slice(0, LONGEST_TRAIL).join('.'));
  const asked = next.toString();
  return asked === '' ? '/search' : `/search?${asked}`;
}

/** The first page of the same search with just these of the filters in its words taken off. */
export function addressWithout(query: URLSearchParams, off: readonly string[]): string {
  const next = new URLSearchParams(query);
  if (off.length > 0) next.set('without', off.join(','));
  else next.delete('without');
  next.delete('withoutIn');
  return withPage(next, FIRST_PAGE, []);
}

export type PageTrail = {
  /** Undefined on the first page, and where the address does not say which page was before. */
  readonly previousHref: string | undefined;
  /** Undefined where the first page is this one or the one before. */
  readonly firstHref: string | undefined;
  readonly nextHref: (nextCursor: string) => string;
};

/** Reads `cursor`, and `before`: the cursors of the pages before, the nearest first, "0" for the first page. */
export function readTrail(query: URLSearchParams): PageTrail {
  const cursor = readCursor(query) || FIRST_PAGE;
  const isFirst = cursor === FIRST_PAGE;
  const trail = isFirst ? [] : (query.get('before') ?? '').split('.').filter(isToken).slice(0, LONGEST_TRAIL);
  const [before, ...earlier] = trail;
  return {
    previousHref: before === undefined ? undefined : withPage(query, before, earlier),
    firstHref: isFirst || before === FIRST_PAGE ? undefined : withPage(query, FIRST_PAGE, []),
    nextHref: (nextCursor) => withPage(query, nextCursor, [cursor, ...trail]),
  };
}
