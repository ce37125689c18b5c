// Who last said that a page is right, and which list it came from: each only where it is so.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { useWords } from '../../../words/use-words.ts';

export function ToldBy({
  name,
  lastChecked,
  fromFile,
}: {
  readonly name: string;
  readonly lastChecked: string | null;
  readonly fromFile: { readonly councilName: string | null; readonly on: string } | null;
}): ReactNode {
  const say = useWords('listings');
  const sentences = [
    lastChecked && say('page.lastChecked', { name, date: sayDate(lastChecked) }),
    fromFile?.councilName && say('page.fromFile', { council: fromFile.councilName, date: sayDate(fromFile.on) }),
  ].filter(Boolean);
  return sentences.length === 0 ? null : <p className="sm-soft">{sentences.join(' ')}</p>;
}
