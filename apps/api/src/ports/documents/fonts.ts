// Finds the typeface that all documents are set in and says which of its files has a letter, so that no name is
// printed as empty boxes for want of an accent.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.ts';

export type Weight = 'regular' | 'bold';

/** pdfkit's name of a font file: one for common letters, one for the accents of the rest of Europe. */
export interface FontRun {
  readonly font: string;
  readonly text: string;
}

/** The part of pdfkit's open font that we ask: does it have this letter? Its types leave it out. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint(point: number): boolean };
}

interface FontDocument {
  registerFont(name: string, source: Buffer): unknown;
  font(name: string): unknown;
}

const WEIGHTS = { regular: 400, bold: 700 } as const;
const SUBSETS = ['latin', 'latin-ext'] as const;
/** Stands for a letter that no file has, such as Chinese: seen, never lost. */
const MISSING = '?';

let cached: ReadonlyMap<string, Buffer> | undefined;

function fontFiles(): ReadonlyMap<string, Buffer> {
  if (cached) return cached;
  const require = createRequire(import.meta.url);
  const files = new Map<string, Buffer>();
  for (const [weight, number] of Object.entries(WEIGHTS)) {
    for (const subset of SUBSETS) {
      const file = `atkinson-hyperlegible-next-${subset}-${number}-normal.woff`;
      files.set(
        `${weight}-${subset}`,
        unpackWoff(readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${file}`))),
      );
    }
  }
  cached = files;
  return files;
}

/** Registers the typeface and gives back the function that cuts a text into stretches of one font file each. */
export function loadFonts(document: FontDocument): (text: string, weight: Weight) => readonly FontRun[] {
  for (const [name, bytes] of fontFiles()) document.registerFont(name, bytes);
  const open = new Map<string, OpenFont['font']>();
  for (const name of fontFiles().keys()) {
    document.font(name);
    open.set(name, (document as unknown as { _font: OpenFont })._font.font);
  }
  return (text, weight) => {
    const runs: { font: string; text: string }[] = [];
    for (const letter of text.normalize('NFC').replace(/\s+/g, ' ')) {
      const point = letter.codePointAt(0) ?? 0;
      const names = SUBSETS.map((subset) => `${weight}-${subset}`);
      const found = names.find((name) => open.get(name)?.hasGlyphForCodePoint(point));
      const font = found ?? `${weight}-latin`;
      const last = runs.at(-1);
      const shown = found ? letter : MISSING;
      if (last?.font === font) last.text += shown;
      else runs.push({ font, text: shown });
    }
    return runs;
  };
}
