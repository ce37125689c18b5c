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
/** Attributes that are read as they stand, in small letters too. */
const SHOWN_ATTRIBUTE =
  /^(label|title|heading|caption|subject|lead|hint|alt|placeholder|summary|description|aria-label)$/;

/** Attributes of markup, which a browser reads. */
const MARKUP =
  /^(className|class|style|d|rel|viewBox|transform|sizes|srcSet|points|autoComplete|accept|attached|key|id|media)$/;
/** What says in a route what it is for, to those who write programs, and helps operators: read only where it stands so. */
const FOR_PROGRAMMERS = /^(summary|description|tags|operationId|title)$/;
/** Numbers that operators watch, names by which PostgreSQL shows a connection, and the structure of a document. */
const FOR_OPERATORS = /^(help|applicationName|isolation|attached)$/;

/** Calls whose texts are for a log, a console, a style sheet or a description of the API. */
const UNREAD_CALLS = new RegExp(
  [
    /(^|\.)log\.(trace|debug|info|warn|error|fatal)$/,
    /^process\.(stdout|stderr)\.write$|^console\.\w+$|^(sayWhyAndStop|gauge)$|\.(markContent|struct)$/,
    /(^|\.)(client|pool)\.query$|^CompiledQuery\.raw$/,
    /^(sql\.\w+|classes|createHash.*|RegExp)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** A fault that is thrown: a developer reads it in a log. What a person is told is a problem, and that is a code. */
const isFault = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && /^(Aggregate|Range|Reference|Syntax|Type)?Error$/.test(node.expression.getText())) ||
  (ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.SuperKeyword || /^assert/.test(node.expression.getText())));

/** The words of a text: without markup, and with one mark for each value. */
const bare = (text: string): string => text.replaceAll(/<[^>]*(?:>|$)/g, ' ');

/** A list of class names, a path to draw, a line of HTTP, a part of a query in the builder's own spelling. */
const FOR_PROGRAMS = new RegExp(
  [
    /^\s*(?:(?:govuk|sm)-[\w-]+(?:\s+|$))+$/,
    /^[MmLlHhVvZz\d\s.,{}-]+$/,
    /^HTTP\/[\d.]+ /,
    /^(?:text|application|image)\/[\w.+-]+(?:; [\w-]+=[\w-]+)*$/,
    /^(?:attachment|inline); filename/,
    /^(?:public|private|no-store|no-cache|max-age=\S+)(?:, [\w-]+(?:=\S+)?)*$/,
    /^default-src /,
    /^[#.][\w-]+[ []/,
    /^required name=/,
    /^(?:Allow|Disallow|Sitemap|User-agent): /,
    /^sha256 \{\}\n/,
    /^[\w.]+ as \w+$/,
    /^(?:is not|is distinct from|is not distinct from|not in|not like|not ilike|double precision)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** What a text is given to, through brackets, choices and values of templates. */
function placeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? parent.parent : parent;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent))
    return placeOf(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? parent : placeOf(parent);
  if (ts.isBinaryExpression(parent)) return isComparison(parent) ? parent : placeOf(parent);
  if (ts.isTemplateSpan(parent)) return placeOf(parent.parent);
  return parent;
}

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);
const isComparison = (node: ts.BinaryExpression): boolean => COMPARISONS.has(node.operatorToken.kind);

function nameOf(node: ts.Node): string {
  const place = placeOf(node);
  if (ts.isPropertyAssignment(place)) return place.name.getText().replaceAll(/['"]/g, '');
  return ts.isJsxAttribute(place) ? place.name.getText() : '';
}

/** Whether something stands in a `schema`, in a call of TypeBox, in the options of one, or in a table of routes. */
function isInSchema(node: ts.PropertyAssignment): boolean {
  const file = node.getSourceFile().fileName;
  if (file.endsWith('.schemas.ts') || (file.endsWith('.routes.ts') && node.name.getText() === 'summary')) return true;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) && at.name.getText() === 'schema') return true;
    if (ts.isCallExpression(at) && /^(?:Type\.\w+|closed)$/.test(at.expression.getText())) return true;
    if (ts.isVariableDeclaration(at) && /schema$/i.test(at.name.getText())) return true;
  }
  return false;
}

/** Whether what this gives a name to is read by no person who uses the product. */
function isUnread(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node)) return MARKUP.test(node.name.getText());
  if (!ts.isPropertyAssignment(node)) return false;
  const name = node.name.getText();
  return FOR_OPERATORS.test(name) || MARKUP.test(name) || (FOR_PROGRAMMERS.test(name) && isInSchema(node));
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}');
  return null;
}

/** A word that stands free beside a value or at an end: "{} days", " or ". Units that programs write stick to theirs. */
const FREE_WORD = /(?:^|[\s(])\p{L}\p{Ll}+[,;:.!?)]* +\{\}|\{\}[,;:.)]* +\(?\p{L}\p{Ll}+(?:$|[\s,;:.!?)])/u;
const HAS_WORD = /\p{L}{2}/u;
/** Answers that are words in any column. */
const ANSWER = /^(?:yes|no)$/i;

/** What is between the parts of a list that is put together: `parts.join(' or ')`. */
const isBetweenParts = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && /[\w)\]]\.join$/.test(node.parent.expression.getText());

/** A repository's part of a query as a text: small letters, and names of columns or calls. */
const isQuery = (path: string, text: string): boolean =>
  path.endsWith('.repo.ts') &&
  (/^ (?:and|or) $/.test(text) || (/^\s*[(\p{Ll}]/u.test(text) && /\w[._]\w|\w\(|\{\}\.|\.\{\}/.test(text)));

/** Files of banks and e-invoices, whose elements have names like labels. */
const NAMES_ELEMENTS = /\/ports\/(?:bank-files|e-invoices)\//;

/** Whether the same file takes yes and no for codes: it compares with one, has it as a type, as a choice or a key of words. */
function isCode(node: ts.Node): boolean {
  if (ts.isCallExpression(placeOf(node)) && /say$/i.test((placeOf(node) as ts.CallExpression).expression.getText()))
    return true;
  let is = false;
  const look = (one: ts.Node): void => {
    if (ts.isStringLiteral(one) && ANSWER.test(one.text))
      is ||=
        ts.isLiteralTypeNode(one.parent) ||
        (ts.isBinaryExpression(one.parent) && isComparison(one.parent)) ||
        (ts.isPropertyAssignment(one.parent) && one.parent.name.getText() === 'value');
    if (!is) ts.forEachChild(one, look);
  };
  look(node.getSourceFile());
  return is;
}

/** The name by which PostgreSQL shows a connection. */
const isNameOfConnection = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) &&
  node.name.getText() === 'name' &&
  ts.isCallExpression(node.parent.parent) &&
  node.parent.parent.expression.getText() === 'createDb';

/** Names that an error or a class gives itself. */
const isOwnName = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node.parent) && node.parent.left.getText() === 'this.name';

function isSaid(node: ts.Node, text: string, path: string): boolean {
  if (ts.isJsxText(node)) return HAS_WORD.test(text);
  const place = placeOf(node);
  if (ts.isBinaryExpression(place) || isOwnName(node)) return false;
  const said = bare(text);
  const shown = ts.isJsxExpression(place) || (ts.isJsxAttribute(place) && SHOWN_ATTRIBUTE.test(place.name.getText()));
  if (shown) return HAS_WORD.test(said.replaceAll('{}', ''));
  if (FOR_PROGRAMS.test(text) || isQuery(path, text)) return false;
  if (TWO_WORDS.test(said)) return true;
  if (isBetweenParts(node)) return HAS_WORD.test(text);
  if (ANSWER.test(text) && ts.isConditionalExpression(node.parent)) return !isCode(node);
  if (ts.isTemplateExpression(node) && FREE_WORD.test(said)) return true;
  if (ts.isBinaryExpression(node.parent) && /^ +\p{L}{2,}|\p{L}{2,} +$/u.test(said)) return true;
  return (
    LABEL.test(said) && (SHOWN.test(nameOf(node)) || !ts.isPropertyAssignment(place)) && !NAMES_ELEMENTS.test(path)
  );
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
    if (isFault(node) || isUnread(node) || isNameOfConnection(node)) return;
    if (ts.isCallExpression(node) && UNREAD_CALLS.test(node.expression.getText().replaceAll(/\s+/g, ''))) {
      // What is called on, and what is worked out within, may still say something.
      ts.forEachChild(node, (child) => {
        if (textOf(child) === null && !ts.isArrayLiteralExpression(child)) walk(child);
      });
      return;
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') {
      if (!ts.isNoSubstitutionTemplateLiteral(node.template))
        for (const span of node.template.templateSpans) walk(span.expression);
      return;
    }
    const text = textOf(node);
    if (text !== null && !isName(node) && isSaid(node, text, path)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, text: text.trim().replaceAll(/\s+/g, ' ') });
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}
