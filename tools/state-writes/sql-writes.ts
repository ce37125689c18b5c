// Reads what an SQL statement writes: which table, which columns, and where each column's value comes from. It knows as much
// of the language as that needs, and says so where it cannot read on.

/** A value that was put into the text of a statement: `$1` is the first. */
export const placeholder = (index: number): string => ` $${index} `;

export interface SqlWrite {
  readonly kind: 'insert' | 'update';
  /** As it is spelt, or the placeholder that stands for it. */
  readonly table: string;
  /** By column: the words of its value; null where they could not be told apart. */
  readonly columns: ReadonlyMap<string, readonly string[] | null>;
  /** Columns that `on conflict do update` sets. */
  readonly onConflict: readonly string[];
  /** False where a placeholder stands for columns. */
  readonly isReadable: boolean;
}

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]+"|\$\d+|\$\w*\$|::|[A-Za-z_][\w]*|\d+(?:\.\d+)?|\S/g;

function tokensOf(text: string): string[] {
  return (text.match(TOKEN) ?? [])
    .filter((token) => !/^(--|\/\*|\$\w*[A-Za-z_]?\w*\$$)/.test(token))
    .map((token) => (/^[A-Za-z_]/.test(token) ? token.toLowerCase() : token.replaceAll('"', '')));
}

const isPlaceholder = (token: string | undefined): boolean => /^\$\d+$/.test(token ?? '');

/** The tokens from `start` up to the first of `ends` outside brackets, cut at commas outside brackets. */
function partsFrom(
  tokens: readonly string[],
  start: number,
  ends: ReadonlySet<string>,
): { readonly parts: readonly (readonly string[])[]; readonly next: number } {
  const parts: string[][] = [[]];
  let depth = 0;
  let at = start;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (depth === 0 && ends.has(token)) break;
    if (token === '(' || token === '[') depth += 1;
    if (token === ')' || token === ']') depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && token === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return { parts, next: at };
}

const SET_ENDS = new Set(['where', 'from', 'returning', ';']);
const SELECT_ENDS = new Set(['from', 'where', 'on', 'returning', 'union', ';']);

interface SetList {
  readonly columns: ReadonlyMap<string, readonly string[] | null>;
  readonly isReadable: boolean;
}

function readSet(tokens: readonly string[], start: number): SetList {
  const columns = new Map<string, readonly string[] | null>();
  let isReadable = true;
  for (const part of partsFrom(tokens, start, SET_ENDS).parts) {
    if (part[0] === '(') {
      for (const token of part.slice(1, part.indexOf(')'))) if (token !== ',') columns.set(token, null);
    } else if (part.length > 0 && part[1] !== '=') isReadable = false;
    else if (part[0] !== undefined) columns.set(part[0], part.slice(2));
  }
  return { columns, isReadable };
}

function readInsert(tokens: readonly string[], at: number): SqlWrite {
  const table = tokens[at + 2] ?? '';
  let next = at + 3;
  if (tokens[next] === 'as') next += 2;
  const names: string[] = [];
  let isReadable = tokens[next] === '(';
  if (isReadable) {
    const list = partsFrom(tokens, next + 1, new Set([')']));
    for (const part of list.parts) {
      if (part.length !== 1 || isPlaceholder(part[0])) isReadable = false;
      names.push(part.join(' '));
    }
    next = list.next + 1;
  }
  const columns = new Map<string, readonly string[] | null>(names.map((name) => [name, null]));
  const take = (values: readonly (readonly string[])[]): void => {
    // What stands after `made.*` could be any column.
    const star = values.findIndex((value) => value.at(-1) === '*');
    names.forEach((name, index) => {
      if (star === -1 || index < star) columns.set(name, values[index] ?? null);
    });
  };
  if (tokens[next] === 'select') take(partsFrom(tokens, next + 1, SELECT_ENDS).parts);
  if (tokens[next] === 'values' && tokens[next + 1] === '(') {
    const tuple = partsFrom(tokens, next + 2, new Set([')']));
    // Further rows could hold other values.
    if (tokens[tuple.next + 1] !== ',') take(tuple.parts);
  }
  const conflict = conflictAfter(tokens, next);
  const set = conflict === null ? null : readSet(tokens, conflict);
  return {
    kind: 'insert',
    table,
    columns,
    onConflict: [...(set?.columns.keys() ?? [])],
    isReadable: isReadable && (set?.isReadable ?? true),
  };
}

/** Where the columns of `do update set` begin, in the same statement; null where there is none. */
function conflictAfter(tokens: readonly string[], start: number): number | null {
  for (let at = start; at < tokens.length && tokens[at] !== ';' && tokens[at] !== 'insert'; at += 1)
    if (tokens[at] === 'do' && tokens[at + 1] === 'update' && tokens[at + 2] === 'set') return at + 3;
  return null;
}

/** Everything that the text inserts or updates, also where it is only part of a statement. */
export function sqlWrites(text: string): SqlWrite[] {
  const tokens = tokensOf(text);
  const writes: SqlWrite[] = [];
  tokens.forEach((token, at) => {
    if ((token === 'insert' || token === 'merge') && tokens[at + 1] === 'into') {
      if (token === 'insert') writes.push(readInsert(tokens, at));
      else
        writes.push({
          kind: 'update',
          table: tokens[at + 2] ?? '',
          columns: new Map(),
          onConflict: [],
          isReadable: false,
        });
    }
    if (token !== 'update' || tokens[at - 1] === 'for' || tokens[at - 1] === 'do') return;
    const name = tokens[at + 1] === 'only' ? at + 2 : at + 1;
    const set = [name + 1, name + 2, name + 3].find((index) => tokens[index] === 'set');
    if (set === undefined) return;
    writes.push({ kind: 'update', table: tokens[name] ?? '', onConflict: [], ...readSet(tokens, set + 1) });
  });
  return writes;
}
