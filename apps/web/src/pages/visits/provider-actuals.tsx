// Sending many visits at once: what the file needs, what was taken, and every other row explained.
import { type ReactNode, useState } from 'react';
import { type ActualsResult, useUploadActuals } from '../../features/visits/api/upload-actuals.ts';
import { exampleCsv, rejectedCsv, saveAs } from '../../features/visits/components/actuals-files.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FileUpload } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const COLUMNS = [
  { key: 'reference', example: 'HAR-000123' },
  { key: 'worker', example: null },
  { key: 'worker_reference', example: '104' },
  { key: 'start', example: '2026-11-03 09:30' },
  { key: 'end', example: '2026-11-03 11:00' },
] as const;

/** More rows than this do not help on a page; the file has them all. */
const MOST_SHOWN = 200;

export function Page(): ReactNode {
  return (
    <SignedIn action="actuals.upload">
      <UploadActuals />
    </SignedIn>
  );
}

function UploadActuals(): ReactNode {
  const say = useWords('visits');
  const upload = useUploadActuals();
  const [result, setResult] = useState<ActualsResult | null>(null);
  const form = useFormState<{ file: readonly File[] }>({
    initial: { file: [] },
    words: useProblemWords(),
    check: ({ file }) => (file.length === 0 ? { file: 'field.required' } : {}),
  });
  const submit = form.onSubmit(async ({ file }) => {
    const [first] = file;
    if (!first) return;
    setResult(null);
    setResult(await upload.mutateAsync(first));
  });
  const { value: files, ...field } = form.field('file');
  return (
    <Frame
      title={say('actuals.title')}
      lead={say('actuals.lead')}
      above={<BackLink href={paths.providerWeek()}>{say('record.backToWeek')}</BackLink>}
    >
      {result && <Result result={result} />}
      <Form onSubmit={submit}>
        {form.summary}
        <FileUpload
          label={say('actuals.file')}
          hint={say('actuals.fileHint')}
          accept=".csv,text/csv"
          files={files}
          {...field}
        />
        <Button type="submit" icon="upload" busy={form.busy}>
          {say('actuals.button')}
        </Button>
      </Form>
      <Section title={say('actuals.columns')}>
        <DataTable
          caption={say('actuals.columns')}
          captionHidden
          rows={COLUMNS}
          rowKey={(column) => column.key}
          columns={[
            { key: 'column', heading: say('actuals.column'), rowHeading: true, cell: (column) => column.key },
            { key: 'meaning', heading: say('actuals.meaning'), cell: (column) => say(`actuals.${column.key}`) },
            { key: 'example', heading: say('actuals.example'), cell: ({ example }) => example ?? say('exampleWorker') },
          ]}
        />
        <Button
          look="secondary"
          icon="download"
          onPress={() => saveAs('example.csv', exampleCsv(say('exampleWorker')))}
        >
          {say('actuals.download')}
        </Button>
      </Section>
    </Frame>
  );
}

function Result({ result }: { readonly result: ActualsResult }): ReactNode {
  const say = useWords('visits');
  const { accepted, unchanged, rejected, rejectedInAll } = result;
  return (
    <Section title={say('actuals.result')}>
      <Notice kind={rejectedInAll === 0 ? 'success' : 'warn'} live>
        <p>{rejectedInAll === 0 ? say('actuals.all') : say('actuals.some', { count: rejectedInAll })}</p>
      </Notice>
      <SummaryList
        rows={[
          { key: 'accepted', label: say('actuals.accepted'), value: accepted },
          { key: 'unchanged', label: say('actuals.unchanged'), value: unchanged },
          { key: 'rejected', label: say('actuals.rejected'), value: rejectedInAll },
        ]}
      />
      {rejected.length > 0 && (
        <>
          <DataTable
            caption={say('actuals.caption')}
            rows={rejected.slice(0, MOST_SHOWN)}
            rowKey={(one) => String(one.row)}
            columns={[
              { key: 'row', heading: say('actuals.row'), number: true, rowHeading: true, cell: (one) => one.row },
              { key: 'why', heading: say('actuals.why'), cell: (one) => one.message },
              {
                key: 'sent',
                heading: say('actuals.sent'),
                cell: ({ cells }) =>
                  [cells.reference, cells.worker, cells.worker_reference, cells.start, cells.end]
                    .filter(Boolean)
                    .join(', '),
              },
            ]}
          />
          {rejectedInAll > MOST_SHOWN && (
            <p>{say('actuals.listed', { count: Math.min(MOST_SHOWN, rejected.length) })}</p>
          )}
          <Button
            look="secondary"
            icon="download"
            onPress={() => saveAs('rows-to-put-right.csv', rejectedCsv(rejected))}
          >
            {say('actuals.downloadRejected')}
          </Button>
        </>
      )}
    </Section>
  );
}
