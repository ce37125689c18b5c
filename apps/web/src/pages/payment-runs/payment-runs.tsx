// Payment runs: what each funder could pay today and what stops it, and the runs there were.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type FunderSummary, useFunders } from '../../features/funders/api/funders.ts';
import { PayingFrom } from '../../features/funders/components/paying-from.tsx';
import { type RunsPage, useRuns } from '../../features/payment-runs/api/payment-runs.ts';
import { RunStateTag } from '../../features/payment-runs/components/run-words.tsx';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

function ByFunder(): ReactNode {
  const say = useWords('payment-runs');
  const { data, error } = useFunders();
  if (error) throw error;
  if (!data) return <Loading />;
  const due = data.items.filter(({ dueCount }) => dueCount > 0);
  return (
    <Section title={say('byFunder.title')} lead={say('byFunder.lead')}>
      {due.length === 0 && <p>{say('due.nothing')}</p>}
      {due.length > 0 && (
        <DataTable<FunderSummary>
          caption={say('byFunder.title')}
          captionHidden
          dense
          rows={due}
          rowKey={({ id }) => id}
          columns={[
            { key: 'funder', heading: say('funder'), rowHeading: true, cell: (row) => row.name },
            { key: 'from', heading: say('from'), cell: (row) => <PayingFrom funder={row} /> },
            { key: 'sum', heading: say('byFunder.sum'), number: true, cell: (row) => <Money pence={row.duePence} /> },
            {
              key: 'see',
              heading: say('byFunder.next'),
              cell: (row) => (
                <TextLink href={paths.paymentProposal(row.id)} about={row.name}>
                  {say('byFunder.see')}
                </TextLink>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('payment-runs');
  const { may } = useSession();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useRuns(cursor);
  if (error) throw error;
  return (
    <Frame title={say('title')} width="wide">
      {may('payment-run.propose') && <ByFunder />}
      <Section title={say('list')}>
        {!data && <Loading />}
        {data && data.items.length === 0 && <p>{say('none')}</p>}
        {data && data.items.length > 0 && (
          <>
            <DataTable<RunsPage['items'][number]>
              caption={say('list')}
              captionHidden
              dense
              rows={data.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'run',
                  heading: say('run'),
                  rowHeading: true,
                  cell: (row) => <TextLink href={paths.paymentRun(row.id)}>{row.reference}</TextLink>,
                },
                { key: 'funder', heading: say('funder'), cell: (row) => row.funderName },
                { key: 'state', heading: say('state'), cell: (row) => <RunStateTag state={row.state} /> },
                { key: 'date', heading: say('date'), cell: (row) => sayDate(row.executionDate) },
                { key: 'by', heading: say('proposedBy'), cell: (row) => row.proposedByName },
                {
                  key: 'second',
                  heading: say('authorisedBy'),
                  cell: (row) => row.authorisedByName ?? say('noOneYet'),
                },
                { key: 'payments', heading: say('payments'), number: true, cell: (row) => row.payments },
                { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.totalPence} /> },
              ]}
            />
            <Pagination
              firstHref={cursor ? paths.paymentRuns() : undefined}
              nextHref={data.nextCursor ? `${paths.paymentRuns()}?cursor=${data.nextCursor}` : undefined}
            />
          </>
        )}
      </Section>
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="payment-run.view">
      <Shown />
    </SignedIn>
  );
}
