// Invoices as rows: who, for when, how much, where it stands. The same table for provider, payer and finance.
import type { ReactNode } from 'react';
import { sayDate, sayPeriod } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { InvoiceSummary } from '../api/invoices.ts';
import { InvoiceStateTag } from './invoice-words.tsx';

export function InvoicesTable({
  invoices,
  side,
  caption,
}: {
  readonly invoices: readonly InvoiceSummary[];
  readonly side: 'provider' | 'payer' | 'finance';
  readonly caption: string;
}): ReactNode {
  const say = useWords('invoices');
  const columns: Column<InvoiceSummary>[] = [
    {
      key: 'number',
      heading: say('number'),
      rowHeading: true,
      cell: (row) => (
        <>
          <TextLink href={paths.invoice(row.id)}>{row.number}</TextLink>
          {row.kind === 'credit-note' && <span className="sm-small"> {say('credit.note')}</span>}
        </>
      ),
    },
    ...(side === 'provider'
      ? []
      : [{ key: 'from', heading: say('from'), cell: (row: InvoiceSummary) => row.organisationName }]),
    ...(side === 'payer'
      ? []
      : [
          {
            key: 'payer',
            heading: say('payer'),
            cell: (row: InvoiceSummary) => say(`payerKinds.${row.payerKind}`, { name: row.payerName }),
          },
        ]),
    { key: 'period', heading: say('period'), cell: (row) => sayPeriod(row.periodStart, row.periodEnd) },
    { key: 'due', heading: say('due'), cell: (row) => row.kind === 'invoice' && sayDate(row.dueDate) },
    { key: 'state', heading: say('state'), cell: (row) => <InvoiceStateTag invoice={row} /> },
    { key: 'total', heading: say('total'), number: true, cell: (row) => <Money pence={row.totalPence} /> },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={invoices}
      rowKey={({ id }) => id}
      dense={side === 'finance'}
    />
  );
}
