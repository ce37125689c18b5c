// Payments in advance that would stop, become less or go on: one sentence each, as items of a list.
import type { operations } from '@support-market/api-client/schema';
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { useWords } from '../../../words/use-words.ts';

type PayIn = operations['previewLineChange']['responses'][200]['content']['application/json']['payIns'][number];

function kindOf({ becomes, resumed, amountPence }: PayIn): 'stops' | 'goesOn' | 'becomes' | 'shorter' {
  if (becomes === null) return 'stops';
  if (resumed) return 'goesOn';
  return becomes.amountPence === amountPence ? 'shorter' : 'becomes';
}

export function PayInChanges({ payIns }: { readonly payIns: readonly PayIn[] }): ReactNode {
  const say = useWords('people');
  return payIns.map((payIn) => (
    <li key={`${payIn.lineName} ${payIn.fromDate}`}>
      {say(`payIns.${kindOf(payIn)}`, {
        line: payIn.lineName,
        from: sayDate(payIn.fromDate),
        amountPence: payIn.amountPence,
        newPence: payIn.becomes?.amountPence ?? 0,
        to: sayDate(payIn.becomes?.toDate ?? payIn.toDate),
      })}{' '}
      {payIn.runReference && say('payIns.outOfRun', { run: payIn.runReference })}
    </li>
  ));
}
