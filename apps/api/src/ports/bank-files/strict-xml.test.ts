import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { readStrictXml } from './strict-xml.ts';

const read = (text: string) => readStrictXml(new TextEncoder().encode(text));

describe('readStrictXml', () => {
  it('reads elements, attributes, text, CDATA and comments with their namespaces', () => {
    const result = read(
      '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><n:a xmlns:n="urn:x" b="1 &amp; 2"><n:c>x<![CDATA[<y>]]>&#233;</n:c><n:d/></n:a>\n',
    );
    expect(result).toEqual({
      ok: true,
      value: {
        name: 'a',
        namespace: 'urn:x',
        attributes: { 'xmlns:n': 'urn:x', b: '1 & 2' },
        text: '',
        children: [
          { name: 'c', namespace: 'urn:x', attributes: {}, text: 'x<y>é', children: [] },
          { name: 'd', namespace: 'urn:x', attributes: {}, text: '', children: [] },
        ],
      },
    });
  });

  it.each([
    ['xml.forbidden', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['xml.forbidden', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['xml.malformed', '<a>&x;</a>'],
    ['xml.malformed', '<a>&amp</a>'],
    ['xml.malformed', '<a>&#0;</a>'],
    ['xml.malformed', '<a><b></a></b>'],
    ['xml.malformed', '<a><b></b>'],
    ['xml.malformed', '<a/><b/>'],
    ['xml.malformed', '<a b="1" b="2"/>'],
    ['xml.malformed', '<a b=1/>'],
    ['xml.malformed', '<n:a/>'],
    ['xml.malformed', 'words'],
    ['xml.malformed', ''],
    ['xml.not_utf8', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['xml.too_deep', `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`],
  ])('refuses with %s: %s', (code, text) => {
    expect(read(text)).toMatchObject({ ok: false, code });
  });

  it('refuses bytes that are not UTF-8 and files that are too large', () => {
    expect(readStrictXml(Uint8Array.of(0x3c, 0x61, 0xff))).toMatchObject({ ok: false, code: 'xml.not_utf8' });
    expect(readStrictXml(new Uint8Array(21 * 1024 * 1024))).toMatchObject({ ok: false, code: 'xml.too_large' });
  });

  it('gives back whatever text our own writer wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const xml = create().ele('a').txt(text.replaceAll('&', '&amp;')).end();
        expect(read(xml)).toMatchObject({ ok: true, value: { text: text.trim() } });
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readStrictXml(bytes)));
    const pieces = fc.array(
      fc.constantFrom('<a>', '</a>', '<b x="1"/>', '&', '&lt;', '<!--', '-->', ']]>', '<![CDATA[', 't', '<?p?>', '<'),
    );
    fc.assert(fc.property(pieces, (parts) => void read(parts.join(''))));
  });
});
