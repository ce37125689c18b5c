// What an entry of the audit trail tells: a look or a change, in words and not by colour alone, and what of.
import type { ReactNode } from 'react';
import { Tag } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type EntryWords, useEventWords } from './event-words.ts';

export function WhatHappened({ entry }: { readonly entry: EntryWords }): ReactNode {
  const say = useWords('audit-entries');
  const words = useEventWords();
  return (
    <>
      <Tag tone={entry.kind === 'look' ? 'quiet' : 'look'}>{say(`kinds.${entry.kind}`)}</Tag> {words.event(entry)}
    </>
  );
}
