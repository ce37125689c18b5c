// Everything that is about to be ordered, by provider and person, and what each line of money will have left.
import { type ReactNode, useState } from 'react';
import { type Basket, type BasketItem, useBasket, useBasketChanges } from '../../features/baskets/api/basket.ts';
import { groupsOf } from '../../features/baskets/components/basket-groups.ts';
import { useBasketWords } from '../../features/baskets/components/basket-words.ts';
import { MoneyAfter } from '../../features/baskets/components/money-after.tsx';
import { Outlasting } from '../../features/baskets/components/outlasting.tsx';
import { useShortWords } from '../../features/baskets/components/short-of-money.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords } from '../../words/use-words.ts';

function Item({ item, onRemove }: { readonly item: BasketItem; readonly onRemove: () => void }): ReactNode {
  const { say, when, price } = useBasketWords();
  const problemWords = useProblemWords();
  const about = say('changeAbout', { thing: item.listingTitle, person: item.personName });
  return (
    <article className="sm-card" id={item.id} tabIndex={-1} aria-labelledby={`${item.id}-name`}>
      <div className="sm-card__body">
        <h3 className="sm-card__title" id={`${item.id}-name`}>
          {item.listingTitle}
        </h3>
        <p>
          {item.offerName}
          <br />
          {when(item)}
        </p>
        {item.problems.map((problem) => (
          <Notice key={problem.code} kind="warn">
            <p>{problemWords(problem.code, problem.details)}</p>
          </Notice>
        ))}
        <Outlasting item={item} />
        {item.totalPence !== null && (
          <>
            <p>
              <Money pence={item.totalPence} strong /> <span className="sm-soft">{price(item)}</span>
              {item.vatRateBasisPoints ? <span className="sm-soft">. {say('withVat')}</span> : null}
            </p>
            <ul className="sm-plain-list">
              {item.shares.map((share) => (
                <li key={share.lineId}>
                  {share.personId === item.personId
                    ? say('paidBy', { line: share.lineName, pence: share.pence ?? 0 })
                    : say('paidByOf', { line: share.lineName, person: share.personName, pence: share.pence ?? 0 })}
                </li>
              ))}
            </ul>
          </>
        )}
        <ButtonRow>
          <TextLink href={paths.basketItem(item.id)} about={about}>
            {say('change')}
          </TextLink>
          <Button look="link" onPress={onRemove} about={about}>
            {say('remove')}
          </Button>
        </ButtonRow>
      </div>
    </article>
  );
}

function Filled({ basket }: { readonly basket: Basket }): ReactNode {
  const { say } = useBasketWords();
  const short = useShortWords();
  const { remove } = useBasketChanges();
  const { session } = useSession();
  const mayPutIn = ({ stream, personId }: Basket['lines'][number]): boolean =>
    stream === 'own-money' && session.roles.some((held) => held.personId === personId);
  const [removed, setRemoved] = useState<string | null>(null);
  const lacking = basket.lines.filter((line) => !line.enough);
  const several = new Set(basket.items.map((item) => item.personId)).size > 1;
  return (
    <>
      {removed !== null && (
        <Notice kind="success" live>
          <p>{say('removed', { thing: removed })}</p>
        </Notice>
      )}
      {groupsOf(basket).map(([first, ...rest]) =>
        first ? (
          <Section
            key={first.id}
            title={
              several
                ? say('checkout.order', { organisation: first.organisationName, person: first.personName })
                : say('from', { organisation: first.organisationName })
            }
            lead={several ? undefined : say('for', { person: first.personName })}
          >
            {[first, ...rest].map((item) => (
              <Item
                key={item.id}
                item={item}
                onRemove={() => {
                  void remove(item.id).then(() => setRemoved(item.listingTitle));
                }}
              />
            ))}
          </Section>
        ) : null,
      )}
      <Section title={say('moneyTitle')}>
        <MoneyAfter basket={basket} />
        {lacking.map((line) => (
          <Notice key={line.lineId} kind="warn">
            <p>
              {mayPutIn(line)
                ? say('short', { needsPence: line.needsPence, leftPence: line.leftBeforePence, line: line.lineName })
                : short({ ...line, leftPence: line.leftBeforePence })}
            </p>
            {mayPutIn(line) && (
              <LinkButton
                href={paths.newCardPayment(line.lineId, line.needsPence - line.leftBeforePence)}
                about={say('forLine', { line: line.lineName })}
              >
                {say('putIn')}
              </LinkButton>
            )}
          </Notice>
        ))}
      </Section>
      {basket.ready ? (
        <>
          <p>{say('notYet')}</p>
          <ButtonRow>
            <LinkButton href={paths.checkout()}>{say('toCheckout')}</LinkButton>
            <LinkButton href={paths.search()} look="secondary">
              {say('find')}
            </LinkButton>
          </ButtonRow>
        </>
      ) : (
        <p>
          <strong>{say('fixFirst')}.</strong>
        </p>
      )}
    </>
  );
}

function Shown(): ReactNode {
  const { say } = useBasketWords();
  const basket = useBasket();
  if (basket.error) throw basket.error;
  return (
    <Frame title={say('title')} width="reading">
      {!basket.data && <Loading />}
      {basket.data && basket.data.items.length === 0 && (
        <EmptyState title={say('empty')} actions={<LinkButton href={paths.search()}>{say('find')}</LinkButton>}>
          <p>{say('emptyText')}</p>
        </EmptyState>
      )}
      {basket.data && basket.data.items.length > 0 && <Filled basket={basket.data} />}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="basket.view">
      <Shown />
    </SignedIn>
  );
}
