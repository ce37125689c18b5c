// Finds sentences and labels that stand in a source instead of in the one home of words. What it leaves out, it leaves out
// by what a text is for (a query, a log line, a fault told to a developer), never by what it says.

import ts from 'typescript';

export interface Outside {
  readonly line: number;
  readonly text: string;
}

/** Two words with a space between, as people write them: "no row", "Paid in", "We paid {}". */
const TWO_WORDS = /\p{L}[\p{L}’'-]*[,;:.!?”)]* +[“(]?\p{L}{2}/u;
/** One word as a heading or a button has it. */
const LABEL = /^\s*\p{Lu}\p{Ll}{2,}[.:?!…]?\s*$/u;

/** Names of what is shown, where one word is a label too. */
const SHOWN =
  /^(label|labels|title|heading|caption|subject|greeting|lead|hint|text|message|sentence|summaryText|note|reason|name|words|plainName|alt|placeholder|aria-label|ariaLabel|what|means)$/;

/** What a person who uses the product never reads, by the name it is given to. */
const UNREAD_NAMES = new Set([
  // the description of the API, for those who write programs
  ...['summary', 'description', 'tags', 'operationId'],
  // numbers that operators watch, and names by which PostgreSQL shows a connection
  ...['help', 'applicationName', 'isolation'],
  // the structure of a document for programs that read it aloud
  ...['attached'],
  // markup
  ...[
    'className',
    'class',
    'style',
    'd',
    'rel',
    'viewBox',
    'transform',
    'sizes',
    'srcSet',
    'points',
    'autoComplete',
    'accept',
  ],
]);

/** Calls whose texts are for a log, a console, a database, a style sheet or another program. */
const UNREAD_CALLS = new RegExp(
  [
    /(^|\.)log\.(trace|debug|info|warn|error|fatal)$/,
    /^process\.(stdout|stderr)\.write$|^console\.\w+$|^(sayWhyAndStop|gauge|faults\.push)$|\.markContent$/,
    /\.(where|whereRef|on|onRef|select|selectFrom|innerJoin|leftJoin|groupBy|orderBy|having|returning|using|ref|as|eb|raw|expression|updateTable|deleteFrom|insertInto|set)$/,
    /^(eb|ref|sql\.\w+|classes|createHash.*|join|RegExp)$/,
    /^(Type\.\w+)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** A fault that is thrown: a developer reads it in a log. What a person is told is a problem, and that is a code. */
const isFault = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) &&
    /Error$/.test(node.expression.getText()) &&
    node.expression.getText() !== 'ProblemError') ||
  (ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.SuperKeyword || /^assert/.test(node.expression.getText())));

/** The words of a text: without markup, and with one mark for each value. */
const bare = (text: string): string => text.replaceAll(/<[^>]*(?:>|$)/g, ' ');

/** A list of class names, a path to draw, a line of HTTP, a query: written for programs. */
const FOR_PROGRAMS =
  /^\s*(?:(?:govuk|sm)-[\w-]+(?:\s+|$))+$|^[MmLlHhVvZz\d\s.,{}-]+$|^HTTP\/|^(?:text|application|image)\/|^(?:attachment|inline); |\b(?:max-age|no-store|no-cache)\b|^default-src |^[#.][\w-]+[ []|^required name=|^[\w.]+ as \w+$|^(?:is|not) (?:not|in|null|distinct)\b|^\s*(?:select|with|insert|update|delete|union|lock|set|exists|case|coalesce)\b[\s\S]*\b(?:from|as|into|set|select|mode|when|then)\b/;

function nameOf(node: ts.Node): string {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node)
    return parent.name.getText().replaceAll(/['"]/g, '');
  if (ts.isJsxAttribute(parent)) return parent.name.getText();
  if (ts.isJsxExpression(parent) || ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent))
    return nameOf(parent);
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken)
    return nameOf(parent);
  if (ts.isTemplateSpan(parent)) return nameOf(parent.parent);
  return '';
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}');
  return null;
}

/** Names of columns and calls, as a part of a query has them. */
const QUERY_PART = /\w[._]\w|\w\(|^double precision$/;

function isSaid(node: ts.Node, text: string, path: string): boolean {
  if (ts.isJsxText(node)) return /\p{L}{2}/u.test(text);
  if (path.endsWith('.repo.ts') && QUERY_PART.test(text)) return false;
  const said = bare(text);
  if (FOR_PROGRAMS.test(text)) return false;
  if (TWO_WORDS.test(said)) return true;
  return LABEL.test(said) && (SHOWN.test(nameOf(node)) || ts.isArrayLiteralExpression(node.parent));
}

/** A name, not a text: of a type, a module, a key, or one that a text is compared with. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

/** Every sentence and label of a source, with its line. */
export function sentencesOutside(path: string, source: string): readonly Outside[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const found: Outside[] = [];
  const walk = (node: ts.Node): void => {
    if (isFault(node)) return;
    if (ts.isCallExpression(node) && UNREAD_CALLS.test(node.expression.getText().replaceAll(/\s+/g, ''))) {
      // What is called on, and what is worked out within, may still say something.
      ts.forEachChild(node, (child) => {
        if (textOf(child) === null && !ts.isArrayLiteralExpression(child)) walk(child);
      });
      return;
    }
    if (ts.isTaggedTemplateExpression(node)) {
      if (!ts.isNoSubstitutionTemplateLiteral(node.template))
        for (const span of node.template.templateSpans) walk(span.expression);
      return;
    }
    const text = textOf(node);
    if (text !== null && !isName(node) && !UNREAD_NAMES.has(nameOf(node)) && isSaid(node, text, path)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, text: text.trim().replaceAll(/\s+/g, ' ') });
    }
    if (ts.isPropertyAssignment(node) && UNREAD_NAMES.has(node.name.getText())) return;
    if (ts.isJsxAttribute(node) && UNREAD_NAMES.has(node.name.getText())) return;
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}
