// A message without words tells its reader nothing, so every kind that is written must have its sentence.
import { MESSAGE_KINDS } from '@support-market/domain/shared/message-kinds';
import { describe, expect, it } from 'vitest';
import messages from './en/plain/messages.json';

const keys = Object.keys(messages.kinds);

describe('words for messages', () => {
  it.each(MESSAGE_KINDS)('has a sentence for %s', (kind) => {
    expect(keys.filter((key) => key === kind || key === `${kind}_other`)).toHaveLength(1);
  });

  it('has no sentence that nothing writes', () => {
    const written = new Set<string>([...MESSAGE_KINDS, 'other']);
    expect(keys.filter((key) => !written.has(key.replace(/_(one|other)$/, '')))).toEqual([]);
  });
});
