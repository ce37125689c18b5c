// Finds which steps of which machines the program takes, by reading its calls of the one door.

import { basename } from 'node:path';
import ts from 'typescript';
import { ENDINGS } from '../../packages/domain/src/people/person-states.ts';

interface Source {
  readonly file: string;
  readonly text: string;
}

/** Calls of the door, and at which place of each the table stands; the name of the step comes after it. */
const CALLS: Readonly<Record<string, number>> = { step: 1, stepThose: 1, begin: 1, startState: 0 };

/** Tables of names that a call looks its step up in. */
const LOOKED_UP: ReadonlyMap<string, readonly string[]> = new Map([['ENDINGS', Object.values(ENDINGS)]]);

function textsIn(node: ts.Node): string[] {
  const texts: string[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isStringLiteralLike(one)) texts.push(one.text);
    if (ts.isIdentifier(one)) texts.push(...(LOOKED_UP.get(one.text) ?? []));
    ts.forEachChild(one, visit);
  };
  visit(node);
  return texts;
}

/**
 * `table step` of every call. Where a call's step is not written in it, every text of its file counts, of the files that
 * import that one, and of the rules that it imports: one of them says it. Files of machines are not to be among them.
 */
export function stepsTaken(sources: readonly Source[]): ReadonlySet<string> {
  const taken = new Set<string>();
  const trees = sources.map(({ file, text }) => ({
    file,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
    imports: new Set([...text.matchAll(/from '[^']*\/([^/']+?)(?:\.ts)?'/g)].map(([, name = '']) => name)),
  }));
  /** What a file, those that use it and the rules that it asks say. */
  const saidAround = ({ file, tree, imports }: (typeof trees)[number]): string[] => {
    const near = trees.filter(
      (other) =>
        other.imports.has(basename(file, '.ts')) ||
        (other.file.startsWith('packages/domain/') && imports.has(basename(other.file, '.ts'))),
    );
    return [tree, ...near.map((other) => other.tree)].flatMap(textsIn);
  };
  for (const source of trees) {
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const at = CALLS[node.expression.text];
      const [table, event] = at === undefined ? [] : node.arguments.slice(at);
      if (!table || !event || !ts.isStringLiteral(table)) return;
      const written = textsIn(event);
      const said = written.length > 0 ? written : saidAround(source);
      for (const name of said) taken.add(`${table.text} ${name}`);
    };
    visit(source.tree);
  }
  return taken;
}
