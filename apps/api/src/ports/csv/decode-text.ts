// Turns the bytes of a text file into text without being told its encoding, piece by piece, because spreadsheets save
// UTF-8 with and without a mark, Windows-1252 and UTF-16, and a file may be larger than memory.

import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

export type DecodedPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** The file is not text. `reason` says what it looks like. Nothing follows. */
  | { readonly kind: 'binary'; readonly reason: 'spreadsheet' | 'pdf' | 'not-text' };

const LINE_FEED = 0x0a;
/** A line longer than this is decoded in parts: no file may make us hold it whole. */
const MAX_HELD_BYTES = 262_144;

function startsWith(bytes: Buffer, ...wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte);
}

function binaryKind(bytes: Buffer): 'spreadsheet' | 'pdf' | 'not-text' | undefined {
  // Excel's own files are zip archives (xlsx, ods) or compound documents (xls).
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return bytes.includes(0) ? 'not-text' : undefined;
}

/** Whole lines are either UTF-8 or, where they cannot be, Windows-1252: every byte of it means something. */
function makeLineDecoder(): (bytes: Buffer) => string {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes: Buffer): string => {
    try {
      return utf8.decode(bytes);
    } catch {
      // not TextDecoder: some releases of Node read Windows-1252 as ISO 8859-1, without the euro and curly quotes
      return iconv.decode(bytes, 'windows-1252');
    }
  };
  return (bytes) => {
    try {
      return utf8.decode(bytes);
    } catch {
      const lines: string[] = [];
      for (let start = 0; start < bytes.length; ) {
        const feed = bytes.indexOf(LINE_FEED, start);
        const end = feed === -1 ? bytes.length : feed + 1;
        lines.push(decode(bytes.subarray(start, end)));
        start = end;
      }
      return lines.join('');
    }
  };
}

/** The text of a stream of bytes. Each line is decoded by itself, so one odd line does not spoil the others. */
export async function* decodeText(source: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedPiece, void, void> {
  const decodeLines = makeLineDecoder();
  let utf16: TextDecoder | undefined;
  let held = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of source) {
    let bytes = held.length > 0 ? Buffer.concat([held, chunk]) : Buffer.from(chunk);
    held = Buffer.alloc(0);
    if (!begun) {
      if (bytes.length < 4) {
        held = bytes;
        continue;
      }
      begun = true;
      if (startsWith(bytes, 0xff, 0xfe)) utf16 = new TextDecoder('utf-16le');
      else if (startsWith(bytes, 0xfe, 0xff)) utf16 = new TextDecoder('utf-16be');
      else {
        const reason = binaryKind(bytes);
        if (reason) return yield { kind: 'binary', reason };
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) bytes = bytes.subarray(3);
      }
    }
    if (utf16) {
      yield { kind: 'text', text: utf16.decode(bytes, { stream: true }) };
      continue;
    }
    const lastFeed = bytes.lastIndexOf(LINE_FEED);
    const end = lastFeed === -1 && bytes.length > MAX_HELD_BYTES ? bytes.length : lastFeed + 1;
    held = Buffer.from(bytes.subarray(end));
    if (end > 0) yield { kind: 'text', text: decodeLines(bytes.subarray(0, end)) };
  }
  if (utf16) {
    const rest = utf16.decode();
    if (rest !== '') yield { kind: 'text', text: rest };
    return;
  }
  if (held.length === 0) return;
  const reason = begun ? undefined : binaryKind(held);
  if (reason) return yield { kind: 'binary', reason };
  const marked = !begun && startsWith(held, 0xef, 0xbb, 0xbf);
  const rest = decodeLines(marked ? held.subarray(3) : held);
  if (rest !== '') yield { kind: 'text', text: rest };
}
