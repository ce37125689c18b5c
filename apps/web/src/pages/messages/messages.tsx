// Everything the viewer should know, newest first.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from '../../features/messages/api/messages.ts';
import { MessageList } from '../../features/messages/components/message-list.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="message.read">
      <Messages />
    </SignedIn>
  );
}

function Messages(): ReactNode {
  const say = useWords('messages');
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const messages = useMessages({ cursor });
  if (messages.error) throw messages.error;
  const { data } = messages;
  return (
    <Frame title={say('title')} width="reading" lead={data && say('unread', { count: data.unread })}>
      {!data && <Loading lines={6} />}
      {data && data.items.length === 0 && <EmptyState title={say('none')}>{say('noneText')}</EmptyState>}
      {data && <MessageList messages={data.items} withNames />}
      <Pagination
        firstHref={cursor ? paths.messages() : undefined}
        nextHref={data?.nextCursor ? `${paths.messages()}?cursor=${data.nextCursor}` : undefined}
      />
    </Frame>
  );
}
