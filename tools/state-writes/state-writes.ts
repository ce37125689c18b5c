// Finds what writes a state, or a row of history, otherwise than through the one door, by reading the program's statements:
// those in SQL and those that Kysely builds. Why: docs/decisions/0013-one-door-for-every-change-of-state.md.

import ts from 'typescript';
import { placeholder, sqlWrites } from './sql-writes.ts';

export interface Watched {
  /** Tables whose `state` only the door writes. */
  readonly stateful: ReadonlySet<string>;
  /** Tables that only the door adds rows to. */
  readonly history: ReadonlySet<string>;
  /** What the door alone may call. */
  readonly doorOnly: ReadonlySet<string>;
}

type Keys = { readonly values: Map<string, ts.Expression | null>; isWhole: boolean };

/** Finds what a name stands for in its file: a constant's value or a function. */
function declarationOf(name: ts.Identifier): ts.Node | null {
  let found: ts.Node | null = null;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name.text)
      found = node.initializer ?? null;
    else if (ts.isFunctionDeclaration(node) && node.name?.text === name.text) found = node;
    else ts.forEachChild(node, visit);
    if (found === null && (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)))
      ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
}

/** Which columns the rows that an expression makes have, as far as its own file tells. */
function keysOf(node: ts.Node, keys: Keys = { values: new Map(), isWhole: true }, depth = 0): Keys {
  const follow = (next: ts.Node | null | undefined): Keys => {
    if (!next || depth > 12) {
      keys.isWhole = false;
      return keys;
    }
    return keysOf(next, keys, depth + 1);
  };
  if (ts.isObjectLiteralExpression(node)) {
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) follow(property.expression);
      else if (ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name))
        keys.values.set(property.name.text, property.initializer);
      else if (ts.isShorthandPropertyAssignment(property)) keys.values.set(property.name.text, property.name);
      else keys.isWhole = false;
    }
    return keys;
  }
  if (ts.isArrayLiteralExpression(node)) {
    for (const element of node.elements) follow(ts.isSpreadElement(element) ? element.expression : element);
    return keys;
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return follow(node.expression);
  if (ts.isConditionalExpression(node)) {
    follow(node.whenTrue);
    return follow(node.whenFalse);
  }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)) {
    if (!node.body) return follow(null);
    if (!ts.isBlock(node.body)) return follow(node.body);
    const answers = (inner: ts.Node): void => {
      if (ts.isReturnStatement(inner)) follow(inner.expression);
      else if (!ts.isFunctionLike(inner)) ts.forEachChild(inner, answers);
    };
    ts.forEachChild(node.body, answers);
    return keys;
  }
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    if (ts.isPropertyAccessExpression(expression)) {
      if (['map', 'flatMap'].includes(expression.name.text)) return follow(node.arguments[0]);
      if (expression.name.text === 'filter') return follow(expression.expression);
    }
    return follow(ts.isIdentifier(expression) ? declarationOf(expression) : null);
  }
  return follow(ts.isIdentifier(node) ? declarationOf(node) : null);
}

/** Whether an expression is `startState('that_table', …)`. */
function isStartOf(node: ts.Node | null | undefined, table: string): boolean {
  if (!node || !ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const [first] = node.arguments;
  return (
    node.expression.text === 'startState' && first !== undefined && ts.isStringLiteral(first) && first.text === table
  );
}

/** The calls that follow in a chain: `.values(…)`, `.where(…)`. */
function callsAfter(node: ts.Expression): { readonly name: string; readonly call: ts.CallExpression }[] {
  const calls: { name: string; call: ts.CallExpression }[] = [];
  let current: ts.Node = node;
  while (
    ts.isPropertyAccessExpression(current.parent) &&
    current.parent.expression === current &&
    ts.isCallExpression(current.parent.parent)
  ) {
    calls.push({ name: current.parent.name.text, call: current.parent.parent });
    current = current.parent.parent;
  }
  return calls;
}

const UNREADABLE = 'writes columns that cannot be told from the file';

/** What a chain of Kysely calls writes that it should not. */
function faultsOfChain(start: ts.CallExpression, method: string, watched: Watched): string[] {
  const [named] = start.arguments;
  if (!named || !ts.isStringLiteralLike(named)) return ['writes a table that is not named'];
  const table = named.text.split(' ')[0] ?? '';
  if (watched.history.has(table)) return [`writes ${table}`];
  if (!watched.stateful.has(table)) return [];
  if (method === 'mergeInto') return [`merges into ${table}`];
  const faults: string[] = [];
  const mayNotSet = (call: ts.CallExpression): void => {
    const [first] = call.arguments;
    if (first && ts.isStringLiteralLike(first)) {
      if (first.text === 'state') faults.push(`changes the state of ${table}`);
      return;
    }
    const keys = first ? keysOf(first) : null;
    if (keys?.values.has('state')) faults.push(`changes the state of ${table}`);
    else if (!keys?.isWhole) faults.push(`${UNREADABLE}: ${table}`);
  };
  for (const { name, call } of callsAfter(start)) {
    if (name === 'set') mayNotSet(call);
    if (name === 'values') {
      const keys = call.arguments[0] ? keysOf(call.arguments[0]) : null;
      const state = keys?.values.get('state');
      if (state === undefined) faults.push(`does not say in which state new ${table} begin`);
      else if (!isStartOf(state, table)) faults.push(`begins ${table} in a state that is not startState's`);
    }
    if (name === 'columns' || name === 'expression') faults.push(`${UNREADABLE}: ${table}`);
    if (name === 'onConflict') {
      const visit = (node: ts.Node): void => {
        if (
          ts.isCallExpression(node) &&
          ts.isPropertyAccessExpression(node.expression) &&
          node.expression.name.text === 'doUpdateSet'
        )
          mayNotSet(node);
        ts.forEachChild(node, visit);
      };
      call.arguments.forEach(visit);
    }
  }
  return faults;
}

/** What a text of SQL writes that it should not; `values` are what was put into it. */
export function faultsOfSql(text: string, values: readonly ts.Expression[], watched: Watched): string[] {
  return sqlWrites(text).flatMap(({ kind, table, columns, onConflict, isReadable }) => {
    if (table.startsWith('$')) return ['writes a table that is not named'];
    if (watched.history.has(table)) return [`writes ${table}`];
    if (!watched.stateful.has(table)) return [];
    if (onConflict.includes('state')) return [`changes the state of ${table} on conflict`];
    if (kind === 'update' && columns.has('state')) return [`changes the state of ${table}`];
    if (!isReadable) return [`${UNREADABLE}: ${table}`];
    if (kind === 'update') return [];
    const state = columns.get('state');
    if (state === undefined) return [`does not say in which state new ${table} begin`];
    const [only, ...more] = state ?? [];
    const value = more.length === 0 && only?.startsWith('$') ? values[Number(only.slice(1))] : undefined;
    return isStartOf(value, table) ? [] : [`begins ${table} in a state that is not startState's`];
  });
}

/** Every place of a source that writes a state by hand, with its line. */
export function stateWrites(source: string, watched: Watched): { readonly line: number; readonly fault: string }[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: { line: number; fault: string }[] = [];
  const note = (node: ts.Node, faults: readonly string[]): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const fault of faults) found.push({ line, fault });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) {
      const values = node.templateSpans.map(({ expression }) => expression);
      const text = node.templateSpans.map(({ literal }, index) => placeholder(index) + literal.text).join('');
      note(node, faultsOfSql(node.head.text + text, values, watched));
    } else if (ts.isStringLiteralLike(node)) note(node, faultsOfSql(node.text, [], watched));
    if (ts.isImportSpecifier(node) && watched.doorOnly.has((node.propertyName ?? node.name).text))
      note(node, [`calls ${(node.propertyName ?? node.name).text}`]);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text;
      if (['insertInto', 'updateTable', 'mergeInto', 'replaceInto'].includes(method))
        note(node, faultsOfChain(node, method, watched));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
