// What takes the place of something that was pressed takes its focus too: a reader with a keyboard is not put back at the top.
import { type ReactNode, useEffect, useRef } from 'react';

/** Focuses what it holds when it appears, and again whenever `of`, what it is about, becomes something else. */
export function Arrival({ of, children }: { readonly of: unknown; readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when there is something new to come to.
  useEffect(() => {
    place.current?.focus();
  }, [of]);
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  );
}
