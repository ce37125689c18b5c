// Whether a service takes new people now, where it has said so.
import type { ReactNode } from 'react';
import { Tag } from '../../../ui/marks.tsx';
import { useListingWords } from './listing-words.ts';

export function SpaceTag({ hasSpace }: { readonly hasSpace: boolean | null }): ReactNode {
  const { say } = useListingWords();
  if (hasSpace === null) return null;
  return hasSpace ? <Tag tone="go">{say('hasSpace')}</Tag> : <Tag tone="quiet">{say('full')}</Tag>;
}
