// One order in full: for whom, from whom, what was agreed, who pays and every visit.
import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { Fragment, type ReactNode } from 'react';
import { sayDay, sayVisit } from '../../../format/dates.ts';
import { Section } from '../../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../../ui/lists.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Order } from '../api/orders.ts';
import { TONE_OF } from './orders-table.tsx';

/** What a visit costs as things stand: nothing where it will not happen and was not charged. */
function costOf(visit: Order['visits'][number]): number {
  const off = visit.state === 'cancelled' || visit.state === 'missed';
  return visit.chargePence ?? (off ? 0 : visit.plannedPence);
}

export function OrderFacts({ order, side }: { readonly order: Order; readonly side: 'buyer' | 'provider' }): ReactNode {
  const say = useWords('orders');
  const sayUnit = useWords('units');
  const each = (name: string): string => {
    const unit = UNIT_NAMES.find((one) => one === name);
    return unit ? sayUnit(`each.${unit}`) : name;
  };
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'state',
            label: say('state'),
            value: (
              <Tag tone={TONE_OF[order.state]}>
                {say(`${side === 'provider' ? 'providerStates' : 'states'}.${order.state}`)}
              </Tag>
            ),
          },
          // A provider that may not know the name is told the area alone.
          {
            key: 'person',
            label: say(order.placedByName === null ? 'order.area' : 'order.person'),
            value: order.personName || say('visitor.unknown'),
          },
          { key: 'provider', label: say('order.provider'), value: order.organisationName },
          {
            key: 'placed',
            label: say('order.placed'),
            value:
              order.placedByName === null
                ? sayVisit(order.placedAt)
                : say('order.placedBy', { when: sayVisit(order.placedAt), name: order.placedByName }),
          },
          ...(order.decidedAt
            ? [{ key: 'decided', label: say('order.decided'), value: sayVisit(order.decidedAt) }]
            : []),
          { key: 'total', label: say('order.total'), value: <Money pence={order.totalPence} strong /> },
        ]}
      />
      <Section title={say('order.things')}>
        {order.lines.map((line) => (
          <div key={line.id} className="sm-measure">
            <p>
              <strong>{line.description}</strong>
              <br />
              {line.prices.map((one) => (
                <Fragment key={one.firstDate}>
                  {say('order.price', { pricePence: one.unitPricePence, unit: each(line.unit) })},{' '}
                  {say(one.priceSource === 'agreed' ? 'order.agreed' : 'order.public')}
                  {line.prices.length > 1 &&
                    ` (${say('order.visitsFrom', { count: one.visits, first: sayDay(one.firstDate, 'with-year') })})`}
                  <br />
                </Fragment>
              ))}
              {line.noticeHours > 48 && line.noticeHours % 24 === 0
                ? say('order.noticeDays', { count: line.noticeHours / 24 })
                : say('order.notice', { count: line.noticeHours })}
            </p>
            {line.note !== '' && <p>{say('order.note', { note: line.note })}</p>}
          </div>
        ))}
      </Section>
      {order.payers.length > 0 && (
        <Section title={say('order.payers')}>
          <DataTable
            caption={say('order.payersCaption')}
            captionHidden
            rows={order.payers}
            rowKey={(payer) => payer.lineId}
            columns={[
              {
                key: 'line',
                heading: say('order.line'),
                rowHeading: true,
                cell: (payer) => `${payer.lineName}, ${payer.personName}`,
              },
              {
                key: 'pays',
                heading: say('order.pays'),
                number: true,
                cell: (payer) => <Money pence={payer.plannedPence} />,
              },
            ]}
          />
        </Section>
      )}
      <Section title={say('order.visits')}>
        <DataTable
          caption={say('order.visitsCaption')}
          captionHidden
          rows={order.visits}
          rowKey={(visit) => visit.id}
          columns={[
            {
              key: 'when',
              heading: say('order.when'),
              rowHeading: true,
              cell: (visit) =>
                visit.plannedStart ? sayVisit(visit.plannedStart, visit.plannedEnd) : sayDay(visit.serviceDate),
            },
            { key: 'state', heading: say('state'), cell: (visit) => say(`visitStates.${visit.state}`) },
            {
              key: 'cost',
              heading: say('order.cost'),
              number: true,
              cell: (visit) => <Money pence={costOf(visit)} />,
            },
          ]}
        />
      </Section>
    </>
  );
}
