// Payment runs: what could be paid today and what could not, with one button, and the runs there were.
import { type ReactNode, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import {
  type Proposal,
  type RunsPage,
  useProposal,
  useRunSteps,
  useRuns,
} from '../features/payment-runs/api/payment-runs.ts';
import { AccountCell } from '../features/payment-runs/components/payments-table.tsx';
import { RunStateTag } from '../features/payment-runs/components/run-words.tsx';
import { sayDate, sayDay } from '../format/dates.ts';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { SignedIn, useSession } from '../shell/session.tsx';
import { Button, TextLink } from '../ui/button.tsx';
import { useFormState } from '../ui/form.tsx';
import { Details, Loading, Section } from '../ui/layout.tsx';
import { DataTable, Pagination } from '../ui/lists.tsx';
import { Money } from '../ui/money.tsx';
import { Notice } from '../ui/notice.tsx';
import { useProblemWords, useWords } from '../words/use-words.ts';

function Due({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const say = useWords('payment-runs');
  const [query] = useSearchParams();
  return (
    <>
      {proposal.payments.length > 0 && (
        <Details summary={say('due.show', { count: proposal.count })}>
          <DataTable<Proposal['payments'][number]>
            caption={say('due.title')}
            captionHidden
            dense
            rows={proposal.payments}
            rowKey={(row) => `${row.debitAccount}${row.payeeName}${row.items[0]?.reference ?? ''}`}
            columns={[
              { key: 'payee', heading: say('payee'), rowHeading: true, cell: (row) => row.payeeName },
              { key: 'into', heading: say('intoAccount'), cell: (row) => <AccountCell account={row} /> },
              { key: 'from', heading: say('from'), cell: (row) => say(`accounts.${row.debitAccount}`) },
              {
                key: 'for',
                heading: say('for'),
                cell: (row) => row.items.map(({ reference }) => reference).join(', '),
              },
              { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
            ]}
            foot={[
              { key: 'word', cell: <strong>{say('total')}</strong>, span: 4 },
              { key: 'total', number: true, cell: <Money pence={proposal.totalPence} strong /> },
            ]}
          />
          <Pagination
            firstHref={query.get('due') ? paths.paymentRuns() : undefined}
            nextHref={proposal.nextCursor ? `${paths.paymentRuns()}?due=${proposal.nextCursor}` : undefined}
          />
        </Details>
      )}
      {proposal.leftOut.length > 0 && (
        <Notice kind="warn" title={say('due.leftOut', { count: proposal.leftOutCount })}>
          <DataTable<Proposal['leftOut'][number]>
            caption={say('due.leftOut', { count: proposal.leftOutCount })}
            captionHidden
            dense
            rows={proposal.leftOut}
            rowKey={(row) => `${row.invoiceId ?? ''}${row.payInId ?? ''}`}
            columns={[
              { key: 'payee', heading: say('payee'), rowHeading: true, cell: (row) => row.payeeName },
              { key: 'for', heading: say('for'), cell: (row) => row.reference },
              {
                key: 'why',
                heading: say('why'),
                cell: (row) => (
                  <>
                    {say(`leftOut.${row.reason}`)}
                    {row.reason !== 'council-account-missing' && (
                      <>
                        {' '}
                        <TextLink
                          href={paths.payeeAccount({
                            organisation: row.organisationId ?? undefined,
                            line: row.lineId ?? undefined,
                            name: row.payeeName,
                          })}
                          about={row.payeeName}
                        >
                          {say('leftOutLink')}
                        </TextLink>
                      </>
                    )}
                  </>
                ),
              },
              { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
            ]}
          />
          <Pagination
            firstHref={query.get('left') ? paths.paymentRuns() : undefined}
            nextHref={
              proposal.nextLeftOutCursor ? `${paths.paymentRuns()}?left=${proposal.nextLeftOutCursor}` : undefined
            }
          />
        </Notice>
      )}
    </>
  );
}

function Proposing(): ReactNode {
  const say = useWords('payment-runs');
  const go = useNavigate();
  const { propose, newKey } = useRunSteps();
  const key = useRef(newKey());
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const [query] = useSearchParams();
  const { data: proposal, error } = useProposal(query.get('due') ?? undefined, query.get('left') ?? undefined);
  if (error) throw error;
  if (!proposal) return <Loading />;
  const nothing = proposal.count === 0;
  return (
    <Section title={say('due.title')}>
      {form.summary}
      <p className="sm-lead">
        {nothing
          ? say('due.nothing')
          : say('due.text', {
              count: proposal.count,
              totalPence: proposal.totalPence,
              date: sayDay(proposal.executionDate),
            })}
      </p>
      {!nothing && (
        <p>
          <Button
            onPress={() =>
              form.onSubmit(async () => {
                const { id } = await propose(key.current);
                go(paths.paymentRun(id));
              })()
            }
            busy={form.busy}
          >
            {say('due.button')}
          </Button>
        </p>
      )}
      <Due proposal={proposal} />
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('payment-runs');
  const { has } = useSession();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useRuns(cursor);
  if (error) throw error;
  return (
    <Frame title={say('title')} width="wide">
      {has('finance') && <Proposing />}
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
                { key: 'state', heading: say('state'), cell: (row) => <RunStateTag state={row.state} /> },
                { key: 'date', heading: say('date'), cell: (row) => sayDate(row.executionDate) },
                { key: 'by', heading: say('proposedBy'), cell: (row) => row.proposedByName },
                {
                  key: 'second',
                  heading: say('authorisedBy'),
                  cell: (row) => row.authorisedByName ?? say('nobodyYet'),
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
    <SignedIn roles={['finance', 'auditor']}>
      <Shown />
    </SignedIn>
  );
}
