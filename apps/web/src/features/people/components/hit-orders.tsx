// The orders that something would end, with how many visits of each and what comes back.
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { EndingPreview } from '../api/edit-person.ts';

export function HitOrders({ orders }: { readonly orders: EndingPreview['orders'] }): ReactNode {
  const say = useWords('people');
  return (
    <DataTable
      caption={say('hit.caption')}
      rows={orders}
      rowKey={({ id }) => id}
      empty={<p>{say('hit.none')}</p>}
      columns={[
        { key: 'order', heading: say('hit.order'), rowHeading: true, cell: ({ reference }) => reference },
        { key: 'for', heading: say('hit.for'), cell: ({ personName }) => personName },
        { key: 'from', heading: say('hit.from'), cell: ({ organisationName }) => organisationName },
        { key: 'visits', heading: say('hit.visits'), number: true, cell: ({ visits }) => visits },
        { key: 'back', heading: say('hit.back'), number: true, cell: ({ backPence }) => <Money pence={backPence} /> },
      ]}
    />
  );
}
