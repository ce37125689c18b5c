// Wherever a page says to tell or ask the council, it says how: sentences use {{councilReach}}, which is set here.
import { useEffect } from 'react';
import { sayCouncilReach } from '../../../words/words.ts';
import { type Council, useCouncil } from '../api/council.ts';

/** "ring 0161 496 0100 (Monday to Friday, 9am to 5pm) or write to help@…"; null where the council has not said it. */
function reachOf({ contact }: Council): string | null {
  const { telephone, email, hours } = contact;
  const ring = telephone && `ring ${telephone}${hours && ` (${hours})`}`;
  const write = email && `write to ${email}`;
  return [ring, write].filter(Boolean).join(' or ') || null;
}

export function useCouncilReach(slug: string | null): void {
  const { data } = useCouncil(slug);
  useEffect(() => sayCouncilReach(data ? reachOf(data) : null), [data]);
}
