// A file's name must reach its reader whatever letters it has, and never another header.

import { expect, test } from 'vitest';
import { disposition } from './downloads.ts';

test('a plain name stands as it is, another also by its own letters, and none ends the header', () => {
  expect(disposition('inline', 'statement-2026-11.pdf')).toBe('inline; filename="statement-2026-11.pdf"');
  expect(disposition('attachment', 'relevé (1).pdf')).toBe(
    'attachment; filename="relev_ (1).pdf"; filename*=UTF-8\'\'relev%C3%A9%20%281%29.pdf',
  );
  expect(disposition('inline', 'a"\r\nset-cookie: b/\u2068c\u2069.pdf')).toBe('inline; filename="aset-cookie: bc.pdf"');
});
