// A language that is written from right to left needs no rewrite: no style says left or right.
import { describe, expect, it } from 'vitest';
import { logicalOf } from '../../logical-styles.ts';

const sheets = import.meta.glob<string>('./**/*.scss', { eager: true, query: '?raw', import: 'default' });
const components = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** What a style says about a side of the page rather than of a line. */
const PHYSICAL = new RegExp(
  [
    /\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b/,
    /\b(margin|padding|scroll-margin|scroll-padding)-(top|bottom)\b|\bborder-(top|bottom)(-color|-style|-width)?:/,
    /\b(margin|padding)(Top|Bottom)\b/,
    /\bborder-(top|bottom)-(left|right)-radius\b/,
    /^\s*(left|right)\s*:/,
    /\b(float|clear|text-align)\s*:\s*(left|right)\b/,
    /\b(margin|padding|border|text)(Left|Right)\b|\btextAlign: '(left|right)'|[{,] (left|right): [`'"\d]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'm',
);

/** Four values of which the second and the fourth differ: top, right, bottom, left. */
function hasFourSides(line: string): boolean {
  const [, prop = '', value = ''] =
    /^\s*(margin|padding|inset|border-width|border-radius)\s*:\s*(.+);$/.exec(line) ?? [];
  if (prop === 'border-radius') return /\s/.test(value.replaceAll(/\([^()]*\)/g, ''));
  return prop !== '' && logicalOf(prop === 'inset' ? 'margin' : prop, value) !== null;
}

const faultsIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => !/^\s*(\/\/|\*)/.test(line) && (PHYSICAL.test(line) || hasFourSides(line)));

describe('styles', () => {
  it('never say left or right where a line begins or ends', () => {
    expect(Object.values(sheets).join('').length).toBeGreaterThan(20_000);
    const faults = Object.entries(sheets).flatMap(([path, text]) =>
      faultsIn(text).map((line) => `${path}: ${line.trim()}`),
    );
    expect(faults).toEqual([]);
  });

  it('never do so within a component', () => {
    expect(Object.values(components).join('').length).toBeGreaterThan(200_000);
    const styled = /style=\{\{[^}]*\}\}/g;
    const faults = Object.entries(components).flatMap(([path, text]) =>
      [...text.matchAll(styled)].flatMap(([style]) => (PHYSICAL.test(style) ? [`${path}: ${style}`] : [])),
    );
    expect(faults).toEqual([]);
  });

  it('that say so are found', () => {
    const wrong = [
      '  margin-left: 1rem;',
      '  margin-bottom: 1rem;',
      'border-top: 1px solid;',
      'left: 0;',
      '  text-align: right;',
      'padding: 0 1px 0 2px;',
      'border-radius: 1px 0;',
    ];
    expect(wrong.flatMap(faultsIn)).toEqual(wrong);
    expect(PHYSICAL.test("style={{ marginLeft: '2rem' }}")).toBe(true);
    expect(PHYSICAL.test("style={{ marginBottom: '2rem' }}")).toBe(true);
    expect(
      faultsIn('  margin: 0 auto 1rem;\n  padding: 0 calc(1px + 2px) 0 calc(1px + 2px);\n  text-align: center;'),
    ).toEqual([]);
  });
});

describe('what we borrow', () => {
  it('is turned from sides of the page into ends of a line', () => {
    expect(logicalOf('border-left-color', 'red')).toEqual([['border-inline-start-color', 'red']]);
    expect(logicalOf('right', '0')).toEqual([['inset-inline-end', '0']]);
    expect(logicalOf('text-align', 'left !important')).toEqual([['text-align', 'start !important']]);
    expect(logicalOf('margin', '5px 20px 10px 0 !important')).toEqual([
      ['margin-block', '5px 10px !important'],
      ['margin-inline', '0 20px !important'],
    ]);
    expect(logicalOf('padding', '1px max(2px, calc(3px + 4px)) 1px max(2px, calc(3px + 4px))')).toBeNull();
    expect(logicalOf('margin', '0 auto')).toBeNull();
  });
});
