// What a document says where no script runs: which of its promises it cannot keep there, and what to do instead.
import type { ReactNode } from 'react';
import { useDocument } from './document.tsx';

export function WithoutScripts({ children }: { readonly children: ReactNode }): ReactNode {
  const drawn = useDocument();
  if (drawn === null) return null;
  // A page for somebody who may be signed in is drawn for browsers without scripts alone, and stands in a <noscript> as a whole.
  return drawn.perhapsSignedIn ? children : <noscript>{children}</noscript>;
}
