// What the bank said of a run, newest first: each thing as it was said, and what came of it.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { Details } from '../../../ui/layout.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type BankEntry, useBankEntries } from '../api/payment-runs.ts';

export function BankWords({ runId }: { readonly runId: string }): ReactNode {
  const say = useWords('payment-runs');
  const { data, error } = useBankEntries(runId);
  if (error) throw error;
  if (!data || data.items.length === 0) return null;
  return (
    <Details summary={say('entries.title')}>
      <DataTable<BankEntry>
        caption={say('entries.title')}
        captionHidden
        dense
        rows={data.items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', heading: say('entries.day'), cell: (row) => sayDate(row.entryDate) },
          {
            key: 'payee',
            heading: say('payee'),
            rowHeading: true,
            cell: (row) => row.payeeName ?? row.endToEndId,
          },
          {
            key: 'said',
            heading: say('entries.said'),
            cell: (row) => `${say(`entries.words.${row.said as 'paid'}`)} ${row.reasonCode ?? ''}`,
          },
          {
            key: 'from',
            heading: say('entries.source'),
            cell: (row) =>
              row.source === 'officer' ? (row.recordedByName ?? '') : say('entries.file', { name: row.source }),
          },
          { key: 'sum', heading: say('entries.moved'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
        ]}
      />
      {data.nextCursor && <p>{say('entries.more')}</p>}
    </Details>
  );
}
