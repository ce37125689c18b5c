// The finance desk's first page: every exception, longest waiting first, with its cause and both amounts in one row.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type Exception, type ExceptionState, useExceptions } from '../../features/exceptions/api/exceptions.ts';
import { MoneyExceptions } from '../../features/money-exceptions/components/money-exceptions.tsx';
import { londonTime, sayDay, sayShortDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading, SubNav } from '../../ui/layout.tsx';
import { type Column, DataTable, Pagination } from '../../ui/lists.tsx';
import { Tag } from '../../ui/marks.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

const STATES = ['open', 'settled'] as const satisfies readonly ExceptionState[];

function columnsFor(
  state: ExceptionState,
  say: ReturnType<typeof useWords<'exceptions'>>,
): readonly Column<Exception>[] {
  return [
    {
      key: 'who',
      heading: say('who'),
      rowHeading: true,
      cell: (row) => (
        <TextLink href={paths.financeException(row.id)} about={say('about', { date: sayDay(row.serviceDate) })}>
          {row.personName}
        </TextLink>
      ),
    },
    { key: 'provider', heading: say('provider'), cell: (row) => row.organisationName },
    { key: 'day', heading: say('day'), cell: (row) => sayShortDate(row.serviceDate) },
    {
      key: 'cause',
      heading: say('cause'),
      cell: (row) => (
        <>
          <Tag tone="look">{say(`causes.${row.kind}`)}</Tag>
          {row.proposal && <span className="sm-small"> {say('second.waits')}</span>}
        </>
      ),
    },
    { key: 'agreed', heading: say('agreed'), number: true, cell: (row) => <Money pence={row.expectedPence} /> },
    { key: 'recorded', heading: say('recorded'), number: true, cell: (row) => <Money pence={row.foundPence} /> },
    state === 'open'
      ? {
          key: 'difference',
          heading: say('difference'),
          number: true,
          cell: (row) => <Money pence={row.differencePence} strong />,
        }
      : {
          key: 'settled',
          heading: say('settledAt'),
          number: true,
          cell: (row) => (row.settledPence === null ? say('withdrawn') : <Money pence={row.settledPence} strong />),
        },
    {
      key: 'since',
      heading: say(`since.${state}`),
      cell: (row) => sayShortDate(londonTime(row.raisedAt).toPlainDate().toString()),
    },
  ];
}

function Shown(): ReactNode {
  const say = useWords('exceptions');
  const { may } = useSession();
  const [query] = useSearchParams();
  const state = STATES.find((one) => one === query.get('state')) ?? 'open';
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useExceptions({ state, cursor });
  if (error) throw error;
  return (
    <Frame title={say('title')} lead={say(`lead.${state}`)} width="wide">
      <SubNav
        label={say('filter')}
        items={STATES.map((one) => ({
          href: paths.financeExceptions(one),
          label: say(`states.${one}`),
          current: state === one,
        }))}
      />
      <MoneyExceptions state={state} maySettle={may('exception.settle')} />
      {!data && <Loading />}
      {data && data.items.length === 0 && (
        <EmptyState title={say(`empty.${state}`)}>{state === 'open' && <p>{say('emptyText')}</p>}</EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <DataTable<Exception>
            caption={say('title')}
            captionHidden
            dense
            rows={data.items}
            rowKey={({ id }) => id}
            columns={columnsFor(state, say)}
          />
          <Pagination
            firstHref={cursor ? paths.financeExceptions(state) : undefined}
            nextHref={data.nextCursor ? paths.financeExceptions(state, data.nextCursor) : undefined}
          />
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="exception.view">
      <Shown />
    </SignedIn>
  );
}
