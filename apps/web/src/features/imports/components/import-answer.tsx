// What a file would do or did: control totals first, then what is new and what changes, then every row that is left out.
import type { ReactNode } from 'react';
import { formatPence } from '../../../format/money.ts';
import { Details } from '../../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../../ui/lists.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { ImportAnswer, ImportItem } from '../api/imports.ts';

const MOST_SHOWN = 200;

/** The names of tables and columns in plain words; a name that we have no words for is said as it is. */
function useNames() {
  const say = useWords('imports');
  const plain = (name: string): string => name.replaceAll('_', ' ');
  return {
    noun: (name: string) => say(`nouns.${name}` as 'nouns.people', { defaultValue: plain(name) }),
    field: (name: string) => say(`fields.${name}` as 'fields.amount', { defaultValue: plain(name) }),
  };
}

export function Totals({ totals }: { readonly totals: ImportItem['totals'] }): ReactNode {
  const say = useWords('imports');
  const { noun, field } = useNames();
  const rows = [
    { key: 'accepted', label: say('totals.accepted'), value: String(totals.accepted) },
    { key: 'unchanged', label: say('totals.unchanged'), value: String(totals.unchanged) },
    { key: 'rejected', label: say('totals.rejected'), value: String(totals.rejected) },
    ...(['withoutPlace', 'keptBack'] as const).flatMap((key) =>
      totals[key] > 0 ? [{ key, label: say(`totals.${key}`), value: String(totals[key]) }] : [],
    ),
    ...totals.counts.map(({ name, count }) => ({ key: `count ${name}`, label: noun(name), value: String(count) })),
    ...totals.sums.map(({ name, pence }) => ({ key: `sum ${name}`, label: field(name), value: formatPence(pence) })),
  ];
  return <SummaryList rows={rows} />;
}

export function Changes({ totals }: { readonly totals: ImportItem['totals'] }): ReactNode {
  const say = useWords('imports');
  const { noun } = useNames();
  if (totals.changes.length === 0) return <p>{say('changes.none')}</p>;
  return (
    <DataTable
      caption={say('changes.title')}
      columns={[
        { key: 'what', heading: say('changes.what'), rowHeading: true, cell: (change) => noun(change.noun) },
        { key: 'new', heading: say('changes.new'), number: true, cell: ({ created }) => String(created) },
        { key: 'changed', heading: say('changes.changed'), number: true, cell: ({ changed }) => String(changed) },
      ]}
      rows={totals.changes}
      rowKey={(change) => change.noun}
    />
  );
}

/** Two things may have one name, so each is known by its place. */
function numbered<Row extends object>(rows: readonly Row[]): (Row & { readonly position: number })[] {
  return rows.map((row, position) => ({ ...row, position }));
}

function Shown({ answer }: { readonly answer: ImportAnswer }): ReactNode {
  const say = useWords('imports');
  const { noun, field } = useNames();
  const changed = answer.shown.filter(({ isNew, fields }) => !isNew && fields.length > 0);
  const added = answer.shown.filter(({ isNew }) => isNew);
  return (
    <>
      {changed.length > 0 && (
        <DataTable
          caption={say('changes.each')}
          columns={[
            { key: 'name', heading: say('changes.what'), rowHeading: true, cell: ({ name }) => name },
            { key: 'noun', heading: say('changes.kind'), cell: (change) => noun(change.noun) },
            {
              key: 'fields',
              heading: say('changes.how'),
              cell: ({ fields }) =>
                fields
                  .map(({ field: name, before, after }) =>
                    say('changes.fromTo', {
                      field: field(name),
                      before: before || say('changes.nothing'),
                      after: after || say('changes.nothing'),
                    }),
                  )
                  .join(' '),
            },
          ]}
          rows={numbered(changed)}
          rowKey={({ position }) => String(position)}
        />
      )}
      {added.length > 0 && (
        <Details summary={say('changes.added')}>
          <ul className="govuk-list govuk-list--bullet">
            {numbered(added).map(({ noun: kind, name, position }) => (
              <li key={position}>{say('changes.addedOne', { kind: noun(kind), name })}</li>
            ))}
          </ul>
        </Details>
      )}
      {answer.shown.length === MOST_SHOWN && <p>{say('shown', { count: MOST_SHOWN })}</p>}
    </>
  );
}

function Rows({ caption, rows }: { readonly caption: string; readonly rows: ImportAnswer['rejected'] }): ReactNode {
  const say = useWords('imports');
  if (rows.length === 0) return null;
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          { key: 'row', heading: say('row'), number: true, rowHeading: true, cell: ({ row }) => String(row) },
          { key: 'why', heading: say('why'), cell: ({ message }) => message },
        ]}
        rows={rows.slice(0, MOST_SHOWN)}
        rowKey={({ row, code }) => `${row} ${code}`}
      />
      {rows.length > MOST_SHOWN && <p>{say('shown', { count: MOST_SHOWN })}</p>}
    </>
  );
}

export function ImportAnswerView({ answer }: { readonly answer: ImportAnswer }): ReactNode {
  const say = useWords('imports');
  return (
    <>
      <Totals totals={answer.totals} />
      <Changes totals={answer.totals} />
      <Shown answer={answer} />
      <Rows caption={say('rows')} rows={answer.rejected} />
      <Rows caption={say('noteRows')} rows={answer.notes} />
    </>
  );
}
