// What was ordered together, with what is left: to read, to keep and to print.
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useReceipt } from '../../features/baskets/api/view-receipt.ts';
import { sayVisit } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { ButtonRow, LinkButton, PrintButton, TextLink } from '../../ui/button.tsx';
import { Loading, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('baskets');
  const { placementId = '' } = useParams();
  const { data, error } = useReceipt(placementId);
  if (error) throw error;
  const many = (data?.orders.length ?? 0) > 1;
  return (
    <Frame
      title={say(many ? 'receipt.titleMany' : 'receipt.title')}
      lead={data && say('receipt.lead', { name: data.placedByName, when: sayVisit(data.placedAt) })}
    >
      {!data && <Loading />}
      {data && (
        <>
          <DataTable
            caption={say('receipt.caption')}
            rows={data.orders}
            rowKey={(order) => order.id}
            columns={[
              {
                key: 'reference',
                heading: say('receipt.reference'),
                rowHeading: true,
                cell: (order) => <TextLink href={paths.order(order.id)}>{order.reference}</TextLink>,
              },
              {
                key: 'what',
                heading: say('receipt.what'),
                cell: (order) => `${order.organisationName}. ${order.what.join('. ')}`,
              },
              { key: 'who', heading: say('receipt.who'), cell: (order) => order.personName },
              {
                key: 'cost',
                heading: say('receipt.cost'),
                number: true,
                cell: (order) => <Money pence={order.totalPence} />,
              },
            ]}
            foot={[
              { key: 'total', cell: say('total'), span: 3 },
              { key: 'sum', cell: <Money pence={data.totalPence} strong />, number: true },
            ]}
          />
          <Section title={say('moneyTitle')}>
            <DataTable
              caption={say('moneyCaption')}
              captionHidden
              rows={data.lines}
              rowKey={(line) => line.lineId}
              columns={[
                {
                  key: 'line',
                  heading: say('line'),
                  rowHeading: true,
                  cell: (line) => say('add.lineOf', { line: line.lineName, person: line.personName }),
                },
                { key: 'pays', heading: say('pays'), number: true, cell: (line) => <Money pence={line.paidPence} /> },
                {
                  key: 'left',
                  heading: say('now'),
                  number: true,
                  cell: (line) => (line.leftPence === null ? '' : <Money pence={line.leftPence} strong />),
                },
              ]}
            />
          </Section>
          <Section title={say('receipt.next')}>
            <p className="sm-measure">{say('receipt.nextText')}</p>
          </Section>
          <ButtonRow>
            <LinkButton href={paths.orders()}>{say('receipt.orders')}</LinkButton>
            <PrintButton>{say('receipt.print')}</PrintButton>
          </ButtonRow>
        </>
      )}
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
