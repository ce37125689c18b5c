// Every funder: whose money it is, what it pays from, and what waits to be paid with it.
import type { ReactNode } from 'react';
import { type FunderSummary, useFunders } from '../../features/funders/api/funders.ts';
import { PayingFrom } from '../../features/funders/components/paying-from.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { Loading } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('funders');
  const { may } = useSession();
  const { data, error } = useFunders();
  if (error) throw error;
  return (
    <Frame title={say('title')} lead={say('lead')} width="wide">
      {!data && <Loading />}
      {data && (
        <DataTable<FunderSummary>
          caption={say('title')}
          captionHidden
          dense
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              heading: say('funder'),
              rowHeading: true,
              cell: (row) => <TextLink href={paths.funder(row.id)}>{row.name}</TextLink>,
            },
            { key: 'kind', heading: say('kind'), cell: (row) => say(`kinds.${row.kind}`) },
            { key: 'from', heading: say('paysFrom'), cell: (row) => <PayingFrom funder={row} /> },
            {
              key: 'due',
              heading: say('due'),
              cell: (row) => (row.dueCount === 0 ? say('nothingDue') : say('dueText', { count: row.dueCount })),
            },
            { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.duePence} /> },
          ]}
        />
      )}
      {may('funder.add') && (
        <ButtonRow>
          <LinkButton href={paths.addFunder()} look="secondary">
            {say('add.open')}
          </LinkButton>
        </ButtonRow>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="funder.view">
      <Shown />
    </SignedIn>
  );
}
