import { describe, expect, it } from 'vitest';
import { webAddress } from './web-addresses.ts';

describe('an address on the web', () => {
  it('has http or https, and gets https where it says neither', () => {
    expect(webAddress('https://tide.example/a?b=c')).toBe('https://tide.example/a?b=c');
    expect(webAddress('HTTP://tide.example')).toBe('HTTP://tide.example');
    expect(webAddress('https://café.example:8443#today')).toBe('https://café.example:8443#today');
    expect(webAddress(' www.tide.example ')).toBe('https://www.tide.example');
  });

  it.each([
    ...['javascript:alert(1)', 'JavaScript:alert(1)//a.b', 'data:text/html,a', 'ftp://tide.example', 'vbscript:a.b'],
    ...[
      'mailto:a@tide.example',
      'https:tide.example',
      'https://tide',
      'https://',
      '//tide.example',
      'two words.example',
    ],
    ...['https://us:secret@tide.example', 'java\nscript:alert(1)', '', `https://tide.example/${'a'.repeat(300)}`],
  ])('is not %j', (text) => {
    expect(webAddress(text)).toBeNull();
  });
});
