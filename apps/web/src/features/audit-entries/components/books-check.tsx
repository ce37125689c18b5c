// Proves the books when asked, and shows every check with what it counted.
import type { ReactNode } from 'react';
import { isProblem } from '../../../api/problem.ts';
import { sayTime } from '../../../format/dates.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/layout.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { useVerification } from '../api/audit-entries.ts';

export function BooksCheck(): ReactNode {
  const say = useWords('audit-entries');
  const problemWords = useProblemWords();
  const { data, error, isPending, mutate } = useVerification();
  const names: Readonly<Record<string, string>> = say('books.names', { returnObjects: true });
  return (
    <>
      <ButtonRow>
        <Button icon="check" look="secondary" busy={isPending} onPress={() => mutate()}>
          {say('books.button')}
        </Button>
      </ButtonRow>
      {isPending && <Loading />}
      {error && (
        <Notice kind="warn" live>
          <p>{problemWords(isProblem(error) ? error.code : 'server.unexpected')}</p>
        </Notice>
      )}
      {data && (
        <>
          <Notice
            kind={data.balanced ? 'success' : 'harm'}
            live
            title={say(data.balanced ? 'books.balanced' : 'books.notBalanced')}
          >
            <p>{say('books.at', { time: sayTime(data.verifiedAt) })}</p>
          </Notice>
          <DataTable
            caption={say('books.caption')}
            dense
            rows={data.checks}
            rowKey={({ name }) => name}
            columns={[
              { key: 'name', heading: say('books.check'), cell: ({ name }) => names[name] ?? name, rowHeading: true },
              {
                key: 'counted',
                heading: say('books.counted'),
                cell: ({ counted }) => formatNumber(counted),
                number: true,
              },
              {
                key: 'result',
                heading: say('books.result'),
                cell: ({ wrong }) =>
                  wrong.length === 0 ? (
                    <Tag tone="go" icon="check">
                      {say('books.right')}
                    </Tag>
                  ) : (
                    <ul className="sm-plain-list">
                      {wrong.map(({ what, record }) => (
                        <li key={record}>
                          <Tag tone="harm" icon="alert">
                            {say('books.wrong')}
                          </Tag>{' '}
                          {record}: {what}
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
