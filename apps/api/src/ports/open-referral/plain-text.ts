// Makes plain text of what feeds send as text: tags and scripts out, entities read, and nothing left that cannot be seen.

import { isBlank } from '@support-market/domain/shared/visible-text';
import { Parser } from 'htmlparser2';

/** What is between their tags is no text for people. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'title', 'head']);
const ENDS_A_LINE = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function withoutTags(html: string): string {
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (SILENT.has(name)) silent += 1;
      if (ENDS_A_LINE.has(name)) text += '\n';
    },
    ontext: (part) => {
      if (silent === 0) text += part;
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent -= 1;
      if (ENDS_A_LINE.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return text;
}

/** Not seen, or able to turn the letters round: zero-width, direction-changing, control and unpaired characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115F\u1160\u2800\u3164\uFFA0]/gu;
const isJoin = (character: string): boolean => character === '\u200C' || character === '\u200D';
const JOINS_THESE = /[\p{L}\p{M}\p{Extended_Pictographic}]|\uFE0F/u;

/** Some scripts and signs need a join between two others; anywhere else one is only unseen. */
const isNeeded = (text: string, at: number): boolean =>
  JOINS_THESE.test(text.slice(Math.max(0, at - 2), at)) && JOINS_THESE.test(text.slice(at + 1, at + 3));

function seen(text: string): string {
  return text.replaceAll(UNSEEN, (character, at: number) => {
    if (character === '\n' || (isJoin(character) && isNeeded(text, at))) return character;
    return character === '\t' || character === '\r' ? ' ' : '';
  });
}

/** Tags that would still be there after entities are read ("&lt;script&gt;") are taken as tags too. */
function plain(text: string): string {
  const once = /[<&]/.test(text) ? withoutTags(text) : text;
  return /<[a-z/!]/i.test(once) ? withoutTags(once) : once;
}

/** Of several lines: no more than one empty line between two. */
export function plainText(text: string): string {
  const shown = seen(plain(text))
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return isBlank(shown) ? '' : shown;
}

export function plainLine(text: string): string {
  return plainText(text).replaceAll('\n', ' ').replaceAll(/ {2,}/g, ' ');
}
