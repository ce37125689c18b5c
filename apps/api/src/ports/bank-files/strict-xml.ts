// Reads XML that a stranger may have written: no document types, no entities but the five, no deep nests, no big
// files, and a truncated or crossed tag is refused. saxes is strict about XML; what a bank may send is decided here.

import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import { SaxesParser } from 'saxes';

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

type OpenElement = Omit<XmlElement, 'text'> & { readonly children: XmlElement[]; text: string };

/** Ends the parser at the first thing that is refused. */
class Refused extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault);
    this.fault = fault;
  }
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
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  const parser = new SaxesParser({ xmlns: true, position: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const addText = (text: string): void => {
    const top = stack.at(-1);
    if (top) top.text += text;
  };
  parser.on('error', () => {
    throw new Refused('xml.malformed');
  });
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(utf-8|us-ascii)$/i.test(encoding)) throw new Refused('xml.not_utf8');
  });
  parser.on('doctype', () => {
    throw new Refused('xml.forbidden');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
    if (stack.length === MAX_DEPTH) throw new Refused('xml.too_deep');
    stack.push({ name: local, namespace: uri, attributes: values, children: [], text: '' });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (!closed) return;
    const element = { ...closed, text: closed.text.trim() };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refuse(error.fault, { at: parser.position });
  }
  return root ? ok(root) : refuse('xml.malformed', { at: source.length });
}
