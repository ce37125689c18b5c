// Reads from the sources which keys of words they ask for: what stands in the call of a `say`, by the noun that it was made
// for. A word that merely stands in a file asks for nothing.

import ts from 'typescript';

/** What a file can ask for of one noun. A pattern has to have a letter of its own, or it would ask for everything. */
interface OfNoun {
  readonly texts: Set<string>;
  readonly patterns: RegExp[];
}
/** By noun; `*` is a `say` of which the file does not tell the noun, because it was handed over. */
export type Asked = ReadonlyMap<string, OfNoun>;
/** The nouns of what a hook gives: `useListingWords` → `say` → `listings`. */
export type Hooks = ReadonlyMap<string, ReadonlyMap<string, string>>;

const UNTOLD = '*';
/** What says the sentence of a problem, and is handed codes in many ways. */
const SAYS_PROBLEMS = 'problems';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The texts that an expression may come to (of a choice, or of a name that was declared as one); null where it may be any. */
function textsOf(given: ts.Expression): readonly string[] | null {
  const node = bare(given);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    const [one, other] = [textsOf(node.whenTrue), textsOf(node.whenFalse)];
    return one && other && [...one, ...other];
  }
  const from = ts.isIdentifier(node) ? declared(node.text, node) : null;
  return from && ts.isVariableDeclaration(from) && from.initializer ? textsOf(from.initializer) : null;
}

function patternOf(template: ts.TemplateExpression): RegExp | null {
  const parts = [
    escaped(template.head.text),
    ...template.templateSpans.flatMap(({ expression, literal }) => {
      const texts = textsOf(expression)?.map(escaped).join('|');
      return [texts === undefined ? '.+' : `(?:${texts})`, escaped(literal.text)];
    }),
  ];
  const pattern = parts.join('');
  return /[A-Za-z]/.test(pattern) && !/\s/.test(pattern) ? new RegExp(`^${pattern}$`) : null;
}

export function parsed(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

const bare = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)
    ? bare(node.expression)
    : node;

/** What a name was declared as, looked for from the inside out. */
function declared(
  name: string,
  from: ts.Node,
): ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement | null {
  const within = (one: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement): typeof one | null => {
    if (ts.isIdentifier(one.name)) return one.name.text === name ? one : null;
    for (const element of one.name.elements) {
      const found = ts.isBindingElement(element) ? within(element) : null;
      if (found) return found;
    }
    return null;
  };
  for (let at: ts.Node = from; at; at = at.parent) {
    const declarations = [
      ...(ts.isFunctionLike(at) ? at.parameters : []),
      ...(ts.isBlock(at) || ts.isSourceFile(at) || ts.isCaseOrDefaultClause(at)
        ? at.statements.flatMap((one) => (ts.isVariableStatement(one) ? [...one.declarationList.declarations] : []))
        : []),
    ];
    for (const one of declarations) {
      const found = within(one);
      if (found) return found;
    }
  }
  return null;
}

const firstText = (call: ts.CallExpression): string | null => {
  const [first] = call.arguments;
  return first && ts.isStringLiteralLike(first) ? first.text : null;
};

/** The noun of which an expression says sentences; null where it says none, or does not tell. */
function nounOf(given: ts.Expression, hooks: Hooks): string | null {
  const node = bare(given);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return nounOf(node.body, hooks);
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    if (callee === 'useWords') return firstText(node) ?? 'shell';
    if (/(^|\.)(say|useTranslation)$/.test(callee) && firstText(node) !== null && !ts.isIdentifier(node.expression))
      return firstText(node);
    if (/\.getFixedT$/.test(callee)) {
      const noun = node.arguments[1];
      return noun && ts.isStringLiteralLike(noun) ? noun.text : null;
    }
    // `say()`, which makes its words when it is asked.
    return node.arguments.length === 0 ? nounOf(node.expression, hooks) : null;
  }
  if (ts.isPropertyAccessExpression(node)) {
    const owner = bare(node.expression);
    const from = ts.isIdentifier(owner) ? declared(owner.text, owner) : null;
    return from && ts.isVariableDeclaration(from) && from.initializer
      ? ofHook(from.initializer, node.name.text, hooks)
      : null;
  }
  if (!ts.isIdentifier(node)) return null;
  const from = declared(node.text, node);
  if (from === null) return null;
  if (ts.isVariableDeclaration(from)) return from.initializer ? nounOf(from.initializer, hooks) : null;
  const field = ts.isBindingElement(from) ? (from.propertyName ?? from.name).getText() : node.text;
  let holder: ts.Node = from;
  while (ts.isBindingElement(holder)) holder = holder.parent.parent;
  if (ts.isVariableDeclaration(holder)) return holder.initializer ? ofHook(holder.initializer, field, hooks) : null;
  const type = ts.isParameter(holder) ? holder.type?.getText() : undefined;
  return new RegExp(`(?:^|\\b${field}\\??: )Say<'([\\w-]+)'>`).exec(type ?? '')?.[1] ?? null;
}

function ofHook(given: ts.Expression, field: string, hooks: Hooks): string | null {
  const made = bare(given);
  return ts.isCallExpression(made) ? (hooks.get(made.expression.getText())?.get(field) ?? null) : null;
}

/** What the hooks of a file hand to others. Hooks that stand on hooks need those first, so it is asked until nothing is new. */
export function hooksOf(source: ts.SourceFile, hooks: Hooks): Hooks {
  const own = new Map<string, Map<string, string>>();
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.body || !/^use[A-Z]/.test(statement.name?.text ?? ''))
      continue;
    const given = statement.body.statements.find(ts.isReturnStatement)?.expression;
    const fields = new Map<string, string>();
    if (given && ts.isObjectLiteralExpression(given))
      for (const field of given.properties) {
        const value = ts.isShorthandPropertyAssignment(field)
          ? field.name
          : ts.isPropertyAssignment(field)
            ? field.initializer
            : null;
        const noun = value && ts.isIdentifier(bare(value)) ? nounOf(value, hooks) : null;
        if (noun !== null && field.name) fields.set(field.name.getText(), noun);
      }
    if (fields.size > 0) own.set(statement.name?.text ?? '', fields);
  }
  return own;
}

const isKeyOfLists = (node: ts.Node): boolean =>
  ts.isArrayLiteralExpression(node.parent) ||
  ts.isLiteralTypeNode(node.parent) ||
  ts.isConditionalExpression(node.parent) ||
  ts.isPropertyAssignment(node.parent) ||
  ts.isReturnStatement(node.parent) ||
  ts.isVariableDeclaration(node.parent) ||
  ts.isArrowFunction(node.parent) ||
  (ts.isCallExpression(node.parent) && /^use[A-Z]|^set[A-Z]|^on[A-Z]/.test(node.parent.expression.getText()));

/** Everything that a source asks for. */
export function askedBy(source: ts.SourceFile, hooks: Hooks): Asked {
  const asked = new Map<string, OfNoun>();
  const of = (noun: string): OfNoun => {
    const known = asked.get(noun) ?? { texts: new Set(), patterns: [] };
    asked.set(noun, known);
    return known;
  };
  const take = (node: ts.Node, { texts, patterns }: OfNoun): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    else if (ts.isTemplateExpression(node)) {
      const pattern = patternOf(node);
      if (pattern) patterns.push(pattern);
    } else if (!ts.isCallExpression(node)) ts.forEachChild(node, (child) => take(child, { texts, patterns }));
  };
  /** A key that is handed on by a name: then the lists, records and types of the file are where keys come from. */
  const takeLists = (into: OfNoun): void => {
    const look = (node: ts.Node): void => {
      if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && isKeyOfLists(node)) take(node, into);
      if (ts.isPropertyAssignment(node)) into.texts.add(node.name.getText().replaceAll(/['"]/g, ''));
      ts.forEachChild(node, look);
    };
    look(source);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = bare(node.expression);
      const noun = nounOf(callee, hooks);
      const [key] = node.arguments;
      const isSay = noun !== null || /(^|\.)(say|t)$|^say[A-Z]/.test(callee.getText());
      if (key && isSay) {
        const into = of(noun ?? UNTOLD);
        const plain = bare(key);
        const texts = textsOf(plain);
        if (texts) for (const text of texts) into.texts.add(text);
        else take(plain, into);
        if (noun !== null && texts === null && !ts.isTemplateExpression(plain)) takeLists(into);
      }
    }
    // Codes of problems stand in records of fields and in refusals, and all of them have a dot.
    if (ts.isStringLiteralLike(node) && /^[\w-]+\.[\w.-]+(@\w+)?$/.test(node.text))
      of(SAYS_PROBLEMS).texts.add(node.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return asked;
}

/** Whether one of them asks for the key of a noun, or for a list of words above it. */
export function isAsked(noun: string, key: string, asked: readonly Asked[]): boolean {
  const parts = key.split('.');
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  // One that is about a field stands in for the plain one.
  above.push(...above.map((part) => part.replace(/@.*$/, '')));
  return asked
    .flatMap((one) => [one.get(noun), one.get(UNTOLD)])
    .some((one) => one && (above.some((part) => one.texts.has(part)) || one.patterns.some((part) => part.test(key))));
}
