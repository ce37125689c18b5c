// Advice that is followed must not be refused: which places a catalogue knows, no sentence can tell.
import { expect, it } from 'vitest';
import listings from './en/plain/listings.json';

it('advice about a place that is not known names no place that may be unknown as well', () => {
  const advice = listings.search.unknownPlace.replace('{{place}}', '');
  expect(advice).toContain('postcode');
  expect(advice).not.toMatch(/\b[A-Z]{1,2}\d/);
});
