// A number, an address for mail or a place, kept whole within a sentence of any direction: in a page from right to left
// "0117 496 0000" would be drawn as "0000 496 0117".
import type { ReactNode } from 'react';

export type ExactProps = {
  readonly children: ReactNode;
  /** Words of a place have the direction of their own letters; a number or a mail address is always from left to right. */
  readonly words?: boolean;
};

export function Exact({ children, words = false }: ExactProps): ReactNode {
  return <bdi {...(words ? {} : { dir: 'ltr' })}>{children}</bdi>;
}
