// The accounts of one payee, newest first: which one is paid, what waits, and what was there before.
import type { ReactNode } from 'react';
import { sayDateOf, sayDay } from '../../../format/dates.ts';
import { DataTable } from '../../../ui/lists.tsx';
import { Tag, type TagTone } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { PayeeAccount } from '../api/payee-accounts.ts';

const TONES: Readonly<Record<PayeeAccount['state'], TagTone>> = {
  proposed: 'look',
  waiting: 'look',
  'in-force': 'go',
  held: 'harm',
  replaced: 'quiet',
  refused: 'quiet',
};

export function AccountStateTag({ state }: { readonly state: PayeeAccount['state'] }): ReactNode {
  const say = useWords('payee-accounts');
  return <Tag tone={TONES[state]}>{say(`states.${state}`)}</Tag>;
}

const sortCode = (text: string): string => text.replace(/(\d{2})(?=\d)/g, '$1-');

export function useAccountWords() {
  const say = useWords('payee-accounts');
  return {
    /** "12-34-56, account ending 5678" */
    where: (row: PayeeAccount): string => say('where', { sortCode: sortCode(row.sortCode), lastFour: row.lastFour }),
    who: (row: PayeeAccount): string =>
      row.origin === 'payee'
        ? say('byPayee', { name: row.proposedByName ?? '' })
        : row.origin === 'import'
          ? say('byImport', { name: row.proposedByName ?? say('commandLine') })
          : (row.proposedByName ?? ''),
    since: (row: PayeeAccount): string => {
      if (row.state === 'waiting' && row.beginsOn) return say('from', { date: sayDay(row.beginsOn) });
      if (row.state === 'held') return say('heldFor', { code: row.heldCode ?? '' });
      if (row.endedAt) return say('until', { date: sayDateOf(row.endedAt) });
      return row.inForceAt ? say('since', { date: sayDateOf(row.inForceAt) }) : '';
    },
  };
}

export function AccountHistory({ accounts }: { readonly accounts: readonly PayeeAccount[] }): ReactNode {
  const say = useWords('payee-accounts');
  const { where, who, since } = useAccountWords();
  return (
    <DataTable<PayeeAccount>
      caption={say('history')}
      captionHidden
      dense
      rows={accounts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'where', heading: say('account'), rowHeading: true, cell: where },
        { key: 'state', heading: say('state'), cell: (row) => <AccountStateTag state={row.state} /> },
        { key: 'when', heading: say('when'), cell: since },
        { key: 'who', heading: say('proposedBy'), cell: (row) => `${who(row)}, ${sayDateOf(row.proposedAt)}` },
        { key: 'second', heading: say('releasedBy'), cell: (row) => row.releasedByName ?? say('noOne') },
        ...(accounts.some(({ note }) => note)
          ? [{ key: 'note', heading: say('note'), cell: (row: (typeof accounts)[number]) => row.note }]
          : []),
      ]}
    />
  );
}
