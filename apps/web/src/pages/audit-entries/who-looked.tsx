// A person sees who looked at or changed their records: when, as what, and why.
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type Look, useLooks } from '../../features/audit-entries/api/audit-entries.ts';
import { useEventWords } from '../../features/audit-entries/components/event-words.ts';
import { WhatHappened } from '../../features/audit-entries/components/what-happened.tsx';
import { londonTime, sayDay, sayTime } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { BackLink, EmptyState, Loading, SubNav } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('audit-entries');
  const words = useEventWords();
  const { personId = '' } = useParams();
  const [query] = useSearchParams();
  const who = query.get('who') === 'everyone' ? 'everyone' : 'others';
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useLooks(personId, who, cursor);
  if (error) throw error;
  const base = paths.personWhoLooked(personId);
  const address = (next?: string): string => {
    const values = new URLSearchParams({ ...(who === 'everyone' ? { who } : {}), ...(next ? { cursor: next } : {}) });
    return values.size === 0 ? base : `${base}?${values.toString()}`;
  };
  const name = ({ name: given, own }: Look): string => (own ? say('looks.you') : (given ?? say('program')));
  const as = ({ roles, organisationName, name: given }: Look): string =>
    given === null
      ? say('looks.byItself')
      : [...roles.map(words.role), ...(organisationName ? [organisationName] : [])].join(', ');
  return (
    <Frame title={say('looks.title')} lead={say('looks.lead')} above={<BackLink href={paths.person(personId)} />}>
      <SubNav
        label={say('looks.filter')}
        items={[
          { href: base, label: say('looks.others'), current: who === 'others' },
          { href: `${base}?who=everyone`, label: say('looks.everyone'), current: who === 'everyone' },
        ]}
      />
      {!data && <Loading />}
      {data && (
        <DataTable
          caption={say('looks.title')}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={say('looks.none')} />}
          columns={[
            {
              key: 'when',
              heading: say('when'),
              cell: ({ happenedAt }) =>
                say('looks.at', {
                  day: sayDay(londonTime(happenedAt).toPlainDate().toString(), 'with-year'),
                  time: sayTime(happenedAt),
                }),
              rowHeading: true,
            },
            { key: 'who', heading: say('who'), cell: name },
            { key: 'as', heading: say('looks.as'), cell: as },
            { key: 'what', heading: say('what'), cell: (entry) => <WhatHappened entry={entry} /> },
            { key: 'why', heading: say('why'), cell: ({ reason }) => reason || say('looks.noReason') },
          ]}
        />
      )}
      {data && (
        <Pagination
          firstHref={cursor ? address() : undefined}
          nextHref={data.nextCursor ? address(data.nextCursor) : undefined}
        />
      )}
      <p>{say('looks.ask')}</p>
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="audit-entry.view-own">
      <Shown />
    </SignedIn>
  );
}
