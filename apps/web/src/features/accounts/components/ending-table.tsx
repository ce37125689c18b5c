// A long list with a button in each row that ends what the row says, once it was asked whether that is really meant.
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormState } from '../../../ui/form.tsx';
import { Loading } from '../../../ui/layout.tsx';
import { type Column, DataTable } from '../../../ui/lists.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import type { LongList } from '../api/long-list.ts';

export type EndingTableProps<Row> = {
  readonly list: LongList<Row>;
  readonly caption: string;
  readonly empty?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly end: {
    /** The button's words, and whom it is about for those who hear them alone. */
    readonly button: string;
    readonly about: (row: Row) => string;
    /** What stands in the place of the button; null where there is one. */
    readonly instead: (row: Row) => string | null;
    readonly title: string;
    readonly text: (row: Row) => string;
    readonly yes: string;
  };
};

export function EndingTable<Row extends { readonly id: string }>(props: EndingTableProps<Row>): ReactNode {
  const { list, caption, empty, columns, end } = props;
  const say = useWords('accounts');
  const [asked, setAsked] = useState<Row | null>(null);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  if (!list.rows) return <Loading />;
  const confirm = form.onSubmit(async () => {
    if (!asked) return;
    try {
      await list.end(asked.id);
    } finally {
      setAsked(null);
    }
  });
  const action: Column<Row> = {
    key: 'action',
    heading: say('accounts.action'),
    cell: (row) =>
      end.instead(row) ?? (
        <Button look="secondary" small about={end.about(row)} onPress={() => setAsked(row)}>
          {end.button}
        </Button>
      ),
  };
  return (
    <>
      {form.summary}
      <DataTable
        caption={caption}
        captionHidden
        empty={empty}
        rows={list.rows}
        rowKey={({ id }) => id}
        columns={[...columns, action]}
      />
      {list.hasMore && (
        <Button look="secondary" busy={list.readingMore} onPress={list.readMore}>
          {say('accounts.more')}
        </Button>
      )}
      <Dialog
        open={asked !== null}
        title={end.title}
        confirm={end.yes}
        cancel={say('accounts.endNo')}
        danger
        busy={form.busy}
        onConfirm={() => confirm()}
        onCancel={() => setAsked(null)}
      >
        <p>{asked && end.text(asked)}</p>
      </Dialog>
    </>
  );
}
