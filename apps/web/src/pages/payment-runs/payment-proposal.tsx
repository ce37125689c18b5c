// What a run of one funder would pay now, page by page, and what it would leave out and why, with one button to propose it.
import { type ReactNode, useRef } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { type Proposal, useProposal, useRunSteps } from '../../features/payment-runs/api/payment-runs.ts';
import { AccountCell, sortCode } from '../../features/payment-runs/components/payments-table.tsx';
import { sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

function Due({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const say = useWords('payment-runs');
  const [query] = useSearchParams();
  return (
    <>
      {proposal.payments.length > 0 && (
        <Section title={say('due.title')}>
          <DataTable<Proposal['payments'][number]>
            caption={say('due.title')}
            captionHidden
            dense
            rows={proposal.payments}
            rowKey={(row) => `${row.payeeName}${row.items[0]?.reference ?? ''}`}
            columns={[
              { key: 'payee', heading: say('payee'), rowHeading: true, cell: (row) => row.payeeName },
              { key: 'into', heading: say('intoAccount'), cell: (row) => <AccountCell account={row} /> },
              {
                key: 'for',
                heading: say('for'),
                cell: (row) => row.items.map(({ reference }) => reference).join(', '),
              },
              { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
            ]}
            foot={[
              { key: 'word', cell: <strong>{say('total')}</strong>, span: 3 },
              { key: 'total', number: true, cell: <Money pence={proposal.totalPence} strong /> },
            ]}
          />
          <Pagination
            firstHref={query.get('due') ? paths.paymentProposal(proposal.funderId) : undefined}
            nextHref={
              proposal.nextCursor ? paths.paymentProposal(proposal.funderId, { due: proposal.nextCursor }) : undefined
            }
          />
        </Section>
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
                    {say(`leftOut.${row.reason}`)}{' '}
                    {row.reason !== 'owes-more' && (
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
                    )}
                  </>
                ),
              },
              { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
            ]}
          />
          <Pagination
            firstHref={query.get('left') ? paths.paymentProposal(proposal.funderId) : undefined}
            nextHref={
              proposal.nextLeftOutCursor
                ? paths.paymentProposal(proposal.funderId, { left: proposal.nextLeftOutCursor })
                : undefined
            }
          />
        </Notice>
      )}
    </>
  );
}

function Proposing({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const say = useWords('payment-runs');
  const go = useNavigate();
  const { propose, newKey } = useRunSteps();
  const key = useRef(newKey());
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const nothing = proposal.count === 0;
  const { from } = proposal;
  return (
    <>
      {form.summary}
      {from === null && (
        <Notice kind="warn" title={say('new.noAccountTitle')}>
          <p>{say('new.noAccount')}</p>
          <p>
            <TextLink href={paths.funder(proposal.funderId)}>{say('new.setAccount')}</TextLink>
          </p>
        </Notice>
      )}
      {from !== null && (
        <p>{say('new.from', { name: from.accountName, sortCode: sortCode(from.sortCode), lastFour: from.lastFour })}</p>
      )}
      {!nothing && from !== null && (
        <p>
          <Button
            onPress={() =>
              form.onSubmit(async () => {
                const { id } = await propose(key.current, proposal.funderId);
                go(paths.paymentRun(id));
              })()
            }
            busy={form.busy}
          >
            {say('due.button')}
          </Button>
        </p>
      )}
    </>
  );
}

function Shown({ funder }: { readonly funder: string }): ReactNode {
  const say = useWords('payment-runs');
  const [query] = useSearchParams();
  const { data: proposal, error } = useProposal(funder, query.get('due') ?? undefined, query.get('left') ?? undefined);
  if (error) throw error;
  return (
    <Frame
      title={proposal ? say('new.title', { funder: proposal.funderName }) : say('title')}
      lead={
        proposal &&
        (proposal.count === 0
          ? say('due.nothing')
          : say('due.text', {
              count: proposal.count,
              totalPence: proposal.totalPence,
              date: sayDay(proposal.executionDate),
            }))
      }
      width="wide"
      above={<BackLink href={paths.paymentRuns()}>{say('back')}</BackLink>}
    >
      {!proposal && <Loading />}
      {proposal && <Proposing proposal={proposal} />}
      {proposal && <Due proposal={proposal} />}
    </Frame>
  );
}

/** Without a funder in its address there is nothing to propose: the runs ask for one. */
export function Page(): ReactNode {
  const [query] = useSearchParams();
  const funder = query.get('funder');
  return (
    <SignedIn action="payment-run.propose">
      {funder ? <Shown funder={funder} /> : <Navigate replace to={paths.paymentRuns()} />}
    </SignedIn>
  );
}
