// Proves with arithmetic that every theme can be read: WCAG 2.2 contrast of each pair of tokens that meets on a page.
import { describe, expect, it } from 'vitest';
import source from './_tokens.scss?raw';

function tokensOf(theme: string): Map<string, string> {
  const block = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const PAPERS = ['paper', 'paper-raised', 'paper-sunk'];
const TEXT_PAIRS = [
  ...['ink', 'ink-soft', 'green', 'green-strong', 'red', 'amber-ink'].flatMap((text) =>
    PAPERS.map((paper) => [text, paper] as const),
  ),
  ['on-green', 'green'],
  ['on-green', 'green-strong'],
  ['on-red', 'red'],
  ['on-red', 'red-strong'],
  ['ink', 'green-wash'],
  ['green', 'green-wash'],
  ['ink', 'amber-wash'],
  ['amber-ink', 'amber-wash'],
  ['ink', 'red-wash'],
  ['red', 'red-wash'],
  ['focus-ink', 'focus'],
] as const;
const CONTROL_PAIRS = PAPERS.flatMap((paper) => [['line-strong', paper] as const]);

describe.each(['light', 'dark', 'contrast'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const at = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`${theme} has no token ${name}`);
    return value;
  };

  it('names the same tokens as the light theme', () => {
    expect([...tokens.keys()]).toEqual([...tokensOf('light').keys()]);
    expect(tokens.size).toBeGreaterThan(15);
  });

  it.each(TEXT_PAIRS)('shows %s on %s at 7 to 1 or better', (text, paper) => {
    expect(contrast(at(text), at(paper))).toBeGreaterThanOrEqual(7);
  });

  it.each(CONTROL_PAIRS)('draws %s on %s at 4.5 to 1 or better', (line, paper) => {
    expect(contrast(at(line), at(paper))).toBeGreaterThanOrEqual(4.5);
  });

  it('surrounds focus with a ring that stands out from the page and from the control', () => {
    const ring = theme === 'light' ? at('focus-ink') : at('focus');
    expect(contrast(ring, at('paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at('focus'), at('focus-ink'))).toBeGreaterThanOrEqual(7);
  });
});
