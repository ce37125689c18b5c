// What a funder pays from, in one line, and what is missing where nothing can be paid from yet.
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { FunderSummary } from '../api/funders.ts';

const sortCode = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1-');

export function useAccountLine(): (account: { readonly sortCode: string; readonly lastFour: string }) => string {
  const say = useWords('funders');
  return (account) => say('where', { sortCode: sortCode(account.sortCode), lastFour: account.lastFour });
}

export function PayingFrom({ funder }: { readonly funder: FunderSummary }): ReactNode {
  const say = useWords('funders');
  const line = useAccountLine();
  return (
    <>
      {funder.account ? line(funder.account) : <strong>{say('noAccount')}</strong>}
      {funder.accountWaits && <span className="sm-small"> {say('accountWaits')}</span>}
      {(!funder.account || funder.accountWaits) && (
        <>
          {' '}
          <TextLink href={paths.funder(funder.id)} about={funder.name}>
            {say(funder.accountWaits ? 'lookAtIt' : 'setIt')}
          </TextLink>
        </>
      )}
    </>
  );
}
