// The photos of a listing or an organisation, for everybody; nothing where there are none.
import type { ReactNode } from 'react';
import { Section } from '../../../ui/layout.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type PhotoSubject, usePhotos } from '../api/photos.ts';
import { Picture } from './picture.tsx';

export function Photos({ of }: { readonly of: PhotoSubject }): ReactNode {
  const say = useWords('photos');
  // A page without its photos is still the page.
  const { data } = usePhotos(of);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={say('photos')}>
      <ul className="sm-plain-list sm-photos">
        {data.items.map((photo) => (
          <li key={photo.id}>
            <Picture photo={photo} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
