// Turning the pages of a search back must lead to the page before, for the reader who got the link, too, and however many pages there were.
import { expect, it } from 'vitest';
import { LONGEST_TRAIL, readTrail } from './page-trail.ts';

const at = (address: string) => readTrail(new URL(address, 'http://market.example').searchParams);
/** As long as the cursors of a search are. */
const cursorOf = (page: number): string => `page${page}`.padEnd(72, 'x');
const FIRST = '/search?what=a+%26+b';

function addressesTo(last: number): string[] {
  const addresses = [FIRST];
  for (let page = 2; page <= last; page += 1) addresses.push(at(addresses.at(-1) ?? '').nextHref(cursorOf(page)));
  return addresses;
}

it('leads from the third page to the second and from there to the first', () => {
  const [first, second, third] = addressesTo(3);
  expect(new URL(third ?? '', 'http://x').searchParams.get('cursor')).toBe(cursorOf(3));
  expect(at(third ?? '').previousHref).toBe(second);
  expect(at(second ?? '').previousHref).toBe(first);
  expect(at(first ?? '').previousHref).toBeUndefined();
  expect([first, second, third].map((address) => at(address ?? '').firstHref)).toEqual([undefined, undefined, first]);
});

it('keeps the address short after any number of pages, and goes back as far as it remembers', () => {
  const addresses = addressesTo(60);
  expect(Math.max(...addresses.map(({ length }) => length))).toBeLessThan(2_000);
  let address: string | undefined = addresses.at(-1);
  for (let back = 1; back <= LONGEST_TRAIL; back += 1) {
    address = at(address ?? '').previousHref;
    expect(new URL(address ?? '', 'http://x').searchParams.get('cursor')).toBe(cursorOf(60 - back));
  }
  expect(at(address ?? '')).toMatchObject({ previousHref: undefined, firstHref: FIRST });
});

it('takes nothing from a changed address but cursors', () => {
  expect(at('/search?cursor=c&before=/evil').previousHref).toBeUndefined();
  expect(at(`/search?cursor=c&before=${'x'.repeat(5_000)}`).previousHref).toBeUndefined();
  expect(at('/search?cursor=c').firstHref).toBe('/search');
  // What is no cursor asks for the first page.
  expect(at('/search?cursor=%3Cevil%3E').firstHref).toBeUndefined();
});
