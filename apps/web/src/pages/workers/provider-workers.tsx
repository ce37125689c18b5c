// An organisation's workers: who comes to people now, who came before, and adding somebody.
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWorkerSteps, useWorkers, type Worker, type WorkerState } from '../../features/workers/api/workers.ts';
import { NamesForm } from '../../features/workers/components/names-form.tsx';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading, Section, SubNav } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

const STATES = ['active', 'ended'] as const satisfies readonly WorkerState[];

export function Page(): ReactNode {
  return (
    <SignedIn action="worker.view">
      <Workers />
    </SignedIn>
  );
}

function Workers(): ReactNode {
  const say = useWords('workers');
  const [query] = useSearchParams();
  const state = STATES.find((one) => one === query.get('state')) ?? 'active';
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useWorkers(state, cursor);
  const { add } = useWorkerSteps();
  const [added, setAdded] = useState<{ readonly name: string; readonly count: number } | null>(null);
  if (error) throw error;
  const several = new Set(data?.items.map(({ organisationId }) => organisationId)).size > 1;
  return (
    <Frame title={say('title')} lead={say('lead')}>
      <SubNav
        label={say('which')}
        items={STATES.map((one) => ({ href: paths.providerWorkers(one), label: say(one), current: one === state }))}
      />
      {!data && <Loading />}
      {data && data.items.length === 0 && <EmptyState title={say(state === 'active' ? 'none' : 'noneEnded')} />}
      {data && data.items.length > 0 && (
        <DataTable<Worker>
          caption={say(state)}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              heading: say('name'),
              rowHeading: true,
              cell: ({ id, name }) => <TextLink href={paths.providerWorker(id)}>{name}</TextLink>,
            },
            {
              key: 'reference',
              heading: say('reference'),
              cell: ({ reference, sameName }) => reference ?? (sameName ? say('needsReference') : say('noReference')),
            },
            ...(several
              ? [{ key: 'organisation', heading: say('organisation'), cell: (row: Worker) => row.organisationName }]
              : []),
            ...(state === 'ended'
              ? [
                  {
                    key: 'lastDate',
                    heading: say('lastDate'),
                    cell: ({ lastDate }: Worker) => (lastDate ? sayDate(lastDate) : ''),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.providerWorkers(state) : undefined}
        nextHref={data?.nextCursor ? paths.providerWorkers(state, data.nextCursor) : undefined}
      />
      {state === 'active' && (
        <Section title={say('add')} lead={say('addLead')}>
          {added && (
            <Notice kind="success" live>
              <p>{say('added', { name: added.name })}</p>
            </Notice>
          )}
          <NamesForm
            key={added?.count ?? 0}
            button={say('addButton')}
            onSend={async (names) => {
              await add(names);
              setAdded((before) => ({ name: names.name, count: (before?.count ?? 0) + 1 }));
            }}
          />
        </Section>
      )}
    </Frame>
  );
}
