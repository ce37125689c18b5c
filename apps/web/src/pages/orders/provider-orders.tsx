// A provider's orders: those that wait for an answer come first, because people wait for them.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type OrderState, useOrders } from '../../features/orders/api/orders.ts';
import { OrdersTable } from '../../features/orders/components/orders-table.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { EmptyState, Loading, SubNav } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

const STATES = ['placed', 'accepted', 'completed', 'declined', 'cancelled'] as const satisfies readonly OrderState[];

function Shown(): ReactNode {
  const say = useWords('orders');
  const [query] = useSearchParams();
  const state = STATES.find((one) => one === query.get('state')) ?? 'placed';
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useOrders({ state, cursor });
  if (error) throw error;
  return (
    <Frame title={say('decide.title')} lead={say('decide.lead')} width="wide">
      <SubNav
        label={say('filter')}
        items={STATES.map((one) => ({
          href: paths.providerOrders(one),
          label: say(`providerStates.${one}`),
          current: state === one,
        }))}
      />
      {!data && <Loading />}
      {data && data.items.length === 0 && (
        <EmptyState title={say('decide.empty')}>
          <p>{say('decide.emptyText')}</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <OrdersTable orders={data.items} side="provider" />
          <Pagination
            firstHref={cursor ? paths.providerOrders(state) : undefined}
            nextHref={data.nextCursor ? paths.providerOrders(state, data.nextCursor) : undefined}
          />
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="order.decide">
      <Shown />
    </SignedIn>
  );
}
