// Finds the typeface that all documents are set in and says where it has no letter, so that no name is printed as empty
// boxes.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Weight = 'regular' | 'bold';

/** The part of pdfkit's open font that we ask: does it have this letter? Its types leave it out. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint(point: number): boolean };
}

interface FontDocument {
  registerFont(name: string, source: Buffer): unknown;
  font(name: string): unknown;
}

const FILES = {
  regular: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  bold: '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
} as const satisfies Record<Weight, string>;
/** Stands for a letter that the typeface does not have, such as Chinese: seen, never lost. */
const MISSING = '?';

let cached: ReadonlyMap<Weight, Buffer> | undefined;

function fontFiles(): ReadonlyMap<Weight, Buffer> {
  const require = createRequire(import.meta.url);
  cached ??= new Map(
    (Object.keys(FILES) as Weight[]).map((weight) => [
      weight,
      readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${FILES[weight]}`)),
    ]),
  );
  return cached;
}

/** Registers the typeface by its weights, and gives back the function that puts a text into letters which it has. */
export function loadFonts(document: FontDocument): (text: string, weight: Weight) => string {
  const open = new Map<Weight, OpenFont['font']>();
  for (const [weight, bytes] of fontFiles()) {
    document.registerFont(weight, bytes);
    document.font(weight);
    open.set(weight, (document as unknown as { _font: OpenFont })._font.font);
  }
  return (text, weight) =>
    [...text.normalize('NFC').replace(/\s+/g, ' ')]
      .map((letter) => (open.get(weight)?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : MISSING))
      .join('');
}
