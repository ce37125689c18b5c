// The key under which a form is sent, so that what was sent already is not done a second time.
import { useRef } from 'react';
import { newIdempotencyKey } from './client.ts';

/**
 * Answers the key for what a form sends. The same content has the same key, however often it is sent (a second press, a try
 * after a fault). Other content has another key: under the old one the server would refuse it.
 */
export function useIdempotencyKey(): (content: object) => string {
  const last = useRef({ text: '', key: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.text !== text) last.current = { text, key: newIdempotencyKey() };
    return last.current.key;
  };
}
