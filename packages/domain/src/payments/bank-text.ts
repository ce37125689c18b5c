// Banks carry only a small set of letters; what they cannot carry is spelt another way and the change is told,
// never dropped silently. Source: ISO 20022 pain.001 UK and European practice (the SWIFT "x" character set).

export interface BankTextChange {
  readonly from: string;
  readonly to: string;
  /** `spelt`: another way of writing the same; `replaced`: no way known, a full stop stands for it; `shortened`: cut at the end. */
  readonly why: 'spelt' | 'replaced' | 'shortened';
}

export interface BankText {
  readonly text: string;
  readonly changes: readonly BankTextChange[];
}

const ALLOWED = /^[A-Za-z0-9/\-?:().,'+ ]$/;

/** How to spell what decomposition alone cannot. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '&': '+',
  '£': 'GBP',
  '€': 'EUR',
  $: 'USD',
  '@': '(at)',
  '%': 'pct',
  '#': 'No.',
  _: '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '`': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '…': '...',
  '!': '.',
  ';': ',',
  '=': '-',
  '*': '.',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '\\': '/',
  '|': '/',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
};

function spell(character: string): string | undefined {
  const known = SPELLINGS[character];
  if (known !== undefined) return known;
  if (/^\s$/.test(character)) return ' ';
  // Compatibility decomposition turns é into e and an accent, ﬁ into fi, ½ into 1⁄2; the accents then go.
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('\u2044', '/');
  // A mark that stood alone leaves at most a blank, which would be to lose it silently.
  const changed = plain !== character && plain.trim() !== '';
  return changed && [...plain].every((letter) => ALLOWED.test(letter)) ? plain : undefined;
}

/**
 * Text a bank can carry, at most `maxLength` characters (at least 1), and every change made to get there. White
 * space is gathered into single blanks and trimmed, and slashes do not lead, end or stand in pairs, for banks read
 * those as marks of their own. Empty only when there was nothing but white space.
 */
export function bankText(input: string, maxLength: number): BankText {
  const changes: BankTextChange[] = [];
  let text = '';
  for (const character of input.normalize('NFC')) {
    if (ALLOWED.test(character)) {
      text += character;
      continue;
    }
    const spelling = spell(character);
    text += spelling ?? '.';
    if (spelling === ' ') continue;
    changes.push({ from: character, to: spelling ?? '.', why: spelling === undefined ? 'replaced' : 'spelt' });
  }
  text = text.replace(/ +/g, ' ').trim();
  const unslashed = text.replace(/\/(?=\/)|^\/|\/$/g, '.');
  if (unslashed !== text) changes.push({ from: text, to: unslashed, why: 'spelt' });
  if (unslashed.length <= maxLength) return { text: unslashed, changes };
  const short = unslashed.slice(0, maxLength).trimEnd().replace(/\/$/, '.');
  return { text: short, changes: [...changes, { from: unslashed, to: short, why: 'shortened' }] };
}

/** A reference that machines will match on: never altered, so it must be right to begin with. */
export function isBankReference(text: string, maxLength = 35): boolean {
  return (
    text.length > 0 &&
    text.length <= maxLength &&
    text.trim() === text &&
    /^[A-Za-z0-9\-?:().,'+ /]+$/.test(text) &&
    !/^\/|\/$|\/\//.test(text)
  );
}
