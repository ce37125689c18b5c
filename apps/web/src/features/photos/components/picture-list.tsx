// Photos under their heading; nothing where there are none.
import type { ReactNode } from 'react';
import { Section } from '../../../ui/layout.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Photo } from '../api/photos.ts';
import { Picture } from './picture.tsx';

export function PictureList({ photos }: { readonly photos: readonly Photo[] }): ReactNode {
  const say = useWords('photos');
  if (photos.length === 0) return null;
  return (
    <Section title={say('photos')}>
      <ul className="sm-plain-list sm-photos">
        {photos.map((photo) => (
          <li key={photo.id}>
            <Picture photo={photo} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
