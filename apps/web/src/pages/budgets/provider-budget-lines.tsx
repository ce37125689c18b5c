// The workspace of an organisation that holds people's money: each purse, what is to be paid from them, and what is coming in.
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useHeldLines } from '../../features/budgets/api/list-held-lines.ts';
import {
  type InvoiceToPay,
  useInvoicesToPay,
  usePayIns,
  useSettleInvoice,
} from '../../features/budgets/api/pay-from-lines.ts';
import { sayDate, sayShortDate } from '../../format/dates.ts';
import { formatPence } from '../../format/money.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Tag } from '../../ui/marks.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="budget-line.view">
      <Funds />
    </SignedIn>
  );
}

function Funds(): ReactNode {
  const say = useWords('budgets');
  const [query] = useSearchParams();
  const cursor = query.get('cursor');
  const lines = useHeldLines(cursor);
  if (lines.error) throw lines.error;
  return (
    <Frame title={say('budgetLines.title')} lead={say('budgetLines.lead')} width="wide">
      {!lines.data && <Loading lines={6}>{say('loading')}</Loading>}
      {lines.data && (
        <DataTable
          caption={say('budgetLines.caption')}
          captionHidden
          rows={lines.data.items}
          rowKey={(line) => line.id}
          empty={<EmptyState title={say('budgetLines.none')}>{say('budgetLines.noneText')}</EmptyState>}
          columns={[
            {
              key: 'person',
              heading: say('budgetLines.person'),
              rowHeading: true,
              cell: (line) => (
                <>
                  {line.personName}
                  <br />
                  <span className="sm-small sm-soft">
                    {say('budgetLines.line', { line: line.name, date: sayDate(line.endsOn) })}
                  </span>
                </>
              ),
            },
            { key: 'in', heading: say('budgetLines.in'), number: true, cell: (line) => <Money pence={line.inPence} /> },
            {
              key: 'out',
              heading: say('budgetLines.out'),
              number: true,
              cell: (line) => <Money pence={line.outPence} />,
            },
            {
              key: 'left',
              heading: say('budgetLines.left'),
              number: true,
              cell: (line) => <Money pence={line.leftPence} strong />,
            },
            {
              key: 'limit',
              heading: say('budgetLines.limit'),
              number: true,
              cell: (line) => line.limitPence !== null && <Money pence={line.limitPence} />,
            },
            {
              key: 'state',
              heading: say('budgetLines.state'),
              cell: (line) =>
                line.over ? (
                  <Tag tone="look">{say('budgetLines.over')}</Tag>
                ) : (
                  <Tag tone="quiet">{say('budgetLines.fine')}</Tag>
                ),
            },
            {
              key: 'statement',
              heading: say('budgetLines.statement'),
              hideLabel: true,
              cell: (line) => (
                <TextLink
                  href={paths.personStatement(line.personId, line.id)}
                  about={say('about', { line: line.personName })}
                >
                  {say('budgetLines.statement')}
                </TextLink>
              ),
            },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.providerBudgetLines() : undefined}
        nextHref={lines.data?.nextCursor ? `${paths.providerBudgetLines()}?cursor=${lines.data.nextCursor}` : undefined}
      />
      <ToPay />
      <ComingIn />
    </Frame>
  );
}

function doing({ totalPence }: InvoiceToPay, own: boolean) {
  if (totalPence < 0) return own ? 'budgetLines.putBack' : 'budgetLines.gotBack';
  return own ? 'budgetLines.drawDown' : 'budgetLines.paid';
}

function ToPay(): ReactNode {
  const say = useWords('budgets');
  const problemWords = useProblemWords();
  const { session } = useSession();
  const invoices = useInvoicesToPay();
  const settle = useSettleInvoice();
  const [done, setDone] = useState<InvoiceToPay | null>(null);
  if (invoices.error) throw invoices.error;
  if (settle.error && !isProblem(settle.error)) throw settle.error;
  const ours = new Set(session.roles.map(({ organisationId }) => organisationId));
  return (
    <Section title={say('budgetLines.pay')} lead={say('budgetLines.payLead')}>
      {done && (
        <Notice kind="success" live>
          <p>
            {say(done.totalPence < 0 ? 'budgetLines.doneBack' : 'budgetLines.done', {
              number: done.number,
              amountPence: Math.abs(done.totalPence),
            })}
          </p>
        </Notice>
      )}
      {isProblem(settle.error) && (
        <Notice kind="harm" live>
          <p>{problemWords(settle.error.code, settle.error.details)}</p>
        </Notice>
      )}
      {!invoices.data && <Loading />}
      {invoices.data && (
        <DataTable
          caption={say('budgetLines.pay')}
          captionHidden
          rows={invoices.data.items}
          rowKey={(invoice) => invoice.id}
          empty={<p>{say('budgetLines.payNone')}</p>}
          columns={[
            {
              key: 'invoice',
              heading: say('budgetLines.invoice'),
              rowHeading: true,
              cell: (invoice) => <TextLink href={paths.invoice(invoice.id)}>{invoice.number}</TextLink>,
            },
            { key: 'provider', heading: say('budgetLines.provider'), cell: (invoice) => invoice.organisationName },
            {
              key: 'due',
              heading: say('budgetLines.due'),
              cell: (invoice) => invoice.totalPence > 0 && sayShortDate(invoice.dueDate),
            },
            {
              key: 'amount',
              heading: say('budgetLines.amount'),
              number: true,
              cell: (invoice) => <Money pence={invoice.totalPence} />,
            },
            {
              key: 'do',
              heading: say('budgetLines.do'),
              hideLabel: true,
              cell: (invoice) =>
                invoice.canPayNow || invoice.totalPence < 0 ? (
                  <Button
                    small
                    look="secondary"
                    busy={settle.isPending && settle.variables.id === invoice.id}
                    about={say('budgetLines.aboutInvoice', {
                      number: invoice.number,
                      provider: invoice.organisationName,
                    })}
                    onPress={() =>
                      void settle.mutateAsync(invoice).then(
                        () => setDone(invoice),
                        () => setDone(null),
                      )
                    }
                  >
                    {say(doing(invoice, ours.has(invoice.organisationId)), {
                      amount: formatPence(Math.abs(invoice.totalPence)),
                    })}
                  </Button>
                ) : (
                  <span className="sm-small sm-soft">{say('budgetLines.notYet')}</span>
                ),
            },
          ]}
        />
      )}
      {invoices.data?.nextCursor && <TextLink href={paths.invoices()}>{say('budgetLines.payAll')}</TextLink>}
    </Section>
  );
}

type PayInState = 'due' | 'paying' | 'paid' | 'stopped';

function ComingIn(): ReactNode {
  const say = useWords('budgets');
  const payIns = usePayIns();
  if (payIns.error) throw payIns.error;
  return (
    <Section title={say('budgetLines.payIns')}>
      {!payIns.data && <Loading />}
      {payIns.data && (
        <DataTable
          caption={say('budgetLines.payIns')}
          captionHidden
          rows={payIns.data.items}
          rowKey={(payIn) => payIn.id}
          empty={<p>{say('budgetLines.payInsNone')}</p>}
          columns={[
            { key: 'person', heading: say('budgetLines.person'), rowHeading: true, cell: (payIn) => payIn.personName },
            {
              key: 'days',
              heading: say('budgetLines.forDays'),
              cell: (payIn) =>
                say('budget.year', { from: sayShortDate(payIn.fromDate), to: sayShortDate(payIn.toDate) }),
            },
            {
              key: 'amount',
              heading: say('budgetLines.amount'),
              number: true,
              cell: (payIn) => <Money pence={payIn.amountPence} />,
            },
            {
              key: 'state',
              heading: say('budgetLines.payInState'),
              hideLabel: true,
              cell: (payIn) => (
                <Tag tone={payIn.state === 'paid' ? 'go' : 'plain'}>
                  {say(`budgetLines.states.${payIn.state as PayInState}`)}
                </Tag>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
