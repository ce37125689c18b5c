// What a distributed engine (Citus) refuses of a statement, judged on the tree that PostgreSQL's own parser makes of it.
// Each rule stands in docs/how-to/outgrow-one-machine.md with what the engine said.

import { loadModule, parsePlPgSQLSync, parseSync } from 'libpg-query';

export type RuleName =
  | 'one part that writes'
  | 'no insert inside WITH'
  | 'insert … select answers or minds conflicts'
  | 'council by value'
  | 'no subquery inside VALUES'
  | 'no insert where not exists'
  | 'subqueries read from something'
  | 'council by SET LOCAL'
  | 'partitions name their columns'
  | 'sign-in apart from councils'
  | 'a key with a condition is written out'
  | 'no trigger asks for its table'
  | 'no trigger writes a table';

export type Fault = { readonly rule: RuleName; readonly what: string };

/** Which tables a statement may meet. */
export type Placed = {
  /** Tables that belong to a council: one row, one council. Partitions too. */
  readonly council: ReadonlySet<string>;
  /** Tables of sign-in, which stay on one node. */
  readonly local: ReadonlySet<string>;
  /** The statement asks about every council at once: its tables are joined on council_id, and one of them names none. */
  readonly every?: boolean;
};

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The body of a node when it is of that kind: `{ SelectStmt: … }`. */
function bodyOf(node: unknown, kind: string): Tree | undefined {
  const body = isTree(node) ? node[kind] : undefined;
  return isTree(body) ? body : undefined;
}

function child(node: unknown, key: string): unknown {
  return isTree(node) ? node[key] : undefined;
}

/** The bodies of every node of a kind, below and with one. */
function allOf(value: unknown, kind: string, found: Tree[] = []): Tree[] {
  if (Array.isArray(value)) {
    for (const one of value) allOf(one, kind, found);
  } else if (isTree(value)) {
    for (const key in value) {
      const below = value[key];
      if (key === kind && isTree(below)) found.push(below);
      if (typeof below === 'object') allOf(below, kind, found);
    }
  }
  return found;
}

/** `x.council_id` as ['x', 'council_id']. */
const fieldsOf = (column: Tree): string[] =>
  listOf(column['fields']).map((field) => textOf(bodyOf(field, 'String')?.['sval']));

const WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'] as const;
const STATEMENTS = ['SelectStmt', ...WRITES] as const;

/** One table, subquery or function in a FROM, under the name by which the statement calls it. */
type Source = { readonly name: string; readonly table: string | undefined };

function sourcesIn(node: unknown): Source[] {
  const range = bodyOf(node, 'RangeVar');
  if (range !== undefined) return [sourceOf(range)];
  const join = bodyOf(node, 'JoinExpr');
  if (join !== undefined) return [...sourcesIn(join['larg']), ...sourcesIn(join['rarg'])];
  for (const kind of ['RangeSubselect', 'RangeFunction', 'RangeTableSample']) {
    const body = bodyOf(node, kind);
    if (body !== undefined) return [{ name: textOf(child(body['alias'], 'aliasname')), table: undefined }];
  }
  return [];
}

function sourceOf(range: Tree): Source {
  const table = textOf(range['relname']);
  return { name: textOf(child(range['alias'], 'aliasname')) || table, table };
}

/** Conditions that all have to hold: the parts of WHERE and of every ON of one level. */
function* conditionsIn(node: unknown): Generator<unknown> {
  const both = bodyOf(node, 'BoolExpr');
  if (both?.['boolop'] === 'AND_EXPR') {
    for (const one of listOf(both['args'])) yield* conditionsIn(one);
  } else if (node !== undefined) yield node;
}

function* joinConditionsIn(node: unknown): Generator<unknown> {
  const join = bodyOf(node, 'JoinExpr');
  if (join === undefined) return;
  yield* conditionsIn(join['quals']);
  yield* joinConditionsIn(join['larg']);
  yield* joinConditionsIn(join['rarg']);
}

/** A parameter, a constant, a variable of a function: what the planner knows before it reads a table. */
function isValue(node: unknown, names: ReadonlySet<string>): boolean {
  if (bodyOf(node, 'ParamRef') !== undefined || bodyOf(node, 'A_Const') !== undefined) return true;
  const cast = bodyOf(node, 'TypeCast');
  if (cast !== undefined) return isValue(cast['arg'], names);
  const column = bodyOf(node, 'ColumnRef');
  if (column === undefined) return false;
  const fields = fieldsOf(column);
  // A variable (`in_council`), or a field of one (`NEW.council_id`), is no column of a table that is read here.
  return fields.length === 1 ? fields[0] !== 'council_id' : !names.has(fields[0] ?? '');
}

/** The names of the tables whose council a condition gives by value; '' is a column without a table's name. */
function namedBy(condition: unknown, names: ReadonlySet<string>, every: boolean): string[] {
  const equal = bodyOf(condition, 'A_Expr');
  if (equal?.['kind'] !== 'AEXPR_OP' || bodyOf(listOf(equal['name'])[0], 'String')?.['sval'] !== '=') return [];
  const rows = [equal['lexpr'], equal['rexpr']].map((side) => bodyOf(side, 'RowExpr')?.['args']);
  const pairs =
    rows[0] !== undefined && rows[1] !== undefined
      ? listOf(rows[0]).map((left, place) => [left, listOf(rows[1])[place]] as const)
      : [[equal['lexpr'], equal['rexpr']] as const];
  return pairs
    .flatMap(([left, right]) => [[left, right] as const, [right, left] as const])
    .flatMap(([side, other]) => {
      const column = bodyOf(side, 'ColumnRef');
      const fields = column === undefined ? [] : fieldsOf(column);
      const isJoined = every && bodyOf(other, 'ColumnRef') !== undefined;
      if (fields.at(-1) !== 'council_id' || !(isJoined || isValue(other, names))) return [];
      if (fields.length === 2 && !names.has(fields[0] ?? '')) return [];
      return [fields.length === 1 ? '' : (fields[0] ?? '')];
    });
}

type Level = { readonly placed: Placed; readonly outer: ReadonlySet<string>; readonly named: ReadonlySet<string> };

/** Walks the levels of a statement: each SELECT, UPDATE, DELETE has tables and conditions of its own. */
function* unnamedIn(node: unknown, level: Level): Generator<string> {
  if (Array.isArray(node)) {
    for (const one of node) yield* unnamedIn(one, level);
    return;
  }
  if (!isTree(node)) return;
  for (const [key, below] of Object.entries(node)) {
    const isStatement = (STATEMENTS as readonly string[]).includes(key) || ['larg', 'rarg'].includes(key);
    if (isTree(below) && isStatement && !isJoin(node)) yield* unnamedInStatement(key, below, level);
    else yield* unnamedIn(below, level);
  }
}

/** `larg` and `rarg` are the sides of a join, too, where they are nodes with a kind. */
const isJoin = (node: Tree): boolean =>
  [node['larg'], node['rarg']].some((side) => isTree(side) && Object.keys(side).some((key) => /^[A-Z]/.test(key)));

function* unnamedInStatement(kind: string, body: Tree, outside: Level): Generator<string> {
  const parts = listOf(child(body['withClause'], 'ctes')).map((part) => bodyOf(part, 'CommonTableExpr'));
  const named = new Set([...outside.named, ...parts.map((part) => textOf(part?.['ctename']))]);
  const target = isTree(body['relation']) ? [sourceOf(body['relation'])] : [];
  const from = [...listOf(body['fromClause']), ...listOf(body['usingClause'])];
  const sources = [...target, ...from.flatMap(sourcesIn)];
  const names = new Set([...outside.outer, ...sources.map(({ name }) => name)]);
  const inside: Level = { placed: outside.placed, outer: names, named };
  if (kind === 'InsertStmt') yield* unnamedInInsert(body, outside.placed);
  else {
    const conditions = [...conditionsIn(body['whereClause']), ...from.flatMap((one) => [...joinConditionsIn(one)])];
    const given = new Set(conditions.flatMap((one) => namedBy(one, names, outside.placed.every === true)));
    const owned = sources.filter(
      ({ table }) => table !== undefined && outside.placed.council.has(table) && !named.has(table),
    );
    const [first] = owned;
    for (const { name, table } of owned) {
      // Joined to the first, or the other way round.
      if (outside.placed.every === true && name === first?.name) continue;
      const isAlone = sources.length === 1 || owned.length === 1;
      if (!given.has(name) && !(isAlone && given.has(''))) yield name === table ? name : `${table} as ${name}`;
    }
  }
  yield* unnamedIn({ ...body, relation: undefined }, inside);
}

/** What an INSERT into a council's table puts into council_id has to be a value. */
function* unnamedInInsert(body: Tree, placed: Placed): Generator<string> {
  const { table } = sourceOf(isTree(body['relation']) ? body['relation'] : {});
  if (table === undefined || !placed.council.has(table)) return;
  const columns = listOf(body['cols']).map((column) => textOf(bodyOf(column, 'ResTarget')?.['name']));
  const place = columns.indexOf('council_id');
  const select = bodyOf(body['selectStmt'], 'SelectStmt');
  const rows = listOf(select?.['valuesLists']).map((row) => listOf(bodyOf(row, 'List')?.['items']));
  const given =
    rows.length > 0
      ? rows.map((row) => row[place])
      : [bodyOf(listOf(select?.['targetList'])[place], 'ResTarget')?.['val']];
  const names = new Set(
    listOf(select?.['fromClause'])
      .flatMap(sourcesIn)
      .map(({ name }) => name),
  );
  if (place === -1 || !given.every((value) => isValue(value, names))) yield `${table}, where a row is added`;
}

/** A SELECT inside another that reads from nothing and asks for a column: only an outer one can answer. */
function isWithoutFrom(select: Tree): boolean {
  if (select['op'] !== 'SETOP_NONE' || select['valuesLists'] !== undefined || select['fromClause'] !== undefined)
    return false;
  return allOf(select, 'ColumnRef').some((column) => fieldsOf(column).length > 1);
}

function faultsOfWriting(statement: unknown): Fault[] {
  const faults: Fault[] = [];
  const parts = allOf(statement, 'CommonTableExpr').map((part) => part['ctequery']);
  const writing = parts.filter((part) => WRITES.some((kind) => bodyOf(part, kind) !== undefined));
  const isWrite = WRITES.some((kind) => bodyOf(statement, kind) !== undefined);
  if (writing.length + (isWrite ? 1 : 0) > 1)
    faults.push({ rule: 'one part that writes', what: `${writing.length} inside WITH` });
  for (const part of writing) {
    const table = textOf(child(bodyOf(part, 'InsertStmt')?.['relation'], 'relname'));
    if (table !== '') faults.push({ rule: 'no insert inside WITH', what: table });
  }
  for (const insert of allOf(statement, 'InsertStmt')) {
    const table = textOf(child(insert['relation'], 'relname'));
    const key = child(insert['onConflictClause'], 'infer');
    // PostgreSQL's own: a plan that is kept for any value cannot tell that the key's condition holds.
    if (allOf(child(key, 'whereClause'), 'ParamRef').length > 0)
      faults.push({ rule: 'a key with a condition is written out', what: table });
    const select = bodyOf(insert['selectStmt'], 'SelectStmt');
    if (select === undefined) continue;
    if (select['valuesLists'] !== undefined) {
      if (allOf(select['valuesLists'], 'SubLink').length > 0)
        faults.push({ rule: 'no subquery inside VALUES', what: table });
      continue;
    }
    if (insert['returningClause'] === undefined && insert['onConflictClause'] === undefined)
      faults.push({ rule: 'insert … select answers or minds conflicts', what: table });
    const missing = allOf(select['whereClause'], 'SubLink').filter(
      ({ subLinkType }) => subLinkType === 'EXISTS_SUBLINK',
    );
    if (missing.some((link) => allOf(link, 'RangeVar').some(({ relname }) => relname === table)))
      faults.push({ rule: 'no insert where not exists', what: table });
  }
  return faults;
}

function faultsOfStatement(statement: unknown, placed: Placed): Fault[] {
  const faults = faultsOfWriting(statement);
  const written = WRITES.flatMap((kind) => allOf(statement, kind)).map(({ relation }) => relation);
  const ranges = [...allOf(statement, 'RangeVar'), ...written];
  const met = new Set(ranges.map((range) => textOf(child(range, 'relname'))));
  const isCouncils = [...met].some((table) => placed.council.has(table));
  const top = bodyOf(statement, 'SelectStmt') ?? bodyOf(bodyOf(statement, 'InsertStmt')?.['selectStmt'], 'SelectStmt');
  for (const select of allOf(statement, 'SelectStmt')) {
    if (isCouncils && select !== top && isWithoutFrom(select))
      faults.push({ rule: 'subqueries read from something', what: 'a subquery' });
  }
  for (const call of allOf(statement, 'FuncCall')) {
    const name = textOf(bodyOf(listOf(call['funcname']).at(-1), 'String')?.['sval']);
    const first = bodyOf(listOf(call['args'])[0], 'A_Const');
    if (name === 'set_config' && textOf(child(first?.['sval'], 'sval')).startsWith('app.'))
      faults.push({ rule: 'council by SET LOCAL', what: 'set_config' });
  }
  for (const made of allOf(statement, 'CreateStmt')) {
    if (made['partbound'] !== undefined || allOf(made['tableElts'], 'TableLikeClause').length > 0)
      faults.push({ rule: 'partitions name their columns', what: textOf(child(made['relation'], 'relname')) });
  }
  const local = [...met].filter((table) => placed.local.has(table));
  if (local.length > 0 && isCouncils) faults.push({ rule: 'sign-in apart from councils', what: local.join(', ') });
  for (const what of unnamedIn(statement, { placed, outer: new Set(), named: new Set() }))
    faults.push({ rule: 'council by value', what });
  return faults;
}

/** Loads the parser. Once, before the first judgement. */
export const loadParser = loadModule;

/** What the engine would refuse in a text of one statement or several. Throws where PostgreSQL cannot read it. */
export function faultsOf(text: string, placed: Placed): Fault[] {
  return listOf(parseSync(text).stmts).flatMap((one) => faultsOfStatement(child(one, 'stmt'), placed));
}

/** The same of a function, from the statement that makes it. */
export function faultsOfFunction(definition: string, placed: Placed): Fault[] {
  const created = allOf(parseSync(definition), 'CreateFunctionStmt')[0] ?? {};
  const options = new Map(
    allOf(created['options'], 'DefElem').map((option) => [textOf(option['defname']), option['arg']] as const),
  );
  const language = textOf(child(child(options.get('language'), 'String'), 'sval'));
  const body = textOf(bodyOf(listOf(child(child(options.get('as'), 'List'), 'items'))[0], 'String')?.['sval']);
  if (language === 'sql') return faultsOf(body, placed);
  if (language !== 'plpgsql') return [];
  const isTrigger = JSON.stringify(created['returnType'] ?? {}).includes('"trigger"');
  const statements = allOf(parsePlPgSQLSync(definition), 'PLpgSQL_expr').flatMap((expression) => {
    const query = textOf(expression['query']);
    // A whole statement; what is left is an expression or an assignment, read as what is selected.
    if (Number(expression['parseMode'] ?? 0) === 0) return [query];
    return [`select ${query.replace(/^[\w.]+\s*:=\s*/, '')}`];
  });
  const faults = statements.flatMap((statement) => faultsOf(statement, placed));
  if (!isTrigger) return faults;
  if (/\btg_(table_name|relname|relid)\b/i.test(body))
    faults.push({ rule: 'no trigger asks for its table', what: 'TG_TABLE_NAME' });
  const tree = parsePlPgSQLSync(definition);
  // What it puts together or calls may write as well, and cannot be read here.
  for (const kind of ['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors', 'PLpgSQL_stmt_perform', 'PLpgSQL_stmt_call']) {
    if (allOf(tree, kind).length > 0) faults.push({ rule: 'no trigger writes a table', what: kind });
  }
  for (const statement of statements) {
    for (const kind of [...WRITES, 'TruncateStmt', 'CopyStmt']) {
      for (const written of allOf(parseSync(statement), kind))
        faults.push({ rule: 'no trigger writes a table', what: textOf(child(written['relation'], 'relname')) });
    }
  }
  return faults;
}
