// Several rows of a file may be about one thing (a person with three lines of money). What one of them says holds for all:
// a blank cell in a further row takes nothing away, and a row that says otherwise is refused, not preferred.

import { CellError, type Cells } from './cells.ts';

export interface Thing {
  /** The columns by which rows of one thing are known. */
  readonly key: readonly string[];
  /** The columns in which they say the same. */
  readonly columns: readonly string[];
}

const SEPARATOR = '\n';

/** What rows say of each thing, gathered in a first reading of the file and filled in at the second. */
export class ThingsSaid {
  readonly #things: readonly Thing[];
  readonly #said = new Map<string, Record<string, { readonly value: string; readonly row: number }>>();

  constructor(things: readonly Thing[]) {
    this.#things = things;
  }

  #keyOf(index: number, thing: Thing, cells: Cells): string {
    return [String(index), ...thing.key.map((column) => (cells[column] ?? '').trim().toLowerCase())].join(SEPARATOR);
  }

  /** Notes what a row says, where no earlier row did. */
  note(row: number, cells: Cells): void {
    this.#things.forEach((thing, index) => {
      const key = this.#keyOf(index, thing, cells);
      const said = this.#said.get(key) ?? {};
      for (const column of thing.columns) {
        const value = (cells[column] ?? '').trim();
        if (value !== '' && said[column] === undefined) said[column] = { value, row };
      }
      this.#said.set(key, said);
    });
  }

  /** The row with its blanks filled from the others of the same thing. `same` compares two ways to write one cell. */
  complete(row: number, cells: Cells, same: (column: string, a: string, b: string) => boolean): Cells {
    const whole: Record<string, string> = { ...cells };
    this.#things.forEach((thing, index) => {
      const said = this.#said.get(this.#keyOf(index, thing, cells)) ?? {};
      for (const column of thing.columns) {
        const earlier = said[column];
        if (earlier === undefined) continue;
        const value = (cells[column] ?? '').trim();
        if (value === '') whole[column] = earlier.value;
        else if (earlier.row < row && !same(column, earlier.value, value))
          throw new CellError(column, 'import.says_otherwise', { earlierRow: earlier.row });
      }
    });
    return whole;
  }
}
