// What stands where a page will be while its code or its words arrive.
import type { ReactNode } from 'react';
import { Loading } from '../ui/layout.tsx';
import { useWords } from '../words/use-words.ts';

export function PageLoading(): ReactNode {
  const say = useWords();
  return (
    <div className="sm-container sm-page">
      <Loading lines={5}>{say('loading')}</Loading>
    </div>
  );
}
