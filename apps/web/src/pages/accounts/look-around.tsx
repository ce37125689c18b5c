// The demonstration's door: one button for every role, and no password to type.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, take } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { paths } from '../../paths.ts';
import { homeFor } from '../../shell/navigation.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SESSION_KEY, type Session, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Exact } from '../../ui/exact.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { Card, CardGrid, Details, Loading } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { session, refresh } = useSession();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => take(api.GET('/api/demonstration')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const lookAround = async (role: string): Promise<void> => {
    setBusy(role);
    setFault(null);
    try {
      await take(api.POST('/api/demonstration/session', { body: { role } }));
      await refresh();
      const now = queries.getQueryData<Session>(SESSION_KEY);
      await navigate(homeFor(now?.roles.map((held) => held.role) ?? []));
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      setFault(problemWords(cause.code, cause.details));
    } finally {
      setBusy(null);
    }
  };
  if (error && !(isProblem(error) && error.status === 404)) throw error;
  return (
    <Frame title={say('lookAround.title')} lead={error ? undefined : say('lookAround.lead')} width="wide">
      {fault !== null && <ErrorSummary faults={[{ text: fault }]} />}
      {error && (
        <Notice>
          <p>{say('lookAround.none')}</p>
        </Notice>
      )}
      {!error && !data && <Loading />}
      {data && session.signedIn && session.name && <Notice title={say('lookAround.now', { name: session.name })} />}
      {data?.roles.length === 0 && (
        <Notice kind="warn">
          <p>{say('lookAround.empty')}</p>
        </Notice>
      )}
      {data && data.roles.length > 0 && (
        <>
          <CardGrid>
            {data.roles.map(({ role, title, description }) => (
              <Card
                key={role}
                title={title}
                headingLevel={2}
                foot={
                  <Button wide busy={busy === role} onPress={() => void lookAround(role)}>
                    {say('lookAround.button', { name: lowerFirst(title) })}
                  </Button>
                }
              >
                <p>{description}</p>
              </Card>
            ))}
          </CardGrid>
          <Details summary={say('lookAround.emails')}>
            <p>
              {say('lookAround.password', { password: '' })}
              <strong>{data.password}</strong>
            </p>
            <SummaryList
              rows={data.roles.map(({ role, title, email }) => ({
                key: role,
                label: title,
                value: <Exact>{email}</Exact>,
              }))}
            />
          </Details>
          <p>
            {say('lookAround.outbox')} <TextLink href={paths.outbox()}>{say('lookAround.outboxLink')}</TextLink>
          </p>
        </>
      )}
    </Frame>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
