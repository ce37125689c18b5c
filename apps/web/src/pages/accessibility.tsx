// How this place can be used, by whom, and what to do when it cannot.
import type { ReactNode } from 'react';
import { Page as Frame } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords();
  return (
    <Frame title={say('accessibility.title')} lead={say('accessibility.lead')} width="reading">
      <p>{say('accessibility.one')}</p>
      <p>{say('accessibility.two')}</p>
      <p>{say('accessibility.three')}</p>
    </Frame>
  );
}
