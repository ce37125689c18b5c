// One pound from the award to the bank file and back, and whether every sum on the way agrees.
import type { ReactNode } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useEventWords } from '../../features/audit-entries/components/event-words.ts';
import { type Thread, type Trace, useTrace } from '../../features/traces/api/follow-reference.ts';
import { FollowForm, type TraceState } from '../../features/traces/components/follow-form.tsx';
import { ThreadSteps } from '../../features/traces/components/thread-steps.tsx';
import { sayDay } from '../../format/dates.ts';
import { formatPence } from '../../format/money.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { BackLink, Details, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

function Sums({ trace }: { readonly trace: Trace }): ReactNode {
  const say = useWords('traces');
  const names: Readonly<Record<string, { first: string; second: string }>> = say('checks', { returnObjects: true });
  return (
    <>
      <Notice kind={trace.agrees ? 'success' : 'harm'} title={say(trace.agrees ? 'agrees' : 'differs')}>
        <p>{say('threads', { count: trace.threads })}</p>
      </Notice>
      <Details summary={say('showSums')} open={!trace.agrees}>
        <DataTable
          caption={say('sums')}
          captionHidden
          dense
          rows={trace.checks}
          rowKey={({ name }) => name}
          columns={[
            { key: 'first', heading: say('this'), cell: ({ name }) => names[name]?.first ?? name, rowHeading: true },
            {
              key: 'firstPence',
              heading: say('amount'),
              cell: ({ firstPence }) => formatPence(firstPence),
              number: true,
            },
            { key: 'second', heading: say('agreesWith'), cell: ({ name }) => names[name]?.second ?? '' },
            {
              key: 'secondPence',
              heading: say('amount'),
              cell: ({ secondPence }) => formatPence(secondPence),
              number: true,
            },
            { key: 'same', heading: say('same'), cell: ({ agrees }) => say(agrees ? 'yes' : 'no') },
          ]}
        />
      </Details>
    </>
  );
}

function Followed({ reference, reason }: { readonly reference: string; readonly reason: string }): ReactNode {
  const say = useWords('traces');
  const words = useEventWords();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useTrace(reference, reason, cursor);
  if (error && isProblem(error) && error.code === 'record.not_found') {
    return (
      <EmptyState title={say('notFound', { reference })}>
        <FollowForm reference={reference} />
      </EmptyState>
    );
  }
  if (error) throw error;
  if (!data) return <Loading />;
  const many = data.items.length + data.payIns.length > 1;
  const name = (thread: Thread): string =>
    thread.serviceDate
      ? say('thread', {
          day: sayDay(thread.serviceDate, 'with-year'),
          provider: thread.organisationName ?? '',
          person: thread.personReference,
          line: thread.lineName,
        })
      : say('payInThread', { person: thread.personReference, line: thread.lineName });
  return (
    <>
      <Sums trace={data} />
      {[...data.payIns, ...data.items].map((thread, index) => {
        return many ? (
          <Details key={thread.key} summary={name(thread)} open={index === 0}>
            <ThreadSteps thread={thread} caption={name(thread)} roleWords={words.role} reason={reason} />
          </Details>
        ) : (
          <Section key={thread.key} title={name(thread)}>
            <ThreadSteps thread={thread} caption={name(thread)} roleWords={words.role} reason={reason} />
          </Section>
        );
      })}
      {data.nextCursor && (
        <p>
          <Link className="govuk-link" to={`?cursor=${encodeURIComponent(data.nextCursor)}`} state={{ reason }}>
            {say('more')}
          </Link>
        </p>
      )}
    </>
  );
}

function Shown(): ReactNode {
  const say = useWords('traces');
  const { reference = '' } = useParams();
  const location = useLocation();
  const reason = (location.state as TraceState | null)?.reason;
  return (
    <Frame
      title={say('title', { reference })}
      heading={<span style={{ overflowWrap: 'anywhere' }}>{say('title', { reference })}</span>}
      width="wide"
      above={<BackLink href={paths.auditEntries()}>{say('back')}</BackLink>}
    >
      {reason ? (
        <Followed reference={reference} reason={reason} />
      ) : (
        <>
          <p>{say('sayWhy')}</p>
          <FollowForm reference={reference} />
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="ledger.trace">
      <Shown />
    </SignedIn>
  );
}
