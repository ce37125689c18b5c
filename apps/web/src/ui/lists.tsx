// Answers in order: a summary of facts, a table that becomes cards on a phone, pages of a long list.
// biome-ignore-all lint/a11y/noRedundantRoles: a table drawn as cards (display: block) loses its roles in some browsers
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { classes, useKit } from './kit.tsx';

export type SummaryRow = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly action?: ReactNode;
};

export function SummaryList({
  rows,
  plain,
}: {
  readonly rows: readonly SummaryRow[];
  readonly plain?: boolean;
}): ReactNode {
  return (
    <dl className={classes('govuk-summary-list', plain && 'govuk-summary-list--no-border')}>
      {rows.map((row) => (
        <div
          key={row.key}
          className={classes('govuk-summary-list__row', !row.action && 'govuk-summary-list__row--no-actions')}
        >
          <dt className="govuk-summary-list__key">{row.label}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.action && <dd className="govuk-summary-list__actions">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

export type Column<Row> = {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Money and other numbers stand to the right, in figures of one width. */
  readonly number?: boolean;
  /** Names the row; at most one column. */
  readonly rowHeading?: boolean;
  readonly sortable?: boolean;
  /** Kept from the cards on a phone where the heading says nothing: a button's column. */
  readonly hideLabel?: boolean;
};

export type DataTableProps<Row> = {
  /** Always there; a heading above may make it hidden to the eye. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: { readonly key: string; readonly descending: boolean };
  readonly onSort?: (sort: { readonly key: string; readonly descending: boolean }) => void;
  readonly foot?: readonly {
    readonly key: string;
    readonly cell: ReactNode;
    readonly number?: boolean;
    readonly span?: number;
  }[];
  /** Closer rows for desks that read hundreds. */
  readonly dense?: boolean;
  readonly empty?: ReactNode;
  /** The row that is open or chosen. */
  readonly current?: (row: Row) => boolean;
};

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, captionHidden, columns, rows, rowKey, sort, onSort, foot, dense, empty, current } = props;
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="sm-table-frame">
      <table role="table" className={classes('sm-table', dense && 'sm-table--dense')}>
        <caption className={captionHidden ? 'govuk-visually-hidden' : 'sm-table__caption'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => {
              const sorted = sort?.key === column.key;
              return (
                <th
                  key={column.key}
                  role="columnheader"
                  scope="col"
                  className={classes(column.number && 'sm-table__number')}
                  aria-sort={
                    column.sortable ? (sorted ? (sort.descending ? 'descending' : 'ascending') : 'none') : undefined
                  }
                >
                  {column.sortable && onSort ? (
                    <button
                      type="button"
                      className="sm-table__sort"
                      onClick={() => onSort({ key: column.key, descending: sorted ? !sort.descending : false })}
                    >
                      {column.heading}
                      <Icon name={sorted && sort.descending ? 'down' : 'up'} size={18} />
                    </button>
                  ) : (
                    column.heading
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" aria-current={current?.(row) || undefined}>
              {columns.map((column) => {
                const content = (
                  <>
                    {!column.hideLabel && (
                      <span className="sm-table__label" aria-hidden="true">
                        {column.heading}
                      </span>
                    )}
                    <span className="sm-table__value">{column.cell(row)}</span>
                  </>
                );
                const className = classes(column.number && 'sm-table__number', column.rowHeading && 'sm-table__name');
                return column.rowHeading ? (
                  <th key={column.key} role="rowheader" scope="row" className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={column.key} role="cell" className={className}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot role="rowgroup">
            <tr role="row">
              {foot.map((cell) => (
                <td
                  key={cell.key}
                  role="cell"
                  colSpan={cell.span}
                  className={classes(cell.number && 'sm-table__number')}
                >
                  {cell.cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

export type PaginationProps = {
  /** A long list is read onwards, by key, and from the start again. */
  readonly firstHref?: string | undefined;
  /** Only where the page's address says what was before; elsewhere the browser's own "back" leads there. */
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** "1 to 24 of 300". */
  readonly children?: ReactNode;
};

export function Pagination({ firstHref, previousHref, nextHref, children }: PaginationProps): ReactNode {
  const { labels, Link } = useKit();
  if (!firstHref && !previousHref && !nextHref && !children) return null;
  return (
    <nav className="sm-pagination" aria-label={labels.pages}>
      {firstHref && (
        <Link href={firstHref} className="sm-button sm-button--secondary">
          <Icon name="back" /> <span>{labels.first}</span>
        </Link>
      )}
      {previousHref && (
        <Link href={previousHref} rel="prev" className="sm-button sm-button--secondary">
          <Icon name="back" /> <span>{labels.previous}</span>
        </Link>
      )}
      {children && <p className="sm-pagination__where">{children}</p>}
      {nextHref && (
        <Link href={nextHref} rel="next" className="sm-button sm-button--secondary">
          <span>{labels.next}</span> <Icon name="forward" />
        </Link>
      )}
    </nav>
  );
}
