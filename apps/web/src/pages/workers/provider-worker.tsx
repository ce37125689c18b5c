// One worker: another name or reference, the day on which they left, and what happened to the record.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { useWorker, useWorkerSteps, type Worker, type WorkerEvent } from '../../features/workers/api/workers.ts';
import { NamesForm } from '../../features/workers/components/names-form.tsx';
import { calledInList } from '../../features/workers/components/worker-name.ts';
import { sayDate, sayDateOf } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Details, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="worker.view">
      <OneWorker />
    </SignedIn>
  );
}

type Done = 'changed' | 'ended' | 'cameBack';

function OneWorker(): ReactNode {
  const say = useWords('workers');
  const { id = '' } = useParams();
  const { data, error } = useWorker(id);
  const { change } = useWorkerSteps();
  const [done, setDone] = useState<Done | null>(null);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const { worker, visits, history } = data;
  const { name, lastDate } = worker;
  const active = worker.state === 'active';
  return (
    <Frame title={name} width="reading" above={<BackLink href={paths.providerWorkers()}>{say('back')}</BackLink>}>
      {done && (
        <Notice kind="success" live>
          <p>{say(`done.${done}`, { name })}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: 'reference', label: say('reference'), value: worker.reference ?? say('noReference') },
          { key: 'organisation', label: say('organisation'), value: worker.organisationName },
          { key: 'visits', label: say('visits'), value: visits },
          ...(lastDate ? [{ key: 'lastDate', label: say('lastDate'), value: sayDate(lastDate) }] : []),
        ]}
      />
      {worker.sameName && (
        <Notice>
          <p>{say(worker.reference === null ? 'sameNameNone' : 'sameName', { name })}</p>
        </Notice>
      )}
      {active ? (
        <>
          <Section title={say('change')} lead={say('changeLead')}>
            <NamesForm
              key={calledInList(worker)}
              initial={worker}
              button={say('changeButton')}
              onSend={async (names) => {
                setDone(null);
                await change(id, names);
                setDone('changed');
              }}
            />
          </Section>
          <Details summary={say('end')}>
            <EndForm worker={worker} onDone={() => setDone('ended')} />
          </Details>
        </>
      ) : (
        <ComeBackForm worker={worker} onDone={() => setDone('cameBack')} />
      )}
      <Section title={say('history')}>
        <History history={history} />
      </Section>
    </Frame>
  );
}

function EndForm({ worker, onDone }: { readonly worker: Worker; readonly onDone: () => void }): ReactNode {
  const say = useWords('workers');
  const { end } = useWorkerSteps();
  const today = useToday();
  const form = useFormState({
    initial: { lastDate: partsFromDate(today) },
    words: useProblemWords(),
    check: ({ lastDate }) => (dateFromParts(lastDate) === null ? { lastDate: 'date.does_not_exist' } : {}),
  });
  return (
    <Form
      label={say('end')}
      onSubmit={form.onSubmit(async ({ lastDate }) => {
        await end(worker.id, dateFromParts(lastDate) ?? '');
        onDone();
      })}
    >
      {form.summary}
      <p>{say('endLead', { name: worker.name })}</p>
      <DateField label={say('lastDate')} {...form.field('lastDate')} />
      <Button type="submit" look="danger" busy={form.busy}>
        {say('endButton')}
      </Button>
    </Form>
  );
}

function ComeBackForm({ worker, onDone }: { readonly worker: Worker; readonly onDone: () => void }): ReactNode {
  const say = useWords('workers');
  const { comeBack } = useWorkerSteps();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <Form
      onSubmit={form.onSubmit(async () => {
        await comeBack(worker.id);
        onDone();
      })}
    >
      {form.summary}
      <p>{say('comeBackLead', { name: worker.name })}</p>
      <Button type="submit" look="secondary" busy={form.busy}>
        {say('comeBackButton')}
      </Button>
    </Form>
  );
}

const WHAT = {
  'worker.added': 'events.added',
  'worker.met': 'events.met',
  'worker.changed': 'events.changed',
  'worker.ended': 'events.ended',
  'worker.came-back': 'events.cameBack',
} as const satisfies Record<WorkerEvent['event'], string>;

function History({ history }: { readonly history: readonly WorkerEvent[] }): ReactNode {
  const say = useWords('workers');
  const rows = history.map((event, index) => ({ ...event, key: String(index) }));
  return (
    <DataTable
      caption={say('history')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', heading: say('what'), rowHeading: true, cell: ({ event }) => say(WHAT[event]) },
        { key: 'at', heading: say('when'), cell: ({ at }) => sayDateOf(at) },
        { key: 'by', heading: say('by'), cell: ({ byName }) => byName ?? say('byFile') },
        {
          key: 'name',
          heading: say('nameThen'),
          cell: ({ name, reference }) => calledInList({ name: name ?? '', reference }),
        },
      ]}
    />
  );
}
