// Turns "left" and "right" in the one sheet into "where a line begins" and "where it ends", so that what we borrow from
// GOV.UK Frontend follows the direction of the language as our own styles do. A tick and a picture are never mirrored.

/** As much of PostCSS's declaration as is used here; Vite brings PostCSS itself. */
export type Declaration = {
  prop: string;
  value: string;
  readonly parent?: unknown;
  cloneBefore(overrides: { readonly prop: string; readonly value: string }): unknown;
  remove(): unknown;
};

const SIDES: Readonly<Record<string, string>> = { left: 'inline-start', right: 'inline-end' };

/** The parts of a value between spaces, with what stands in brackets kept whole. */
const partsOf = (value: string): readonly string[] =>
  value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];

/** The declarations that say the same by the direction of the text; null where it says so already. */
export function logicalOf(prop: string, value: string): readonly (readonly [prop: string, value: string])[] | null {
  const side = /^(margin|padding|border)-(left|right)(-color|-style|-width)?$/.exec(prop);
  if (side) return [[`${side[1]}-${SIDES[side[2] ?? '']}${side[3] ?? ''}`, value]];
  if (prop === 'left' || prop === 'right') return [[`inset-${SIDES[prop]}`, value]];
  if (prop === 'text-align' && /^(left|right)\b/.test(value))
    return [[prop, value.replace(/^(left|right)\b/, (word) => (word === 'left' ? 'start' : 'end'))]];
  const important = / ?!important$/.exec(value)?.[0] ?? '';
  const [top, right, bottom, left, more] = partsOf(value.slice(0, value.length - important.length));
  if (left === undefined || more !== undefined || left === right) return null;
  const [block, inline] = [`${top} ${bottom}${important}`, `${left} ${right}${important}`];
  if (prop === 'margin' || prop === 'padding')
    return [
      [`${prop}-block`, block],
      [`${prop}-inline`, inline],
    ];
  return prop === 'border-width'
    ? [
        ['border-block-width', block],
        ['border-inline-width', inline],
      ]
    : null;
}

const selectorOf = (parent: unknown): string =>
  typeof parent === 'object' && parent !== null && 'selector' in parent ? String(parent.selector) : '';

/** A box's tick is two borders of a turned square: the other two would make another sign. */
const isTick = (selector: string, prop: string): boolean =>
  /checkboxes__label::?after/.test(selector) && prop.startsWith('border');

export const logicalStyles = {
  postcssPlugin: 'logical-styles',
  Declaration(declaration: Declaration): void {
    const { prop, value, parent } = declaration;
    const logical = isTick(selectorOf(parent), prop) ? null : logicalOf(prop, value);
    if (logical === null) return;
    for (const [name, said] of logical) declaration.cloneBefore({ prop: name, value: said });
    declaration.remove();
  },
};
