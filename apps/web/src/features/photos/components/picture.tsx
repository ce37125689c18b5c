// One photo at the size it is shown, fetched when it comes into sight, in a room kept for it so that nothing jumps.
import type { ReactNode } from 'react';
import type { Photo } from '../api/photos.ts';

export function Picture({ photo }: { readonly photo: Pick<Photo, 'altText' | 'files'> }): ReactNode {
  const largest = photo.files.at(-1);
  if (!largest) return null;
  return (
    <img
      className="sm-photo"
      src={largest.url}
      srcSet={photo.files.map(({ url, width }) => `${url} ${width}w`).join(', ')}
      sizes="(min-width: 48em) 24rem, 100vw"
      width={largest.width}
      height={largest.height}
      alt={photo.altText}
      loading="lazy"
      decoding="async"
    />
  );
}
