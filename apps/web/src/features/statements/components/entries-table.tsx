// What came in and went out, row by row, with what is left after each.
import { UNIT_NAMES, unitFacts } from '@support-market/domain/listings/prices';
import type { ReactNode } from 'react';
import { sayDay, sayShortDate } from '../../../format/dates.ts';
import { DataTable } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { StatementEntry } from '../api/view-statement.ts';

function useEntryWords(): (entry: StatementEntry) => { readonly what: string; readonly detail: string } {
  const say = useWords('statements');
  const sayUnit = useWords('units');
  const amount = (entry: StatementEntry): string | null => {
    if (entry.isShare) return say('part');
    const unit = UNIT_NAMES.find((one) => one === entry.unit);
    if (unit === undefined) return null;
    const hours = Math.floor((entry.minutes ?? 0) / 60);
    const minutes = (entry.minutes ?? 0) % 60;
    const counted =
      unitFacts(unit).minutes !== undefined
        ? [
            hours > 0 && say('hours', { count: hours }),
            (minutes > 0 || hours === 0) && say('minutes', { count: minutes }),
          ]
            .filter(Boolean)
            .join(' ')
        : sayUnit(`count.${unit}`, { count: entry.quantity ?? 1 });
    return entry.unitPricePence === null
      ? counted
      : say('at', { amount: counted, pricePence: entry.unitPricePence, each: sayUnit(`each.${unit}`) });
  };
  return (entry) => {
    const what = entry.what ?? say(`codes.${entry.code}`);
    const detail = [
      amount(entry),
      entry.serviceDate !== null && entry.serviceDate !== entry.date && say('on', { day: sayDay(entry.serviceDate) }),
      entry.code === 'pay-in' &&
        entry.fromDate !== null &&
        entry.toDate !== null &&
        say('forDays', { from: sayShortDate(entry.fromDate), to: sayShortDate(entry.toDate) }),
      entry.invoiceNumber !== null && say('invoice', { number: entry.invoiceNumber }),
    ];
    return {
      what: entry.organisationName ? `${entry.organisationName}: ${what}` : what,
      detail: detail.filter(Boolean).join(', '),
    };
  };
}

export function EntriesTable({
  entries,
  caption,
}: {
  readonly entries: readonly StatementEntry[];
  readonly caption: string;
}): ReactNode {
  const say = useWords('statements');
  const words = useEntryWords();
  const rows = entries.map((entry, index) => ({ entry, key: `${entry.date} ${index}`, ...words(entry) }));
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      empty={<p>{say('none')}</p>}
      columns={[
        { key: 'date', heading: say('date'), cell: (row) => sayShortDate(row.entry.date) },
        {
          key: 'what',
          heading: say('what'),
          rowHeading: true,
          cell: (row) => (
            <>
              {row.what}
              {row.detail && <span className="sm-soft sm-small sm-under">{row.detail}</span>}
            </>
          ),
        },
        {
          key: 'in',
          heading: say('in'),
          number: true,
          cell: (row) => row.entry.inPence > 0 && <Money pence={row.entry.inPence} />,
        },
        {
          key: 'out',
          heading: say('out'),
          number: true,
          cell: (row) => row.entry.outPence > 0 && <Money pence={row.entry.outPence} />,
        },
        {
          key: 'balance',
          heading: say('balance'),
          number: true,
          cell: (row) => <Money pence={row.entry.balancePence} />,
        },
      ]}
    />
  );
}
