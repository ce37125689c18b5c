// Changes of the question in the page's address, one after another: a press that comes before the page has shown the last
// one builds on it, so that of two quick presses none is lost.
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

export function useQueryChanges(): readonly [URLSearchParams, (change: (next: URLSearchParams) => void) => void] {
  const [query, setQuery] = useSearchParams();
  const wanted = useRef(query);
  // What was asked for and is still on its way; any other address came from a link or from the way back.
  const onTheWay = useRef(new Set<string>());
  useEffect(() => {
    const shown = query.toString();
    if (shown === wanted.current.toString()) onTheWay.current.clear();
    else if (!onTheWay.current.has(shown)) wanted.current = query;
  }, [query]);
  const change = (by: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(wanted.current);
    by(next);
    wanted.current = next;
    onTheWay.current.add(next.toString());
    setQuery(next, { preventScrollReset: true });
  };
  return [query, change];
}
