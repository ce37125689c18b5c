// A provider's money: invoices that made themselves, and the payments that came for them.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type Remittance, remittancePaper, useInvoices, useRemittances } from '../../features/invoices/api/invoices.ts';
import { InvoicesTable } from '../../features/invoices/components/invoices-table.tsx';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

function Remittances(): ReactNode {
  const say = useWords('invoices');
  const { data, error } = useRemittances();
  if (error) throw error;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <p>{say('remittances.none')}</p>;
  return (
    <DataTable<Remittance>
      caption={say('remittances.title')}
      captionHidden
      rows={data.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          heading: say('remittances.number'),
          rowHeading: true,
          cell: (row) => (
            <a className="govuk-link" href={remittancePaper(row.id)}>
              {say('remittances.open', { number: row.number })}
            </a>
          ),
        },
        { key: 'date', heading: say('remittances.date'), cell: (row) => sayDate(row.executionDate) },
        {
          key: 'for',
          heading: say('remittances.for'),
          cell: (row) => row.items.map(({ reference }) => reference).join(', '),
        },
        { key: 'sum', heading: say('total'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
      ]}
    />
  );
}

function Shown(): ReactNode {
  const say = useWords('invoices');
  const { session } = useSession();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const organisationId = session?.roles.find(({ organisationId: own }) => own)?.organisationId ?? undefined;
  const { data, error } = useInvoices({ cursor, organisationId });
  if (error) throw error;
  return (
    <Frame title={say('provider.title')} lead={say('provider.lead')} width="wide">
      <Section title={say('provider.invoices')}>
        {!data && <Loading />}
        {data && data.items.length === 0 && (
          <EmptyState title={say('provider.empty')}>
            <p>{say('provider.emptyText')}</p>
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <>
            <InvoicesTable invoices={data.items} side="provider" caption={say('provider.invoices')} />
            <Pagination
              firstHref={cursor ? paths.providerInvoices() : undefined}
              nextHref={data.nextCursor ? `${paths.providerInvoices()}?cursor=${data.nextCursor}` : undefined}
            />
          </>
        )}
      </Section>
      <Section title={say('remittances.title')} lead={say('remittances.lead')}>
        <Remittances />
      </Section>
      <p>
        <TextLink href={paths.providerWeek()}>{say('provider.week')}</TextLink>
      </p>
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="visit.record">
      <Shown />
    </SignedIn>
  );
}
