// One payment run, read like a cheque book: its steps at the top, then its payments with their stubs, page by page.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type Results, type Run, useRun, useRunSteps } from '../../features/payment-runs/api/payment-runs.ts';
import { BankWords } from '../../features/payment-runs/components/bank-words.tsx';
import { PaymentsTable } from '../../features/payment-runs/components/payments-table.tsx';
import { RunStateTag } from '../../features/payment-runs/components/run-words.tsx';
import { sayDateOf, sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FileUpload } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

function Taken({ results }: { readonly results: Results }): ReactNode {
  const say = useWords('payment-runs');
  return (
    <Notice kind={results.returned > 0 || results.notTaken.length > 0 ? 'warn' : 'success'} live>
      <p>{say('taken', { ...results })}</p>
      {results.notTaken.length > 0 && (
        <ul>
          {results.notTaken.map(({ endToEndId, why, runReference }) => (
            <li key={endToEndId}>
              {endToEndId}: {say(`notTaken.${why}`, { run: runReference ?? '' })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Answering({ run, onTaken }: { readonly run: Run; readonly onTaken: (results: Results) => void }): ReactNode {
  const say = useWords('payment-runs');
  const { session } = useSession();
  const { upload, sandbox } = useRunSteps();
  const form = useFormState({
    initial: { file: [] as readonly File[] },
    words: useProblemWords(),
    check: ({ file }) => (file.length === 0 ? { file: 'field.required' } : {}),
  });
  return (
    <Section title={say('results.title')} lead={say('results.lead')}>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async ({ file }) => {
          const [first] = file;
          if (first) onTaken(await upload(run.id, first));
        })}
      >
        <FileUpload
          label={say('results.file')}
          hint={say('results.fileHint')}
          accept=".xml,application/xml,text/xml"
          id="file"
          name="file"
          error={form.field('file').error}
          files={form.values.file}
          onChange={(file) => form.set({ file })}
        />
        <ButtonRow>
          <Button type="submit" busy={form.busy}>
            {say('results.send')}
          </Button>
          {session?.demonstration && run.state === 'emitted' && (
            <Button look="secondary" busy={form.busy} onPress={() => void sandbox(run.id).then(onTaken, form.fail)}>
              {say('results.sandbox')}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Steps({ run }: { readonly run: Run }): ReactNode {
  const say = useWords('payment-runs');
  const { authorise, emit, cancel } = useRunSteps();
  const [asking, setAsking] = useState(false);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const waits = run.state === 'proposed' && !run.mayAuthorise;
  const blocked = (run.state === 'proposed' || run.state === 'authorised') && !run.isFromReleased;
  return (
    <>
      {form.summary}
      {waits && (
        <Notice kind="info">
          <p>{say('waitsForSecond')}</p>
        </Notice>
      )}
      {blocked && (
        <Notice kind="warn">
          <p>{say('accountChanged')}</p>
        </Notice>
      )}
      <ButtonRow>
        {run.mayAuthorise && !blocked && (
          <Button busy={form.busy} onPress={() => form.onSubmit(() => authorise(run.id))()}>
            {say('authorise', { totalPence: run.totalPence })}
          </Button>
        )}
        {run.state === 'authorised' && !blocked && (
          <Button busy={form.busy} onPress={() => form.onSubmit(() => emit(run.id))()}>
            {say('emit')}
          </Button>
        )}
        {run.files.map((file) => (
          <a key={file.id} className="sm-button sm-button--secondary" href={`/api/payment-files/${file.id}`} download>
            {say('download')}
          </a>
        ))}
        {(run.state === 'proposed' || run.state === 'authorised') && (
          <Button look="secondary" onPress={() => setAsking(true)}>
            {say('cancel.open')}
          </Button>
        )}
      </ButtonRow>
      <Dialog
        open={asking}
        title={say('cancel.title')}
        confirm={say('cancel.yes')}
        cancel={say('cancel.no')}
        danger
        busy={form.busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          form.onSubmit(() => cancel(run.id))();
        }}
      >
        <p>{say('cancel.text')}</p>
      </Dialog>
    </>
  );
}

function Facts({ run }: { readonly run: Run }): ReactNode {
  const say = useWords('payment-runs');
  const moment = (at: string | null) => (at ? sayDateOf(at) : '');
  return (
    <SummaryList
      rows={[
        { key: 'funder', label: say('funder'), value: run.funderName },
        { key: 'from', label: say('from'), value: say('endingAccount', { lastFour: run.fromLastFour }) },
        { key: 'state', label: say('state'), value: <RunStateTag state={run.state} /> },
        { key: 'date', label: say('date'), value: sayDay(run.executionDate, 'with-year') },
        {
          key: 'proposed',
          label: say('proposedBy'),
          value: say('whoWhen', { name: run.proposedByName, date: moment(run.proposedAt) }),
        },
        {
          key: 'authorised',
          label: say('authorisedBy'),
          value: run.authorisedByName
            ? say('whoWhen', { name: run.authorisedByName, date: moment(run.authorisedAt) })
            : say('noOneYet'),
        },
        ...run.files.map((file) => ({
          key: file.id,
          label: say('file'),
          value: (
            <>
              {say('fileText', {
                count: file.payments,
                totalPence: file.totalPence,
                date: moment(run.emittedAt),
                message: file.messageId,
              })}
              <br />
              <span className="sm-small sm-break">{file.sha256}</span>
            </>
          ),
        })),
      ]}
    />
  );
}

/** Whether the bank may still say something of it: money can come back days after it was paid. */
const answered = ({ state }: Run): boolean => state === 'emitted' || state === 'settled';

function Shown(): ReactNode {
  const say = useWords('payment-runs');
  const { may } = useSession();
  const { id = '' } = useParams();
  const [results, setResults] = useState<Results | null>(null);
  const { data: run, error } = useRun(id);
  if (error) throw error;
  return (
    <Frame
      title={run ? say('one.title', { reference: run.reference }) : say('title')}
      lead={run && say('one.lead', { count: run.payments, totalPence: run.totalPence })}
      width="wide"
      above={<BackLink href={paths.paymentRuns()}>{say('back')}</BackLink>}
    >
      {!run && <Loading />}
      {results && <Taken results={results} />}
      {run && may('payment-run.authorise') && <Steps run={run} />}
      {run && <Facts run={run} />}
      {run && answered(run) && may('payment-run.record-result') && <Answering run={run} onTaken={setResults} />}
      {run && answered(run) && <BankWords runId={run.id} />}
      {run && <PaymentsTable run={run} mayRecord={answered(run) && may('payment-run.record-result')} />}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="payment-run.view">
      <Shown />
    </SignedIn>
  );
}
