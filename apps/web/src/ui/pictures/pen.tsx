// One pen for every drawing: the same line, the same paper, the same wash of colour, so that they belong together.
import type { ReactNode } from 'react';

export type PictureProps = {
  /** In pixels at the normal text size; it grows with the reader's text. */
  readonly size?: number;
  /** Words for a reader who cannot see it, only where no words stand beside it. */
  readonly label?: string;
};

export function Drawing({ size = 72, label, children }: PictureProps & { readonly children: ReactNode }): ReactNode {
  const side = `${size / 16}rem`;
  return (
    <svg
      className="sm-picture"
      viewBox="0 0 64 64"
      style={{ width: side, height: side }}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {children}
    </svg>
  );
}
