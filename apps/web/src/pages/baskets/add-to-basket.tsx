// Choosing when, how much and which money, for one offer; also where something in the basket is changed.
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useBasket, useBasketChanges } from '../../features/baskets/api/basket.ts';
import { useChoices } from '../../features/baskets/api/view-choices.ts';
import { ItemForm } from '../../features/baskets/components/item-form.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { BackLink, EmptyState, Loading } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

function Choosing(): ReactNode {
  const say = useWords('baskets');
  const { offerId, itemId } = useParams();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { session } = useSession();
  const { save } = useBasketChanges();
  const basket = useBasket();
  const item = basket.data?.items.find((one) => one.id === itemId);
  const choices = useChoices(offerId ?? item?.offerId);
  if (choices.error) throw choices.error;
  const title = say(itemId ? 'add.changeTitle' : 'add.title');
  const data = choices.data;
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
      {data && data.people.length > 0 && (!itemId || item) && (
        <ItemForm
          key={itemId ?? offerId}
          choices={data}
          item={item}
          personId={query.get('person') ?? undefined}
          keepAs={`${session.accountId} ${itemId ?? offerId} ${query.get('person') ?? ''}`}
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
