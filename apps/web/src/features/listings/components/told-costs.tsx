// What a service costs where nothing of it is sold here: what its own list says, and whom to ask.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { formatPence } from '../../../format/money.ts';
import { useWords } from '../../../words/use-words.ts';
import type { Listing } from '../api/view-listing.ts';

export function ToldCosts({ costs }: { readonly costs: Listing['costs'] }): ReactNode {
  const say = useWords('listings');
  if (costs.length === 0) return null;
  return (
    <>
      <ul>
        {costs.map(({ option, pence, words, validFrom, validTo }) => {
          const price = [pence === null ? '' : formatPence(pence), words].filter(Boolean).join(' ');
          const days = [
            validFrom === null ? '' : say('page.costFrom', { from: sayDate(validFrom) }),
            validTo === null ? '' : say('page.costUntil', { until: sayDate(validTo) }),
          ];
          return (
            <li key={[option, price, validFrom].join(' ')}>
              {[[option, price].filter(Boolean).join(': '), ...days].filter(Boolean).join(', ')}
            </li>
          );
        })}
      </ul>
      <p>{say('page.notSold')}</p>
    </>
  );
}
