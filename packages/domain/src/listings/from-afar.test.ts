// What is read as "nowhere to go to", and the places that only sound like it.
import { expect, it } from 'vitest';
import { isFromAfar } from './from-afar.ts';

it.each([
  'On the telephone',
  'by phone',
  'Telephone',
  'Online',
  'On-line group',
  'By Zoom',
  'over a phone call',
  'Video call',
  ' Zoom ',
])('%s is from afar', (name) => expect(isFromAfar(name)).toBe(true));

it.each(['The Phone Box Café', 'Telephone Exchange Hall', 'Teams Hall', 'The Video Shop', 'Headline House', ''])(
  '“%s” is a place',
  (name) => expect(isFromAfar(name)).toBe(false),
);
