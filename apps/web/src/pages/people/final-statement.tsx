// What is left, set aside and owed when somebody's time with the council ended, for the officer who settles it.
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useFinalStatement } from '../../features/people/api/edit-person.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { PrintButton, TextLink } from '../../ui/button.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { personId = '' } = useParams();
  return (
    <SignedIn action="final-statement.view">
      <Shown personId={personId} />
    </SignedIn>
  );
}

function Shown({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('people');
  const { data, error } = useFinalStatement(personId);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const { name, reference, lastDay, state } = data;
  return (
    <Frame
      title={say('final.titleOf', { name })}
      caption={reference}
      above={<BackLink href={paths.finalStatements()}>{say('final.title')}</BackLink>}
    >
      <p>{say(`ending.is.${state}`, { name, day: lastDay ? sayDate(lastDay) : '' })}</p>
      {data.owedPence > 0 && (
        <Notice kind="warn">
          <p>{say('final.owed', { name, owedPence: data.owedPence })}</p>
        </Notice>
      )}
      <Section title={say('final.lines')}>
        <DataTable
          caption={say('final.lines')}
          captionHidden
          rows={data.lines}
          rowKey={({ id }) => id}
          empty={<p>{say('final.noLines')}</p>}
          columns={[
            {
              key: 'line',
              heading: say('final.line'),
              rowHeading: true,
              cell: (line) => `${line.name}, ${line.funderName}, ${sayDate(line.startsOn)} – ${sayDate(line.endsOn)}`,
            },
            {
              key: 'spent',
              heading: say('final.spent'),
              number: true,
              cell: (line) => <Money pence={line.spentPence} />,
            },
            {
              key: 'aside',
              heading: say('final.aside'),
              number: true,
              cell: (line) => <Money pence={line.setAsidePence} />,
            },
            { key: 'left', heading: say('final.left'), number: true, cell: (line) => <Money pence={line.leftPence} /> },
            {
              key: 'purse',
              heading: say('final.purse'),
              number: true,
              cell: (line) => (line.purseLeftPence === null ? '–' : <Money pence={line.purseLeftPence} />),
            },
          ]}
        />
      </Section>
      <Section title={say('final.visits')}>
        <DataTable
          caption={say('final.visits')}
          captionHidden
          rows={data.openVisits}
          rowKey={({ id }) => id}
          empty={<p>{say('final.noVisits')}</p>}
          columns={[
            { key: 'day', heading: say('final.day'), rowHeading: true, cell: (visit) => sayDate(visit.serviceDate) },
            { key: 'order', heading: say('hit.order'), cell: (visit) => visit.reference },
            { key: 'from', heading: say('hit.from'), cell: (visit) => visit.organisationName },
            { key: 'state', heading: say('final.state'), cell: (visit) => say(`final.visitStates.${visit.state}`) },
            { key: 'sum', heading: say('final.sum'), number: true, cell: (visit) => <Money pence={visit.pence} /> },
          ]}
        />
      </Section>
      <Section title={say('final.unpaid')}>
        <DataTable
          caption={say('final.unpaid')}
          captionHidden
          rows={data.unpaid}
          rowKey={({ invoiceId }) => invoiceId}
          empty={<p>{say('final.noUnpaid')}</p>}
          columns={[
            {
              key: 'number',
              heading: say('final.invoice'),
              rowHeading: true,
              cell: (one) => (
                <>
                  <TextLink href={paths.invoice(one.invoiceId)}>{one.number}</TextLink>
                  {one.pence < 0 && <span className="sm-under sm-small">{say('final.credit')}</span>}
                </>
              ),
            },
            { key: 'from', heading: say('hit.from'), cell: (one) => one.organisationName },
            { key: 'payer', heading: say('final.payer'), cell: (one) => one.payerName },
            { key: 'due', heading: say('final.due'), cell: (one) => sayDate(one.dueDate) },
            { key: 'sum', heading: say('final.share'), number: true, cell: (one) => <Money pence={one.pence} /> },
          ]}
        />
      </Section>
      {data.latePayIns.length > 0 && (
        <Section title={say('final.latePayIns')}>
          <ul>
            {data.latePayIns.map((payIn) => (
              <li key={`${payIn.lineName} ${payIn.fromDate}`}>
                {say('final.latePayIn', {
                  line: payIn.lineName,
                  from: sayDate(payIn.fromDate),
                  to: sayDate(payIn.toDate),
                  amountPence: payIn.amountPence,
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PrintButton />
    </Frame>
  );
}
