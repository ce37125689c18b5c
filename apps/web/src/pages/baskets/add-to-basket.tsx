// Choosing when, how much and which money, for one offer; also where something in the basket is changed.
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useBasket, useBasketChanges } from '../../features/baskets/api/basket.ts';
import { useChoices } from '../../features/baskets/api/view-choices.ts';
import { ItemForm, MOST_IN_A_LIST, type OrderedBefore } from '../../features/baskets/components/item-form.tsx';
import { type Order, useOrder } from '../../features/orders/api/orders.ts';
import { PriceSince } from '../../features/orders/components/order-again.tsx';
import { londonTime } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { BackLink, EmptyState, Loading } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

/** How a line was ordered: of something that happened once, its visit says when and for how long. */
function asBefore(order: Order, line: Order['lines'][number]): OrderedBefore {
  const visit = order.visits.find(({ orderLineId }) => orderLineId === line.id);
  const start = visit?.plannedStart ? londonTime(visit.plannedStart).toPlainTime().toString().slice(0, 5) : null;
  return {
    ...{ kind: line.kind, pattern: line.pattern, quantity: line.quantity },
    startTime: line.kind === 'one-off' ? start : null,
    minutes: line.kind === 'one-off' ? (visit?.plannedMinutes ?? null) : null,
    lineIds: order.payers.map(({ lineId }) => lineId),
  };
}

function Choosing(): ReactNode {
  const say = useWords('baskets');
  const sayOrders = useWords('orders');
  const { offerId, itemId } = useParams();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { session } = useSession();
  const { save } = useBasketChanges();
  const basket = useBasket();
  const item = basket.data?.items.find((one) => one.id === itemId);
  const choices = useChoices(offerId ?? item?.offerId);
  const again = useOrder(query.get('order') ?? '', query.has('order'));
  const line = again.data?.lines.find(({ id }) => id === query.get('line'));
  const gone = again.data !== undefined && isProblem(choices.error) && choices.error.status === 404;
  if (again.error) throw again.error;
  if (choices.error && !gone) throw choices.error;
  const title = say(itemId ? 'add.changeTitle' : 'add.title');
  // What was ordered before is waited for, since the form begins with it.
  const data = query.has('order') && !again.data ? undefined : choices.data;
  const person = data?.people.find(({ personId }) => personId === query.get('person'));
  const now = person?.lines.find(({ lineId }) => lineId === person.mainLineId)?.unitPricePence ?? null;
  const before = line?.prices.at(-1);
  if (gone || (line && person && person.mainLineId !== null && now === null)) {
    return (
      <Frame title={sayOrders('again.gone')} width="reading" above={<BackLink href={paths.orders()} />}>
        <EmptyState
          title={line?.description ?? ''}
          actions={
            <LinkButton href={paths.search({ person: query.get('person') ?? undefined })}>{say('find')}</LinkButton>
          }
        >
          <p>{sayOrders('again.goneText')}</p>
        </EmptyState>
      </Frame>
    );
  }
  const isMany = (data?.people.length ?? 0) > MOST_IN_A_LIST;
  const chosen = data?.people.find(({ personId }) => personId === (item?.personId ?? query.get('person')));
  if (itemId && basket.data && !item) {
    return (
      <Frame title={title} width="reading">
        <EmptyState
          title={say('add.gone')}
          actions={<LinkButton href={paths.basket()}>{say('checkout.back')}</LinkButton>}
        />
      </Frame>
    );
  }
  return (
    <Frame
      title={title}
      width="reading"
      caption={data?.offer.listingTitle}
      lead={data && say('add.lead', { offer: data.offer.name, organisation: data.offer.organisationName })}
      above={
        <BackLink href={itemId ? paths.basket() : data ? paths.listing(data.offer.listingSlug) : paths.search()} />
      }
    >
      {!data && <Loading />}
      {data && data.people.length === 0 && (
        <EmptyState title={say('add.noPeople')}>
          <p>{say('add.noPeopleText')}</p>
        </EmptyState>
      )}
      {data && isMany && !itemId && (
        <p>
          {chosen && <>{say('add.forWhom', { name: chosen.personName })} </>}
          <TextLink href={paths.people({ next: paths.addToBasket(data.offer.id) })}>
            {say(chosen ? 'add.chooseOther' : 'add.choosePerson')}
          </TextLink>
        </p>
      )}
      {before && now !== null && data && (
        <PriceSince thenPence={before.unitPricePence} nowPence={now} unit={data.offer.unit} />
      )}
      {data && data.people.length > 0 && (!isMany || chosen) && (!itemId || item) && (
        <ItemForm
          key={`${itemId ?? offerId} ${query.get('person') ?? ''}`}
          choices={data}
          item={item}
          personId={query.get('person') ?? undefined}
          before={again.data && line && asBefore(again.data, line)}
          keepAs={`${session.accountId} ${itemId ?? offerId} ${query.get('person') ?? ''} ${line?.id ?? ''}`}
          onSave={async (body) => {
            await save(body, itemId);
            await navigate(paths.basket());
          }}
        />
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="basket.edit">
      <Choosing />
    </SignedIn>
  );
}
