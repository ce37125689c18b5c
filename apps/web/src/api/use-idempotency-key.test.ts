import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useIdempotencyKey } from './use-idempotency-key.ts';

it('gives the same content the same key however often it is sent, and other content another', () => {
  const { result, rerender } = renderHook(useIdempotencyKey);
  const first = result.current({ words: 'All is well.' });
  rerender();
  expect(first).not.toBe('');
  expect(result.current({ words: 'All is well.' })).toBe(first);
  expect(result.current({ words: 'All is very well.' })).not.toBe(first);
});

it('gives two forms different keys for the same content', () => {
  const content = { words: 'All is well.' };
  const keys = [1, 2].map(() => renderHook(useIdempotencyKey).result.current(content));
  expect(keys[0]).not.toBe(keys[1]);
});
