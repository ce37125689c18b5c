// Gives every mail the same two plain faces, text and simple HTML, so that templates are words and nothing else.

import { directionOf, localeOf } from '@support-market/words/languages';

export type PlainMail = {
  /** First line, and the title that a screen reader hears unless `title` is given. */
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** One thing to do. `url` is an absolute http or https address. */
  readonly action?: { readonly label: string; readonly url: string };
  readonly title?: string;
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new RangeError('the action of a mail needs an http or https address');
  }
  return url.href;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 20px">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
}

/**
 * The text and HTML of one mail. Everything given is escaped; HTML has a language, a title, a 44 pixel target and
 * dark text on white, and shows the address in full for those who copy it. Throws RangeError on a bad address.
 */
export function plainMail(mail: PlainMail): { readonly text: string; readonly html: string } {
  const href = mail.action === undefined ? undefined : webAddress(mail.action.url);
  const action = mail.action === undefined || href === undefined ? undefined : { label: mail.action.label, href };
  const text = [mail.greeting, ...mail.paragraphs, ...(action ? [`${action.label}:\n${action.href}`] : [])];
  const button = action && [
    `<p style="margin:0 0 20px"><a href="${escapeHtml(action.href)}" style="display:inline-block;padding:12px 20px;` +
      `min-height:20px;line-height:20px;background-color:#14532d;color:#ffffff;font-weight:bold;` +
      `text-decoration:underline">${escapeHtml(action.label)}</a></p>`,
    `<p style="margin:0 0 20px;overflow-wrap:anywhere"><span dir="ltr">${escapeHtml(action.href)}</span></p>`,
  ];
  const html = [
    '<!doctype html>',
    `<html lang="${localeOf()}" dir="${directionOf()}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(mail.title ?? mail.greeting)}</title>`,
    '</head>',
    '<body style="margin:0;padding:20px;background-color:#ffffff;color:#1a1a1a;font-family:Arial,sans-serif;' +
      'font-size:19px;line-height:1.5">',
    '<main style="max-width:600px">',
    paragraph(mail.greeting),
    ...mail.paragraphs.map(paragraph),
    ...(button ?? []),
    '</main>',
    '</body>',
    '</html>',
    '',
  ];
  return { text: `${text.join('\n\n')}\n`, html: html.join('\n') };
}
