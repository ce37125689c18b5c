// Reads back the words of a PDF that we made, so that a test can hold paper to the same sums as the screen.

import { inflateSync } from 'node:zlib';

/** The text of every page, a space between pieces. Knows only what our own printer writes: Flate streams and ToUnicode maps. */
export function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, { head: string; body: string }>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', text = ''] = match;
    const [head = '', stream] = text.split(/\nstream\n/);
    const data = stream?.replace(/\nendstream$/, '') ?? '';
    const body = head.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
    objects.set(id, { head, body });
  }
  const maps = new Map<string, readonly string[]>();
  for (const { head } of objects.values()) {
    for (const [, name = '', font = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1];
      if (map !== undefined) maps.set(name, charactersOf(objects.get(map)?.body ?? ''));
    }
  }
  const words: string[] = [];
  for (const { body } of objects.values()) {
    let characters: readonly string[] = [];
    for (const [, font, pieces] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g)) {
      if (font !== undefined) characters = maps.get(font) ?? [];
      if (pieces === undefined) continue;
      const codes = [...pieces.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      words.push(codes.map((code) => characters[Number.parseInt(code, 16)] ?? '').join(''));
    }
  }
  return words.join(' ').replace(/\s+/g, ' ');
}

function charactersOf(cmap: string): readonly string[] {
  const characters: string[] = [];
  for (const [, first = '0', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    let code = Number.parseInt(first, 16);
    for (const [, hex = ''] of list.matchAll(/<([0-9a-f ]*)>/g)) {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      characters[code] = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      code += 1;
    }
  }
  return characters;
}
