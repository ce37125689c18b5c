// The price rises that fall on an order, as both of its sides read them, and the buyer's answer.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { Button, ButtonRow, TextLink } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Details, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { type PriceRiseOrder, usePriceRiseOrders, usePriceRiseSteps } from '../api/price-rises.ts';
import { usePriceWords } from './price-words.ts';

/** What it comes to: the same words and figures for both sides. */
function Effect({ rise }: { readonly rise: PriceRiseOrder }): ReactNode {
  const say = useWords('price-rises');
  const { price } = usePriceWords();
  return (
    <>
      <p>
        {say('asks', {
          organisation: rise.organisationName,
          to: price(rise.toPence, rise.unit),
          from: price(rise.fromPence, rise.unit),
          description: rise.description,
          date: sayDate(rise.fromDate),
        })}{' '}
        {rise.riseBasisPoints !== null && say('asksPercent', { percent: rise.riseBasisPoints / 100 })}
      </p>
      {rise.yearlyPence > 0 && (
        <p>
          <strong>{say('yearMore', { yearlyPence: rise.yearlyPence })}</strong>. {say('yearHow')}
        </p>
      )}
      <p>{say('plannedMore', { plannedPence: rise.plannedPence, count: rise.visits })}</p>
      <p>{say('theyWrote')}</p>
      <blockquote className="sm-lines">{rise.words}</blockquote>
    </>
  );
}

function Answer({ id }: { readonly id: string }): ReactNode {
  const say = useWords('price-rises');
  const { acceptForOrder, refuseForOrder } = usePriceRiseSteps();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <Form
      onSubmit={form.onSubmit(async () => {
        await acceptForOrder(id);
      })}
    >
      {form.summary}
      <p>{say('untilYes')}</p>
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say('orderYes')}
        </Button>
        <Button
          look="secondary"
          busy={form.busy}
          onPress={() =>
            form.onSubmit(async () => {
              await refuseForOrder(id);
            })()
          }
        >
          {say('orderNo')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function Rise({ rise, side }: { readonly rise: PriceRiseOrder; readonly side: 'buyer' | 'provider' }): ReactNode {
  const say = useWords('price-rises');
  return (
    <>
      <Effect rise={rise} />
      {rise.shortPence !== null && rise.state === 'asked' && <p>{say('short', { shortPence: rise.shortPence })}</p>}
      {rise.mayAnswer ? (
        <Answer id={rise.id} />
      ) : (
        <p>
          <strong>{say(`answered.${rise.state}`, { date: sayDate(rise.fromDate) })}</strong>
        </p>
      )}
      {side === 'provider' && (
        <p>
          <TextLink href={paths.priceRise(rise.priceRiseId)}>{say('open')}</TextLink>
        </p>
      )}
    </>
  );
}

export function OrderPriceRises({ orderId, side }: { readonly orderId: string; readonly side: 'buyer' | 'provider' }) {
  const say = useWords('price-rises');
  // An order is shown whether or not this can be read.
  const { data } = usePriceRiseOrders({ orderId });
  if (!data || data.items.length === 0) return null;
  const asked = data.items.filter(({ state }) => state === 'asked');
  // The last answer is said; what was answered before it is folded away.
  const [last, ...earlier] = data.items
    .filter(({ state }) => state !== 'asked')
    .sort((a, b) => (b.answeredAt ?? '').localeCompare(a.answeredAt ?? ''));
  return (
    <Section title={say('onOrderDone')}>
      {asked.map((rise) => (
        <Notice key={rise.id} kind="warn" title={say('onOrder')}>
          <Rise rise={rise} side={side} />
        </Notice>
      ))}
      {last && (
        <Notice key={last.id} live>
          <Rise rise={last} side={side} />
        </Notice>
      )}
      {earlier.length > 0 && (
        <Details summary={say('onOrderBefore', { count: earlier.length })}>
          {earlier.map((rise) => (
            <Notice key={rise.id}>
              <Rise rise={rise} side={side} />
            </Notice>
          ))}
        </Details>
      )}
    </Section>
  );
}
