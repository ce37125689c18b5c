// Wherever a page says to tell or ask the council, it says how: sentences use {{councilReach}}, which is set here; those for
// somebody who is hurt or afraid use {{safeguardingReach}} and {{emergencyTelephone}}.
import { sayReach } from '@support-market/domain/settings/council-reach';
import { useEffect } from 'react';
import { sayCouncilReach } from '../../../words/words.ts';
import { type Council, useCouncil } from '../api/council.ts';

function reachesOf({ contact, safety }: Council) {
  return {
    councilReach: sayReach(contact),
    safeguardingReach: sayReach(safety),
    emergencyTelephone: safety.emergencyTelephone || '999',
  };
}

export function useCouncilReach(slug: string | null): void {
  const { data } = useCouncil(slug);
  useEffect(() => sayCouncilReach(data ? reachesOf(data) : null), [data]);
}
