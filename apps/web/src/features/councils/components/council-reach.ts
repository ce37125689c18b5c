// Wherever a page says to tell or ask the council, it says how: sentences use {{councilReach}}, which is set here; those for
// somebody who is hurt or afraid use {{safeguardingReach}} and {{emergencyTelephone}}.
import { sayReach } from '@support-market/words/council-reach';
import type { Say } from '@support-market/words/say';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../words/use-words.ts';
import { sayCouncilReach } from '../../../words/words.ts';
import { type Council, useCouncil } from '../api/council.ts';

export function reachesOf({ contact, safety }: Council, say: Say<'shell'>) {
  return {
    councilReach: sayReach(contact, say),
    safeguardingReach: sayReach(safety, say),
    emergencyTelephone: safety.emergencyTelephone || '999',
  };
}

export function useCouncilReach(slug: string | null): void {
  const { data } = useCouncil(slug);
  const say = useWords();
  const { i18n: words } = useTranslation();
  useEffect(() => sayCouncilReach(data ? reachesOf(data, say) : null, words), [data, say, words]);
}
