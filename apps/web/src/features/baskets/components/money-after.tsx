// What each line of money pays and has left, before anything is ordered.
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import type { Basket } from '../api/basket.ts';
import { useBasketWords } from './basket-words.ts';

export function MoneyAfter({ basket }: { readonly basket: Basket }): ReactNode {
  const { say } = useBasketWords();
  const several = new Set(basket.lines.map((line) => line.personId)).size > 1;
  return (
    <DataTable
      caption={say('moneyCaption')}
      captionHidden
      rows={basket.lines}
      rowKey={(line) => line.lineId}
      columns={[
        {
          key: 'line',
          heading: say('line'),
          rowHeading: true,
          cell: (line) =>
            several ? say('add.lineOf', { line: line.lineName, person: line.personName }) : line.lineName,
        },
        { key: 'now', heading: say('now'), number: true, cell: (line) => <Money pence={line.leftBeforePence} /> },
        { key: 'pays', heading: say('pays'), number: true, cell: (line) => <Money pence={line.needsPence} /> },
        {
          key: 'after',
          heading: say('after'),
          number: true,
          cell: (line) => <Money pence={line.leftAfterPence} strong />,
        },
      ]}
    />
  );
}
