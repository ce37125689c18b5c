// Ordering the same again from an order of the past: the way from each thing, and what has changed in its price since.
import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Order } from '../api/orders.ts';

export function OrderAgain({ order }: { readonly order: Order }): ReactNode {
  const say = useWords('orders');
  const { personId } = order;
  if (personId === null) return null;
  return (
    <Section title={say('again.title')} lead={say('again.lead')}>
      <ul className="govuk-list sm-no-print">
        {order.lines.map((line) => (
          <li key={line.id}>
            <LinkButton
              href={paths.addToBasket(line.offerId, personId, { order: order.id, line: line.id })}
              look="secondary"
              icon="basket"
              small
            >
              {line.description}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What it cost then and costs now, from the money that would pay. */
export function PriceSince({
  thenPence,
  nowPence,
  unit,
}: {
  readonly thenPence: number;
  readonly nowPence: number;
  readonly unit: string;
}): ReactNode {
  const say = useWords('orders');
  const sayUnit = useWords('units');
  const known = UNIT_NAMES.find((one) => one === unit);
  const words = known ? sayUnit(`each.${known}`) : unit;
  if (thenPence === nowPence) return <p>{say('again.same', { pricePence: nowPence, unit: words })}</p>;
  return (
    <Notice kind="warn">
      <p>{say('again.changed', { thenPence, nowPence, unit: words })}</p>
    </Notice>
  );
}
