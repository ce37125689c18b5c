// The photos of a listing or an organisation, for everybody.
import type { ReactNode } from 'react';
import { type PhotoSubject, usePhotos } from '../api/photos.ts';
import { PictureList } from './picture-list.tsx';

export function Photos({ of }: { readonly of: PhotoSubject }): ReactNode {
  // A page without its photos is still the page.
  const { data } = usePhotos(of);
  return <PictureList photos={data?.items ?? []} />;
}
