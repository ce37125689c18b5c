// Budgets whose money builds up: a list of questions to ask, where "nothing to do" is the usual answer.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useBuildUp } from '../../features/budgets/api/list-build-up.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="build-up.view">
      <BuildUp />
    </SignedIn>
  );
}

function BuildUp(): ReactNode {
  const say = useWords('budgets');
  const [query] = useSearchParams();
  const cursor = query.get('cursor');
  const list = useBuildUp(cursor);
  if (list.error) throw list.error;
  const { data } = list;
  return (
    <Frame
      title={say('buildUp.title')}
      width="wide"
      lead={
        data &&
        say('buildUp.lead', {
          ...{ count: data.total, weeks: data.limitWeeks, heldWeeks: data.heldLimitWeeks },
          unspentPence: data.unspentPence,
        })
      }
    >
      {!data && <Loading lines={6}>{say('loading')}</Loading>}
      {data && (
        <DataTable
          caption={say('buildUp.caption')}
          captionHidden
          rows={data.items}
          rowKey={(row) => row.lineId}
          empty={<EmptyState title={say('buildUp.none')} />}
          columns={[
            {
              key: 'person',
              heading: say('buildUp.person'),
              rowHeading: true,
              cell: (row) => (
                <>
                  <TextLink href={paths.person(row.personId)}>{row.personName}</TextLink>{' '}
                  <span className="sm-soft sm-small">{row.reference}</span>
                </>
              ),
            },
            { key: 'line', heading: say('buildUp.line'), cell: (row) => row.lineName },
            {
              key: 'weekly',
              heading: say('buildUp.weekly'),
              number: true,
              cell: (row) => <Money pence={row.weeklyPence} />,
            },
            {
              key: 'unspent',
              heading: say('buildUp.unspent'),
              number: true,
              cell: (row) => <Money pence={row.unspentPence} strong />,
            },
            { key: 'weeks', heading: say('buildUp.weeks'), number: true, cell: (row) => row.weeks },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.buildUp() : undefined}
        nextHref={data?.nextCursor ? `${paths.buildUp()}?cursor=${data.nextCursor}` : undefined}
      />
    </Frame>
  );
}
