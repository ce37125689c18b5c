// Says above a search for whom it is, where that is not the reader, and leads to what is kept for them.
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useKeptMarks } from '../api/kept-listings.ts';
import type { ForWhom } from './for-whom.ts';

export function FindingFor({ forWhom: { personId, own } }: { readonly forWhom: ForWhom }): ReactNode {
  const say = useWords('kept-listings');
  const { data } = useKeptMarks(personId);
  if (personId === undefined || !data || (own && data.items.length === 0)) return null;
  return (
    <p>
      {!own && <>{say('finding', { name: data.personName })} </>}
      {data.items.length > 0 && (
        <TextLink href={paths.personKept(personId)}>{say('see', { count: data.items.length })}</TextLink>
      )}
    </p>
  );
}
