// A list of orders for those who may see them: buyers read from whom, providers read for whom.
import type { ReactNode } from 'react';
import { londonTime, sayDate } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OrderState, OrderSummary } from '../api/orders.ts';

export const TONE_OF = {
  placed: 'look',
  accepted: 'go',
  declined: 'harm',
  cancelled: 'quiet',
  completed: 'plain',
} as const satisfies Record<OrderState, string>;

export function OrdersTable({
  orders,
  side,
}: {
  readonly orders: readonly OrderSummary[];
  readonly side: 'buyer' | 'provider';
}): ReactNode {
  const say = useWords('orders');
  const provider = side === 'provider';
  return (
    <DataTable
      caption={say('caption')}
      captionHidden
      rows={orders}
      rowKey={(order) => order.id}
      columns={[
        {
          key: 'reference',
          heading: say('reference'),
          rowHeading: true,
          cell: (order) => (
            <TextLink href={provider ? paths.providerOrder(order.id) : paths.order(order.id)}>
              {order.reference}
            </TextLink>
          ),
        },
        {
          key: 'what',
          heading: say('what'),
          cell: (order) => (
            <>
              {order.what}
              {order.things > 1 && <> {say('more', { count: order.things - 1 })}</>}
            </>
          ),
        },
        { key: 'who', heading: say('who'), cell: (order) => order.personName },
        ...(provider
          ? []
          : [{ key: 'from', heading: say('from'), cell: (order: OrderSummary) => order.organisationName }]),
        {
          key: 'placed',
          heading: say('placed'),
          cell: (order) => sayDate(londonTime(order.placedAt).toPlainDate().toString()),
        },
        {
          key: 'state',
          heading: say('state'),
          cell: (order) => (
            <Tag tone={TONE_OF[order.state]}>{say(`${provider ? 'providerStates' : 'states'}.${order.state}`)}</Tag>
          ),
        },
        { key: 'cost', heading: say('cost'), number: true, cell: (order) => <Money pence={order.totalPence} /> },
      ]}
    />
  );
}
