// Says above a search for whom it is, where that is not the reader, and leads to what is kept for them.
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useKeptMarks } from '../api/kept-listings.ts';
import type { ForWhom } from './for-whom.ts';

/** Of several people one is chosen on the page of people, where they are found by name; the way back is this page. */
export function FindingFor({ forWhom: { personId, own, several } }: { readonly forWhom: ForWhom }): ReactNode {
  const { pathname, search } = useLocation();
  const say = useWords('kept-listings');
  const { data } = useKeptMarks(personId);
  const choose = (
    <TextLink href={paths.people({ next: `${pathname}${search}` })}>
      {say(personId === undefined ? 'choose' : 'chooseOther')}
    </TextLink>
  );
  if (personId === undefined && several) return <p>{choose}</p>;
  if (personId === undefined || !data || (own && data.items.length === 0)) return null;
  return (
    <p>
      {!own && (
        <>
          {say('finding', { name: data.personName })} {choose}{' '}
        </>
      )}
      {data.items.length > 0 && (
        <TextLink href={paths.personKept(personId)}>{say('see', { count: data.items.length })}</TextLink>
      )}
    </p>
  );
}
