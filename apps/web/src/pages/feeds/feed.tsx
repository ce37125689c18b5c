// One list of somebody else's: where it is, what came of reading it, reading it now, and stopping that.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type Feed, type FeedReading, isWaiting, useFeed, useFeedSteps } from '../../features/feeds/api/feeds.ts';
import { sayDateOf, sayTime } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { useFormState } from '../../ui/form.tsx';
import { BackLink, Details, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="feed.view">
      <Shown />
    </SignedIn>
  );
}

type Done = 'asked' | 'stopped' | 'resumed';

/** Where somebody else was first, the page says so and stays as it is. */
function Steps({ feed, onDone }: { readonly feed: Feed; readonly onDone: (done: Done) => void }): ReactNode {
  const say = useWords('feeds');
  const { read, stop, resume } = useFeedSteps();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const press = (take: (id: string) => Promise<unknown>, done: Done) =>
    form.onSubmit(async () => {
      await take(feed.id);
      onDone(done);
    });
  return (
    <>
      {form.summary}
      <ButtonRow>
        {feed.state === 'open' ? (
          <>
            <Button busy={form.busy} onPress={() => press(read, 'asked')()}>
              {say('readNow')}
            </Button>
            <Button look="secondary" busy={form.busy} onPress={() => press(stop, 'stopped')()}>
              {say('stop')}
            </Button>
          </>
        ) : (
          <Button look="secondary" busy={form.busy} onPress={() => press(resume, 'resumed')()}>
            {say('resume')}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}

/** What one reading brought, each kind by its number, and why some were left out. */
function Came({ reading }: { readonly reading: FeedReading }): ReactNode {
  const say = useWords('feeds');
  const problemWords = useProblemWords();
  if (reading.outcome === 'failed') return <p>{problemWords(reading.reason ?? 'server.unexpected')}</p>;
  const counts = (['made', 'changed', 'unchanged', 'hidden', 'withdrawn', 'refused'] as const).filter(
    (kind) => reading[kind] > 0,
  );
  return (
    <>
      {reading.outcome === 'same' && <p>{say('readings.same', { count: reading.services })}</p>}
      <ul className="sm-plain-list">
        {counts.map((kind) => (
          <li key={kind}>{say(`readings.${kind}`, { count: reading[kind] })}</li>
        ))}
      </ul>
      {!reading.isWhole && <p>{say('readings.notWhole')}</p>}
      {reading.refusals.length > 0 && (
        <Details summary={say('readings.whyRefused')}>
          <ul>
            {reading.refusals.map(({ row, message }) => (
              <li key={row}>{say('readings.refusal', { row, message })}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Readings({ readings }: { readonly readings: readonly FeedReading[] }): ReactNode {
  const say = useWords('feeds');
  const { may } = useSession();
  return (
    <Section title={say('readings.title')}>
      {readings.length === 0 && <p>{say('readings.none')}</p>}
      {readings.length > 0 && (
        <DataTable<FeedReading>
          caption={say('readings.caption')}
          captionHidden
          rows={readings}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'when',
              heading: say('readings.when'),
              rowHeading: true,
              cell: ({ endedAt }) => say('at', { day: sayDateOf(endedAt), time: sayTime(endedAt) }),
            },
            { key: 'what', heading: say('readings.what'), cell: (reading) => <Came reading={reading} /> },
          ]}
        />
      )}
      {may('import.undo') && readings.some(({ importId }) => importId !== null) && (
        <p>
          <TextLink href={paths.imports()}>{say('readings.undo')}</TextLink>
        </p>
      )}
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('feeds');
  const { may } = useSession();
  const { id = '' } = useParams();
  const { data, error } = useFeed(id);
  const [done, setDone] = useState<Done | null>(null);
  if (error) throw error;
  return (
    <Frame title={data?.name ?? say('one')} above={<BackLink href={paths.feeds()}>{say('back')}</BackLink>}>
      {done && (
        <Notice kind="success" live>
          <p>{say(done)}</p>
        </Notice>
      )}
      {!data && <Loading />}
      {data && isWaiting(data) && !done && data.state === 'open' && (
        <Notice kind="info">
          <p>{say(data.readingSince === null ? 'waiting' : 'reading')}</p>
        </Notice>
      )}
      {data && (
        <SummaryList
          rows={[
            { key: 'address', label: say('address'), value: <span className="sm-lines">{data.address}</span> },
            { key: 'state', label: say('state'), value: say(`states.${data.state}`) },
            { key: 'added', label: say('added'), value: sayDateOf(data.addedAt) },
          ]}
        />
      )}
      {data && may('feed.write') && <Steps feed={data} onDone={setDone} />}
      {data && <Readings readings={data.readings} />}
    </Frame>
  );
}
