// Writes the whole HTML document around what was drawn: its head, its scripts, and facts for machines as data.
import type { PageQuestion } from '@support-market/api-client/public-pages';
import { directionOf, localeOf } from '@support-market/words/languages';
import { wordsIn } from '@support-market/words/words-in';
import { spokenTag } from '../format/spoken.ts';
import type { Said } from './said.ts';

export type Drawn = {
  readonly title: string;
  readonly markup: string;
  readonly said: Said;
  /** False for an error's page, which has no address of its own. */
  readonly found: boolean;
};

/** Of the picture that the build draws: as wide and high as previews ask for. */
const PREVIEW = { width: 1200, height: 630 };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** JSON that cannot end the block it stands in, nor mean anything else to a reader of scripts. */
function asData(fact: unknown): string {
  return JSON.stringify(fact).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const meta = (name: 'name' | 'property', key: string, content: string): string =>
  `<meta ${name}="${key}" content="${escapeText(content)}">`;

function headOf(question: PageQuestion, { title, said, found }: Drawn): string {
  const { files, publicUrl } = question;
  const url = publicUrl + said.canonical;
  const picture = said.picture ?? { url: files.picture, ...PREVIEW, alt: wordsIn().say('shell')('picture') };
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#fbf8f1">',
    `<title>${escapeText(title)}</title>`,
    meta('name', 'description', said.description),
    ...(found && said.indexed ? [] : [meta('name', 'robots', 'noindex')]),
    ...(found && !said.secret
      ? [
          `<link rel="canonical" href="${escapeText(url)}">`,
          meta('property', 'og:type', 'website'),
          meta('property', 'og:site_name', wordsIn().say('shell')('name')),
          meta('property', 'og:locale', localeOf(spokenTag()).replace('-', '_')),
          meta('property', 'og:title', title),
          meta('property', 'og:description', said.description),
          meta('property', 'og:url', url),
          meta('name', 'twitter:card', 'summary_large_image'),
          meta('property', 'og:image', publicUrl + picture.url),
          meta('property', 'og:image:width', String(picture.width)),
          meta('property', 'og:image:height', String(picture.height)),
          meta('property', 'og:image:alt', picture.alt),
        ]
      : []),
    `<link rel="icon" href="${files.icon}" type="image/svg+xml">`,
    '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
    ...files.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    `<script src="${files.display}"></script>`,
    ...(found ? said.facts.map((fact) => `<script type="application/ld+json">${asData(fact)}</script>`) : []),
  ].join('\n');
}

function document(head: string, body: string): string {
  const tag = spokenTag();
  return `<!doctype html>\n<html lang="${localeOf(tag)}" dir="${directionOf(tag)}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** A page for a stranger: whole as it is, and a little quicker to use with its one small script. */
export function drawDocument(question: PageQuestion, drawn: Drawn): string {
  return document(
    `${headOf(question, drawn)}\n<script type="module" src="${question.files.document}"></script>`,
    `<div id="root">${drawn.markup}</div>`,
  );
}

/** A page that the app draws; what was drawn here is for browsers without scripts. */
export function drawAppShell(question: PageQuestion, drawn: Drawn): string {
  const { app } = question.files;
  const scripts = [
    `<script type="module" crossorigin src="${app.script}"></script>`,
    ...app.preload.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`),
  ];
  return document(
    `${headOf(question, { ...drawn, found: false })}\n${scripts.join('\n')}`,
    `<div id="root"></div>\n<noscript>${drawn.markup}</noscript>`,
  );
}
