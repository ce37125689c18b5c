// Reads from the sources which keys of words they can ask for: texts that stand there, and templates as patterns.

import ts from 'typescript';

/** What a file can ask for. A pattern has to have a letter of its own, or it would ask for everything. */
export interface Asked {
  readonly texts: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(template: ts.TemplateExpression): RegExp | null {
  const parts = [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  return /[A-Za-z]/.test(parts.join('')) && !/\s/.test(parts.join(''))
    ? new RegExp(`^${parts.map(escaped).join('.+')}$`)
    : null;
}

/** Every text and template of a source. */
export function askedBy(path: string, text: string): Asked {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.add(node.text);
    if (ts.isIdentifier(node)) texts.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const pattern = patternOf(node);
      if (pattern) patterns.push(pattern);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { texts, patterns };
}

/** Whether one of them asks for the key, or for a list of words above it. */
export function isAsked(key: string, asked: readonly Asked[]): boolean {
  const parts = key.split('.');
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return asked.some(
    ({ texts, patterns }) => above.some((one) => texts.has(one)) || patterns.some((one) => one.test(key)),
  );
}
