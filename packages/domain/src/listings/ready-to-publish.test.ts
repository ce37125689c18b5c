import { expect, it } from 'vitest';
import { missingToPublish } from './ready-to-publish.ts';

it('names what a listing must still say, and asks no price of what is free', () => {
  const nothing = { summary: ' ', postcode: null, saysWhen: false, canBeReached: false, free: false, hasPrice: false };
  expect(missingToPublish(nothing)).toEqual(['summary', 'place', 'when', 'price', 'contact']);
  expect(missingToPublish({ ...nothing, free: true })).toEqual(['summary', 'place', 'when', 'contact']);
  const whole = {
    summary: 'Help',
    postcode: 'HB1 1AB',
    saysWhen: true,
    canBeReached: true,
    free: false,
    hasPrice: true,
  };
  expect(missingToPublish(whole)).toEqual([]);
});
