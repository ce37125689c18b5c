// Letters that wait to be printed, for people and organisations without an e-mail address, and those that were.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useLetters } from '../../features/letters/api/letters.ts';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="letter.view">
      <Letters />
    </SignedIn>
  );
}

function Letters(): ReactNode {
  const say = useWords('letters');
  const [search] = useSearchParams();
  const printed = search.get('state') === 'printed';
  const state = printed ? 'printed' : 'waiting';
  const cursor = search.get('cursor') ?? undefined;
  const { data, error } = useLetters(state, cursor);
  if (error) throw error;
  return (
    <Frame title={say(printed ? 'printedTitle' : 'title')} lead={!printed && say('lead')}>
      {!data && <Loading />}
      {data && (
        <DataTable
          caption={say(printed ? 'printedTitle' : 'title')}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={say(printed ? 'nonePrinted' : 'none')} />}
          columns={[
            {
              key: 'to',
              heading: say('to'),
              rowHeading: true,
              cell: (one) => (
                <TextLink href={paths.letter(one.id)} about={one.subject}>
                  {one.recipientName}
                </TextLink>
              ),
            },
            { key: 'subject', heading: say('subject'), cell: (one) => one.subject },
            { key: 'written', heading: say('written'), cell: (one) => sayDateOf(one.createdAt) },
            ...(printed
              ? [
                  {
                    key: 'printed',
                    heading: say('printed'),
                    cell: (one: { printedAt: string | null }) => (one.printedAt ? sayDateOf(one.printedAt) : ''),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.letters(state) : undefined}
        nextHref={data?.nextCursor ? paths.letters(state, data.nextCursor) : undefined}
      />
      <p>
        <TextLink href={printed ? paths.letters() : paths.letters('printed')}>
          {say(printed ? 'seeWaiting' : 'seePrinted')}
        </TextLink>
      </p>
    </Frame>
  );
}
