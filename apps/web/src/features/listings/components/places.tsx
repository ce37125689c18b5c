// Where something is offered: each place with its address and how to get in.

import type { ReactNode } from 'react';
import { Exact } from '../../../ui/exact.tsx';
import { useWords } from '../../../words/use-words.ts';

export type Place = {
  readonly id: string;
  readonly name: string;
  readonly addressLine: string;
  readonly postcode: string | null;
  readonly accessNotes: string;
  readonly addressShown: boolean;
};

function OnePlace({ place }: { readonly place: Place }): ReactNode {
  const say = useWords('listings');
  return (
    <>
      <Exact words>{[place.name, place.addressLine, place.postcode].filter(Boolean).join(', ')}</Exact>
      {!place.addressShown && <p className="sm-soft">{say('page.addressHidden')}</p>}
      {place.accessNotes && <p className="sm-soft">{place.accessNotes}</p>}
    </>
  );
}

export function Places({ places }: { readonly places: readonly Place[] }): ReactNode {
  const [first, ...others] = places;
  if (!first) return null;
  if (others.length === 0) return <OnePlace place={first} />;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {places.map((place) => (
        <li key={place.id}>
          <OnePlace place={place} />
        </li>
      ))}
    </ul>
  );
}
