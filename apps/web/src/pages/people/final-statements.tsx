// The people whose time with the council ended, the latest first, each with a way to their final statement.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useFinalStatements } from '../../features/people/api/edit-person.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="final-statement.view">
      <Shown />
    </SignedIn>
  );
}

function Shown(): ReactNode {
  const say = useWords('people');
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useFinalStatements(cursor);
  if (error) throw error;
  return (
    <Frame title={say('final.title')} lead={say('final.lead')}>
      {!data && <Loading />}
      {data && (
        <DataTable
          caption={say('final.title')}
          captionHidden
          rows={data.items}
          rowKey={({ personId }) => personId}
          empty={<EmptyState title={say('final.none')} />}
          columns={[
            {
              key: 'name',
              heading: say('name'),
              rowHeading: true,
              cell: (one) => <TextLink href={paths.finalStatement(one.personId)}>{one.name}</TextLink>,
            },
            { key: 'reference', heading: say('reference'), cell: (one) => one.reference },
            { key: 'state', heading: say('record.state'), cell: (one) => say(`states.${one.state}`) },
            { key: 'day', heading: say('ending.lastDay'), cell: (one) => sayDate(one.lastDay) },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.finalStatements() : undefined}
        nextHref={data?.nextCursor ? paths.finalStatements(data.nextCursor) : undefined}
      />
    </Frame>
  );
}
