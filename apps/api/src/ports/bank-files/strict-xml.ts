// Reads XML that a stranger may have written: no document types, no entities but the five, no deep nests, no big
// files, and a truncated or crossed tag is refused. The general builder's reader forgives all of these.

import { ok, type Result, refuse } from '@support-market/domain/shared/result';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** The namespace in force, or an empty text. */
  readonly namespace: string;
  readonly children: readonly XmlElement[];
  /** All text directly inside, trimmed. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export type XmlFault = 'xml.too_large' | 'xml.not_utf8' | 'xml.forbidden' | 'xml.malformed' | 'xml.too_deep';

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_DEPTH = 40;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TOKEN = new RegExp(
  `<!--(?:(?!--)[\\s\\S])*-->|<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>|<\\?(?!xml[\\s?])[\\s\\S]*?\\?>|` +
    `</(?<close>${NAME})\\s*>|<(?<open>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>|(?<text>[^<]+)`,
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');

interface OpenElement {
  readonly qualified: string;
  readonly name: string;
  readonly namespace: string;
  readonly scopes: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Undefined when something is not one of the five entities or a character that XML allows. */
function decode(text: string): string | undefined {
  let isSound = true;
  const decoded = text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : undefined;
    const isScalar = point !== undefined && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    const value = isScalar ? String.fromCodePoint(point) : Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (value === undefined || !whole.endsWith(';')) isSound = false;
    return value ?? '';
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these.
  return isSound && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(decoded) ? decoded : undefined;
}

function openElement(qualified: string, source: string, parent: OpenElement | undefined): OpenElement | undefined {
  const attributes: Record<string, string> = {};
  const scopes: Record<string, string> = { ...(parent?.scopes ?? {}) };
  for (const [, key = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? '');
    if (value === undefined || Object.hasOwn(attributes, key)) return undefined;
    attributes[key] = value;
    if (key === 'xmlns') scopes[''] = value;
    else if (key.startsWith('xmlns:')) scopes[key.slice(6)] = value;
  }
  const [prefix, local] = qualified.includes(':') ? qualified.split(':') : ['', qualified];
  const namespace = scopes[prefix ?? ''];
  if (prefix && namespace === undefined) return undefined;
  return { qualified, name: local ?? '', namespace: namespace ?? '', scopes, attributes, children: [], text: '' };
}

function closed(element: OpenElement): XmlElement {
  const { name, namespace, attributes, children, text } = element;
  return { name, namespace, attributes, children, text: text.trim() };
}

/** The root element of a UTF-8 document of at most 20 MiB and 40 levels. */
export function readStrictXml(bytes: Uint8Array): Result<XmlElement, XmlFault> {
  if (bytes.byteLength > MAX_BYTES) return refuse('xml.too_large');
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('xml.not_utf8');
  }
  const declaration = /^<\?xml\s[^?]*\?>/.exec(source)?.[0] ?? '';
  const encoding = /encoding\s*=\s*["']([^"']+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  if (!/^(utf-8|us-ascii)$/i.test(encoding)) return refuse('xml.not_utf8');
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(source)) return refuse('xml.forbidden');

  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  TOKEN.lastIndex = declaration.length;
  const finish = (element: OpenElement): void => {
    const parent = stack.at(-1);
    if (parent) parent.children.push(closed(element));
    else root = closed(element);
  };
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) return refuse('xml.malformed', { at });
    const top = stack.at(-1);
    if (groups['open'] !== undefined) {
      const element = openElement(groups['open'], groups['attributes'] ?? '', top);
      if (!element || (!top && root)) return refuse('xml.malformed', { at });
      if (groups['empty']) finish(element);
      else if (stack.push(element) > MAX_DEPTH) return refuse('xml.too_deep', { at });
    } else if (groups['close'] !== undefined) {
      if (top?.qualified !== groups['close']) return refuse('xml.malformed', { at });
      stack.pop();
      finish(top);
    } else {
      const raw = groups['cdata'] ?? groups['text'];
      const text = groups['cdata'] ?? (raw === undefined ? '' : decode(raw));
      if (text === undefined || (!top && text.trim() !== '')) return refuse('xml.malformed', { at });
      if (top) top.text += text;
    }
  }
  return root && stack.length === 0 ? ok(root) : refuse('xml.malformed', { at: source.length });
}
