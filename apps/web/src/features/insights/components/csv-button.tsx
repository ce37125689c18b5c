// Takes a table away as a file, and says so in place when that fails.
import { type ReactNode, useState } from 'react';
import { isProblem } from '../../../api/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { type MonthSpan, saveCsv } from '../api/insights.ts';

export type CsvButtonProps = {
  readonly name: string;
  /** Of what; read out, and shown where several stand together. */
  readonly about: string;
  readonly showAbout?: boolean;
  readonly span?: MonthSpan;
};

export function CsvButton({ name, about, showAbout = false, span }: CsvButtonProps): ReactNode {
  const say = useWords('insights');
  const problemWords = useProblemWords();
  const [refused, setRefused] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setRefused(null);
    try {
      await saveCsv(name, span);
    } catch (error) {
      setRefused(isProblem(error) ? error.code : 'server.unexpected');
    }
  };
  return (
    <>
      <Button look="secondary" small icon="download" {...(showAbout ? {} : { about })} onPress={() => void save()}>
        {showAbout ? say('csvOf', { about }) : say('csv')}
      </Button>
      {refused && (
        <Notice kind="warn" live>
          <p>{problemWords(refused)}</p>
        </Notice>
      )}
    </>
  );
}
