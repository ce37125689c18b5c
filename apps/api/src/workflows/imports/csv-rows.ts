// Reads the rows of a table that somebody saved: its layout is found by its heading, and what several rows of one thing say
// alike is said by each of them.

import { parseDate } from '@support-market/domain/shared/local-time';
import { parsePounds } from '@support-market/domain/shared/money';
import type { Cells } from '../../features/imports/cells.ts';
import { chooseLayout, headingOf, type Layout } from '../../features/imports/layouts.ts';
import { ThingsSaid } from '../../features/imports/things.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { type CsvItem, readCsv, readHeading } from '../../ports/csv/read-csv.ts';
import type { ColumnsOfPlan, RowSource } from './import-plan.ts';

/** The layout of a file: the named one, or the one that its heading fits. Throws ProblemError where none does. */
async function layoutOfFile(
  file: string,
  layouts: readonly [Layout, ...Layout[]],
  name: string | undefined,
): Promise<{ readonly layout: Layout; readonly heading: readonly string[] }> {
  const heading = await readHeading(file);
  if (!heading.ok) throw new ProblemError(heading.code, heading.details ? { details: heading.details } : {});
  const chosen = chooseLayout(layouts, heading.value, name);
  if (!chosen.ok) throw new ProblemError(chosen.code, chosen.details ? { details: chosen.details } : {});
  return { layout: chosen.value, heading: heading.value };
}

/** The rows of a file in our own names for its columns, and the heading that the person sees for each. */
async function* rowsOf(file: string, layout: Layout, heading: readonly string[]) {
  const columns = layout.columns.flatMap((column) => {
    const found = headingOf(column, heading);
    return found === undefined ? [] : [{ name: column.name, heading: found }];
  });
  const blanks = Object.fromEntries(layout.columns.map(({ name }) => [name, '']));
  const opened = await readCsv(file, { required: columns.map((column) => column.heading), otherColumns: 'ignore' });
  if (!opened.ok) throw new ProblemError(opened.code, opened.details ? { details: opened.details } : {});
  for await (const item of opened.value as AsyncGenerator<CsvItem<string>, void, void>) {
    if (item.kind === 'fault') yield item;
    else
      yield {
        kind: 'row' as const,
        row: item.row,
        cells: {
          ...blanks,
          ...Object.fromEntries(columns.map(({ name, heading: seen }) => [name, item.cells[seen] ?? ''])),
        } as Cells,
      };
  }
}

/** Whether two cells say the same, however they are written. */
function saysSame(_column: string, a: string, b: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s,£-]+/g, '');
  if (bare(a) === bare(b)) return true;
  const days = [parseDate(a), parseDate(b)] as const;
  if (days[0].ok && days[1].ok) return days[0].value.equals(days[1].value);
  const amounts = [parsePounds(a), parsePounds(b)] as const;
  return amounts[0].ok && amounts[1].ok && amounts[0].value === amounts[1].value;
}

/** `name` is that of the layout; told by the heading when left out. Throws ProblemError where the file has no layout of ours. */
export async function openCsvRows(
  file: string,
  plan: ColumnsOfPlan,
  name: string | undefined,
): Promise<RowSource<Cells>> {
  const { layout, heading } = await layoutOfFile(file, plan.layouts, name);
  const isOwn = layout.fits === 'own';
  // A plan takes several layouts of ours, and each thing is known by the columns of its own.
  const things = plan.things.filter(({ key }) =>
    key.every((column) => layout.columns.some((one) => one.name === column)),
  );
  const said = new ThingsSaid(isOwn ? things : []);
  if (isOwn && things.length > 0)
    for await (const item of rowsOf(file, layout, heading)) if (item.kind === 'row') said.note(item.row, item.cells);
  const headings = new Map(layout.columns.map((column) => [column.name, headingOf(column, heading) ?? column.name]));
  return {
    layout,
    rows: async function* () {
      for await (const item of rowsOf(file, layout, heading))
        yield item.kind === 'fault' ? item : { kind: 'row', row: item.row, given: item.cells };
    },
    // A cell that says other than the same thing's before is a fault of its row, so it is found when the row is read.
    complete: (row, cells) => said.complete(row, cells, saysSame),
    headingOf: (column) => headings.get(column) ?? column,
  };
}
