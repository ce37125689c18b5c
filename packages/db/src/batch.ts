// Several statements as one message to PostgreSQL with one answer: what both sides pay for each message (a write, a read,
// waking the other) is more than what most statements cost. pg itself sends each of its queries apart.

import pg from 'pg';
import { serialize } from 'pg-protocol';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the server keeps its plan; undefined for a text that it is to forget. */
  readonly name: string | undefined;
}

type Reader = (text: string) => unknown;

interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

interface Columns {
  readonly names: readonly string[];
  readonly readers: readonly Reader[];
}

export interface Answer {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Record<string, unknown>[];
}

/** What one session of the server keeps: its named statements, and the columns of each once it has answered. */
export class Learnt {
  readonly #columns = new Map<string, Columns | undefined>();
  /** Those that were sent with a statement that failed: the server does not say whether they came so far. */
  readonly #doubtful = new Set<string>();

  get size(): number {
    return this.#columns.size;
  }

  knows(name: string): boolean {
    return this.#columns.has(name);
  }

  /** Whether what the server may have under this name is to be closed first. */
  begin(name: string): boolean {
    this.#columns.set(name, undefined);
    return this.#doubtful.delete(name);
  }

  columnsOf(name: string): Columns | undefined {
    return this.#columns.get(name);
  }

  answers(name: string, columns: Columns): void {
    if (this.#columns.has(name)) this.#columns.set(name, columns);
  }

  doubt(name: string): void {
    this.#columns.delete(name);
    this.#doubtful.add(name);
  }
}

const NO_COLUMNS: Columns = { names: [], readers: [] };

type Prepare = (value: unknown) => string | Buffer | null;

/** pg's own way to write a value; its types leave it out. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue: Prepare } }).utils;

const written: Prepare = (value) => (typeof value === 'string' ? value : prepareValue(value));

/**
 * A query of pg's that holds statements. The server carries them out in order up to the first that fails, and leaves out the
 * rest; `answers` then fails with its error.
 */
export class Batch extends pg.Query {
  readonly statements: readonly Statement[];
  readonly answers: Promise<readonly Answer[]>;
  readonly #learnt: Learnt;
  readonly #client: pg.ClientBase;
  readonly #values: readonly unknown[][];
  readonly #begun = new Set<string>();
  readonly #done: Answer[] = [];
  #columns: Columns | undefined;
  #rows: Record<string, unknown>[] = [];
  #unreadable: unknown;
  #resolve: (answers: readonly Answer[]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(client: pg.ClientBase, learnt: Learnt, statements: readonly Statement[]) {
    super('');
    this.#client = client;
    this.#learnt = learnt;
    this.statements = statements;
    // Written before anything is sent: a value that cannot be must not leave half a message behind.
    this.#values = statements.map(({ values }) => values.map(written));
    this.answers = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  override submit = ({ stream }: pg.Connection): null => {
    stream.write(Buffer.concat(this.#message()));
    return null;
  };

  #message(): Uint8Array[] {
    const message: Uint8Array[] = [];
    for (const [index, { text, name = '' }] of this.statements.entries()) {
      if (name === '' || !this.#learnt.knows(name)) {
        if (name !== '') {
          if (this.#learnt.begin(name)) message.push(serialize.close({ type: 'S', name }));
          this.#begun.add(name);
        }
        message.push(serialize.parse({ name, text }));
      }
      message.push(serialize.bind({ statement: name, values: [...(this.#values[index] ?? [])] }));
      // What its columns are is asked once: a kept plan whose columns changed fails by itself.
      if (name === '' || this.#learnt.columnsOf(name) === undefined) message.push(serialize.describe({ type: 'P' }));
      message.push(serialize.execute());
    }
    message.push(serialize.sync());
    return message;
  }

  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.#columns = {
      names: fields.map(({ name }) => name),
      readers: fields.map(({ dataTypeID }) => this.#client.getTypeParser(dataTypeID, 'text') as Reader),
    };
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { names, readers } = this.#currentColumns() ?? NO_COLUMNS;
    const row: Record<string, unknown> = {};
    try {
      for (const [index, text] of fields.entries())
        row[names[index] ?? ''] = text === null ? null : readers[index]?.(text);
    } catch (error) {
      this.#unreadable ??= error;
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const name = this.statements[this.#done.length]?.name;
    if (name !== undefined) this.#learnt.answers(name, this.#currentColumns() ?? NO_COLUMNS);
    const [command = ''] = text.split(' ', 1);
    this.#done.push({
      command,
      rowCount: Number.parseInt(text.slice(text.lastIndexOf(' ') + 1), 10) || 0,
      rows: this.#rows,
    });
    this.#columns = undefined;
    this.#rows = [];
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handlePortalSuspended(): void {
    this.#unreadable ??= new Error('rows are read all at once');
  }

  handleCopyInResponse(connection: { readonly sendCopyFail: (why: string) => void }): void {
    connection.sendCopyFail('nothing is copied here');
  }

  handleCopyData(): void {
    this.#unreadable ??= new Error('nothing is copied here');
  }

  handleError(error: unknown): void {
    for (const name of this.#begun) {
      const came = this.statements.findIndex((statement) => statement.name === name) < this.#done.length;
      if (!came) this.#learnt.doubt(name);
    }
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#unreadable === undefined) this.#resolve(this.#done);
    else this.#reject(this.#unreadable);
  }

  /** As the server has just said, or as it said when it was first asked. */
  #currentColumns(): Columns | undefined {
    const name = this.statements[this.#done.length]?.name;
    return this.#columns ?? (name === undefined ? undefined : this.#learnt.columnsOf(name));
  }
}
