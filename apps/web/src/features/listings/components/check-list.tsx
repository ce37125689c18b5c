// What is asked of an organisation and what is known of it, in short: for an officer who looks at what it offers.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { SummaryList } from '../../../ui/lists.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OwnChecks } from '../api/own-checks.ts';
import { CheckTag } from './check-tag.tsx';

export function CheckList({ checks }: { readonly checks: OwnChecks }): ReactNode {
  const say = useWords('listings');
  const known: Readonly<Partial<Record<OwnChecks['checks'][number]['check'], string | null>>> = {
    insurance: checks.insuredUntil && say('mark.until', { date: sayDate(checks.insuredUntil) }),
    dbs: checks.dbsCheckedOn && say('mark.on', { date: sayDate(checks.dbsCheckedOn) }),
    regulator: checks.cqcLocationId,
    charity: checks.charityNumber,
    'self-billing': checks.selfBillingAgreedOn && say('mark.on', { date: sayDate(checks.selfBillingAgreedOn) }),
  };
  return (
    <SummaryList
      rows={checks.checks.map(({ check, state }) => ({
        key: check,
        label: say(`checks.ofThem.${check}`),
        value: (
          <>
            <CheckTag state={state} /> {known[check]}
          </>
        ),
      }))}
    />
  );
}
