// The questions that the reader may read: a person's, or those asked of an organisation. What changed last comes first.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type QuestionHead, useQuestions } from '../../features/questions/api/questions.ts';
import { useOtherSide } from '../../features/questions/components/question-words.ts';
import { sayVisit } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Tag } from '../../ui/marks.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="question.view">
      <Shown />
    </SignedIn>
  );
}

function Shown(): ReactNode {
  const say = useWords('questions');
  const { scopes } = useSession();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useQuestions({ cursor });
  const otherSide = useOtherSide();
  if (error) throw error;
  const provides = scopes('question.view').has('organisation');
  const last = ({ lastSide, writtenAt, organisationName, side }: QuestionHead): ReactNode => (
    <>
      {say(`by.${lastSide}`, { when: sayVisit(writtenAt), organisation: organisationName })}{' '}
      {side === 'provider' && lastSide === 'person' && <Tag tone="look">{say('waiting')}</Tag>}
    </>
  );
  return (
    <Frame title={say('title')} lead={say('lead')}>
      {!data && <Loading lines={6} />}
      {data && (
        <DataTable
          caption={say('caption')}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={say('none')}>
              <p>{say(provides ? 'noneProvider' : 'noneText')}</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'about',
              heading: say('about'),
              rowHeading: true,
              cell: ({ id, title }) => <TextLink href={paths.question(id)}>{title}</TextLink>,
            },
            {
              key: 'who',
              heading: say('who'),
              cell: (one) => (one.side === 'person' ? `${one.organisationName} (${one.personName})` : otherSide(one)),
            },
            { key: 'last', heading: say('last'), cell: last },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.questions() : undefined}
        nextHref={data?.nextCursor ? paths.questions(data.nextCursor) : undefined}
      />
    </Frame>
  );
}
