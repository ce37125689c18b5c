// The last page before ordering. It reads like a letter: what, from whom, for whom, when, and what will be left.
import type { SharedNeed } from '@support-market/domain/people/person-facts';
import { type ReactNode, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../api/client.ts';
import { isProblem, type Problem } from '../../api/problem.ts';
import { type Basket, type BasketItem, useBasket } from '../../features/baskets/api/basket.ts';
import { usePlaceBasket } from '../../features/baskets/api/place-basket.ts';
import { groupsOf } from '../../features/baskets/components/basket-groups.ts';
import { useBasketWords } from '../../features/baskets/components/basket-words.ts';
import { lateVisits, Outlasting } from '../../features/baskets/components/outlasting.tsx';
import { ShortOfMoney, shortLines } from '../../features/baskets/components/short-of-money.tsx';
import { visitsTooLate } from '../../features/baskets/components/too-late.ts';
import { NeedsChoice } from '../../features/people/components/needs-choice.tsx';
import { now } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { BackLink, Details, Loading, Section } from '../../ui/layout.tsx';
import { useProblemWords } from '../../words/use-words.ts';

/** Until when cancelling is free, and what is already too close for that. */
function Cancelling({ item }: { readonly item: BasketItem }): ReactNode {
  const { say } = useBasketWords();
  const [since] = useState(now);
  const late = visitsTooLate(item, since);
  const notice = say('checkout.noticeHours', { count: item.noticeHours });
  if (late === 0) return say('checkout.cancel', { notice });
  if (item.visits === 1) return <strong>{say('checkout.tooLate', { notice })}</strong>;
  return (
    <>
      {late < item.visits && say('checkout.cancel', { notice })}{' '}
      <strong>
        {late < item.visits ? say('checkout.tooLateFor', { count: late }) : say('checkout.tooLateForAll', { notice })}
      </strong>
    </>
  );
}

function Paragraph({ item }: { readonly item: BasketItem }): ReactNode {
  const { say, when, price, units } = useBasketWords();
  const [first] = item.prices;
  const totalPence = item.totalPence ?? 0;
  const sum = {
    pricePence: first?.unitPricePence ?? 0,
    unit: units.each(item.unit),
    source: say(first?.priceSource === 'agreed' ? 'sourceAgreed' : 'sourcePublic'),
    totalPence,
  };
  const cost = (): string => {
    if (item.prices.length > 1) return say('checkout.sumChanging', { prices: price(item), totalPence });
    if (item.visits > 1) return say('checkout.sum', { visits: say('visits', { count: item.visits }), ...sum });
    return say('checkout.sumOnce', sum);
  };
  return (
    <div className="sm-measure">
      <p>
        <strong>{item.listingTitle}</strong>: {item.offerName}. {when(item)}.
      </p>
      <p>
        {cost()} {item.noticeHours > 0 && <Cancelling item={item} />}
      </p>
      <Outlasting item={item} />
      {item.note !== '' && <p>{say('checkout.note', { note: item.note })}</p>}
    </div>
  );
}

const sharingKey = ({ personId, organisationId }: BasketItem): string => `${personId} ${organisationId}`;

function Letter({ basket }: { readonly basket: Basket }): ReactNode {
  const { say } = useBasketWords();
  const problemWords = useProblemWords();
  const place = usePlaceBasket();
  const navigate = useNavigate();
  const [key, setKey] = useState(newIdempotencyKey);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [unexpected, setUnexpected] = useState<unknown>(null);
  const [shared, setShared] = useState<Readonly<Record<string, readonly SharedNeed[]>>>({});
  if (unexpected) throw unexpected;
  const send = async (): Promise<void> => {
    if (basket.id === null || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const placed = await place(
        key,
        basket.id,
        { totalPence: basket.totalPence, lateVisits: lateVisits(basket) },
        groupsOf(basket).flatMap(([first]) =>
          first
            ? [
                {
                  personId: first.personId,
                  organisationId: first.organisationId,
                  needs: [...(shared[sharingKey(first)] ?? [])],
                },
              ]
            : [],
        ),
      );
      await navigate(paths.receipt(placed.basketId), { replace: true });
    } catch (error) {
      if (!isProblem(error)) return setUnexpected(error);
      setRefusal(error);
      // A refusal is an answer; only silence leaves it open whether the order was placed, and keeps the key.
      if (error.status > 0 && error.status < 500) setKey(newIdempotencyKey());
    } finally {
      setBusy(false);
    }
  };
  const several = new Set(basket.lines.map((line) => line.personId)).size > 1;
  const button = basket.orders === 2 ? say('checkout.placeBoth') : say('checkout.place', { count: basket.orders });
  return (
    <>
      {refusal?.code === 'budget.not_enough_money' && <ShortOfMoney lines={shortLines(refusal.details)} />}
      {refusal && refusal.code !== 'budget.not_enough_money' && (
        <ErrorSummary faults={[{ text: problemWords(refusal.code, refusal.details) }]} />
      )}
      <p className="sm-lead">{say('checkout.opening', { count: basket.orders })}</p>
      {groupsOf(basket).map(([first, ...rest]) =>
        first ? (
          <Section
            key={first.id}
            title={say('checkout.order', { organisation: first.organisationName, person: first.personName })}
          >
            {[first, ...rest].map((item) => (
              <Paragraph key={item.id} item={item} />
            ))}
            <Details summary={say('checkout.sharing', { organisation: first.organisationName })} open>
              <NeedsChoice
                id={`needs-${first.id}`}
                personId={first.personId}
                organisation={first.organisationName}
                values={shared[sharingKey(first)] ?? []}
                onChange={(needs) => setShared({ ...shared, [sharingKey(first)]: needs })}
              />
            </Details>
          </Section>
        ) : null,
      )}
      <Section title={say('checkout.after')}>
        <ul className="sm-plain-list sm-measure">
          {basket.lines.map((line) => (
            <li key={line.lineId}>
              {several
                ? say('checkout.sentenceOf', {
                    line: line.lineName,
                    person: line.personName,
                    needsPence: line.needsPence,
                    leftPence: line.leftAfterPence,
                  })
                : say('checkout.sentence', {
                    line: line.lineName,
                    needsPence: line.needsPence,
                    leftPence: line.leftAfterPence,
                  })}
            </li>
          ))}
        </ul>
        <p>
          <strong>{say('checkout.total', { totalPence: basket.totalPence })}</strong>
        </p>
        <p className="sm-measure">{say('checkout.promise')}</p>
      </Section>
      <ButtonRow>
        <Button onPress={() => void send()} busy={busy}>
          {button}
        </Button>
        <LinkButton href={paths.basket()} look="secondary">
          {say('checkout.back')}
        </LinkButton>
      </ButtonRow>
    </>
  );
}

function Shown(): ReactNode {
  const { say } = useBasketWords();
  const basket = useBasket();
  const [started] = useState(() => ({ seen: false }));
  if (basket.error) throw basket.error;
  // Someone who comes here without anything to order belongs in the basket; after placing, the receipt follows.
  if (basket.data && !basket.data.ready && !started.seen) return <Navigate to={paths.basket()} replace />;
  if (basket.data?.ready) started.seen = true;
  return (
    <Frame title={say('checkout.title')} width="reading" above={<BackLink href={paths.basket()} />}>
      {basket.data?.id ? <Letter basket={basket.data} /> : <Loading />}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="basket.place">
      <Shown />
    </SignedIn>
  );
}
