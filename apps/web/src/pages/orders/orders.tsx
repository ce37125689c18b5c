// The orders of the people a viewer may see, newest first; for one person where the address names one.
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type OrderState, useOrders } from '../../features/orders/api/orders.ts';
import { OrdersTable } from '../../features/orders/components/orders-table.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState, Loading, SubNav } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

const STATES = ['placed', 'accepted', 'completed', 'declined', 'cancelled'] as const satisfies readonly OrderState[];

function Shown(): ReactNode {
  const say = useWords('orders');
  const { scopes } = useSession();
  const { personId } = useParams();
  const [query] = useSearchParams();
  const state = STATES.find((one) => one === query.get('state'));
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useOrders({ personId, state, cursor });
  if (error) throw error;
  const base = personId ? paths.personOrders(personId) : paths.orders();
  const mine = scopes('order.view').has('self') && !personId;
  const address = (values: Record<string, string>) => `${base}?${new URLSearchParams(values).toString()}`;
  return (
    <Frame title={say(mine ? 'title' : 'titleOf')} width="wide">
      <SubNav
        label={say('filter')}
        items={[
          { href: base, label: say('all'), current: !state },
          ...STATES.map((one) => ({
            href: address({ state: one }),
            label: say(`states.${one}`),
            current: state === one,
          })),
        ]}
      />
      {!data && <Loading />}
      {data && data.items.length === 0 && (
        <EmptyState title={say('empty')} actions={<LinkButton href={paths.search()}>{say('find')}</LinkButton>}>
          <p>{say('emptyText')}</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <OrdersTable orders={data.items} side="buyer" />
          <Pagination
            firstHref={cursor ? base : undefined}
            nextHref={data.nextCursor ? address({ ...(state ? { state } : {}), cursor: data.nextCursor }) : undefined}
          />
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="order.view" scopes={['self', 'mandate', 'caseload', 'council']}>
      <Shown />
    </SignedIn>
  );
}
