// Which columns a file may have and how its layout is known: by its name, or because every column fits. A file that comes
// close is refused with what is missing, because half a file read in another's layout is lost in silence.

import type { CodeOf } from '@support-market/domain/shared/problems';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';

export interface Column {
  readonly name: string;
  readonly required?: true;
  /** What it says, for the page of columns, where a mapping says it; of our own layouts words do. */
  readonly means?: string;
  /** The only words that it may have. */
  readonly words?: readonly string[];
  /** Other headings that publishers give it. */
  readonly also?: RegExp;
}

export interface Layout {
  readonly name: string;
  readonly columns: readonly Column[];
  /**
   * `own`: every column that it must have, and none that it does not know. `published`: every column that it must have,
   * beside any other. `exactly`: these headings, all of them and no other.
   */
  readonly fits: 'own' | 'published' | { readonly exactly: readonly string[] };
}

export type LayoutCode = CodeOf<'import.columns_wrong' | 'import.layout_unclear' | 'import.layout_unknown'>;

/** The heading under which a file has a column; undefined where it has none. */
export function headingOf(column: Column, heading: readonly string[]): string | undefined {
  return heading.includes(column.name) ? column.name : heading.find((name) => column.also?.test(name));
}

function missingOf(layout: Layout, heading: readonly string[]): string[] {
  return layout.columns
    .filter((column) => column.required && headingOf(column, heading) === undefined)
    .map(({ name }) => name);
}

function unknownOf(layout: Layout, heading: readonly string[]): string[] {
  return heading.filter((name) => name !== '' && !layout.columns.some((column) => headingOf(column, [name]) === name));
}

function fits(layout: Layout, heading: readonly string[]): boolean {
  if (typeof layout.fits === 'object') {
    const named = heading.filter((name) => name !== '');
    const wanted = layout.fits.exactly;
    return named.length === wanted.length && wanted.every((name) => named.includes(name));
  }
  if (missingOf(layout, heading).length > 0) return false;
  return layout.fits === 'published' || unknownOf(layout, heading).length === 0;
}

/**
 * The layout of a file with this heading, of some layouts of which the first is our own. A name settles it; without one
 * the heading has to fit, and our own comes first. Refuses with what our own (or the named) layout misses and does not know.
 */
export function chooseLayout(
  layouts: readonly [Layout, ...Layout[]],
  heading: readonly string[],
  name?: string,
): Result<Layout, LayoutCode> {
  const names = layouts.map((layout) => layout.name);
  const wrong = (layout: Layout): Result<Layout, LayoutCode> => {
    const unknown = layout.fits === 'own' ? unknownOf(layout, heading) : [];
    return refuse('import.columns_wrong', {
      layout: layout.name,
      layouts: names,
      expected: layout.columns.filter(({ required }) => required).map((column) => column.name),
      optional: layout.columns.filter(({ required }) => !required).map((column) => column.name),
      found: heading.slice(0, 60),
      missing: missingOf(layout, heading),
      ...(unknown.length > 0 ? { unknown: unknown.slice(0, 60) } : {}),
    });
  };
  const twice = heading.filter((each, index) => each !== '' && heading.indexOf(each) !== index);
  if (twice.length > 0)
    return refuse('import.columns_wrong', { found: heading.slice(0, 60), missing: [], twice: [...new Set(twice)] });
  if (name !== undefined) {
    const named = layouts.find((layout) => layout.name === name);
    if (!named) return refuse('import.layout_unknown', { layout: name.slice(0, 60), layouts: names });
    const isFit = missingOf(named, heading).length === 0 && (named.fits !== 'own' || fits(named, heading));
    return isFit ? ok(named) : wrong(named);
  }
  const [own] = layouts;
  if (fits(own, heading)) return ok(own);
  const fitting = layouts.filter((layout) => fits(layout, heading));
  const [only] = fitting;
  if (only && fitting.length === 1) return ok(only);
  if (fitting.length > 1) return refuse('import.layout_unclear', { layouts: fitting.map((layout) => layout.name) });
  return wrong(own);
}
