// Where the messages of the demonstration can be read, and their links followed, since none of them leaves the machine.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { sayVisit } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { Card, CardGrid, EmptyState, Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** The page within this place that an address in a message leads to, or null for any other text. */
function ownPath(line: string): string | null {
  if (!/^https?:\/\/\S+$/.test(line) || !URL.canParse(line)) return null;
  const { pathname, search } = new URL(line);
  return pathname + search;
}

function Message({ text }: { readonly text: string }): ReactNode {
  return text
    .trim()
    .split('\n\n')
    .map((paragraph) => (
      <p key={paragraph}>
        {paragraph.split('\n').map((line) => {
          const path = ownPath(line);
          return (
            <span key={line}>
              {path === null ? line : <TextLink href={path}>{line}</TextLink>}
              <br />
            </span>
          );
        })}
      </p>
    ));
}

export function Page(): ReactNode {
  const say = useWords('accounts');
  const [search] = useSearchParams();
  const cursor = search.get('cursor') ?? undefined;
  const { data, error } = useQuery({
    queryKey: ['outbox', cursor],
    queryFn: () =>
      take(api.GET('/api/demonstration/outbox', { params: { query: { limit: 10, ...(cursor && { cursor }) } } })),
  });
  if (error && !(isProblem(error) && error.status === 404)) throw error;
  return (
    <Frame title={say('outbox.title')} lead={error ? undefined : say('outbox.lead')} width="reading">
      {error && (
        <Notice>
          <p>{say('outbox.none')}</p>
        </Notice>
      )}
      {!error && !data && <Loading />}
      {data?.items.length === 0 && <EmptyState title={say('outbox.empty')} />}
      {data && data.items.length > 0 && (
        <CardGrid wide>
          {data.items.map((mail) => (
            <Card key={mail.id} title={mail.subject} headingLevel={2}>
              <p className="sm-small sm-soft">
                {say('outbox.to', { recipient: mail.recipient, when: sayVisit(mail.createdAt) })}
              </p>
              <Message text={mail.text} />
            </Card>
          ))}
        </CardGrid>
      )}
      <ButtonRow>
        {cursor && (
          <LinkButton href={paths.outbox()} look="secondary">
            {say('outbox.newest')}
          </LinkButton>
        )}
        {data?.nextCursor && (
          <LinkButton href={paths.outbox(data.nextCursor)} look="secondary">
            {say('outbox.older')}
          </LinkButton>
        )}
      </ButtonRow>
    </Frame>
  );
}
