// Where a council brings in its people, providers, groups and postcodes, and is told what became of every row.
import { type ReactNode, useState } from 'react';
import { IMPORT_KINDS, type ImportAnswer, type ImportKind, sendImport } from '../features/imports/api/send-import.ts';
import { Page as Frame } from '../shell/page.tsx';
import { SignedIn, useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Radios } from '../ui/choice-field.tsx';
import { Form, useFormState } from '../ui/form.tsx';
import { DataTable } from '../ui/lists.tsx';
import { Notice } from '../ui/notice.tsx';
import { FileUpload } from '../ui/text-field.tsx';
import { type ProblemWords, sayProblem, useWords } from '../words/use-words.ts';

const MOST_SHOWN = 200;

function Result({ answer }: { readonly answer: ImportAnswer }): ReactNode {
  const say = useWords('imports');
  const rejected = answer.rejected.length;
  return (
    <>
      <Notice kind={rejected === 0 ? 'success' : 'warn'} live title={say('done')}>
        {answer.accepted > 0 && <p>{say('accepted', { count: answer.accepted })}</p>}
        {answer.unchanged > 0 && <p>{say('unchanged', { count: answer.unchanged })}</p>}
        <p>{rejected === 0 ? say('allTaken') : say('rejected', { count: rejected })}</p>
      </Notice>
      {rejected > 0 && (
        <>
          <DataTable
            caption={say('rows')}
            columns={[
              { key: 'row', heading: say('row'), number: true, rowHeading: true, cell: ({ row }) => String(row) },
              { key: 'why', heading: say('why'), cell: ({ message }) => message },
            ]}
            rows={answer.rejected.slice(0, MOST_SHOWN)}
            rowKey={({ row, code }) => `${row} ${code}`}
          />
          {rejected > MOST_SHOWN && <p>{say('shown', { count: MOST_SHOWN })}</p>}
        </>
      )}
    </>
  );
}

const namesIn = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');

/** As everywhere, but a file whose columns are wrong is told which ones. */
function useColumnWords(): ProblemWords {
  const say = useWords('imports');
  return (code, details = {}, field) => {
    if (code !== 'import.columns_wrong') return sayProblem(code, details, field);
    const { missing, twice, unknown } = details;
    return [
      say('columns.wrong'),
      namesIn(missing) && say('columns.missing', { names: namesIn(missing) }),
      namesIn(twice) && say('columns.twice', { names: namesIn(twice) }),
      namesIn(unknown) && say('columns.unknown', { names: namesIn(unknown) }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}

function ImportForm(): ReactNode {
  const say = useWords('imports');
  const { has } = useSession();
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const kinds = IMPORT_KINDS.filter((kind) => kind === 'community' || has('administrator'));
  const form = useFormState({
    initial: { kind: kinds[0] as ImportKind, file: [] as readonly File[] },
    words: useColumnWords(),
    check: ({ file }) => (file.length === 0 ? { file: 'field.required' } : {}),
  });
  const submit = form.onSubmit(async ({ kind, file: [file] }) => {
    setAnswer(null);
    if (file) setAnswer(await sendImport(kind, file));
  });
  const { value: files, onChange: setFiles, ...fileField } = form.field('file');
  return (
    <>
      {form.summary}
      {answer && <Result answer={answer} />}
      <Form onSubmit={submit}>
        <Radios
          label={say('kind')}
          choices={kinds.map((kind) => ({ value: kind, label: say(`kinds.${kind}`), hint: say(`hints.${kind}`) }))}
          {...form.field('kind')}
        />
        <FileUpload
          label={say('file')}
          hint={say('fileHint')}
          accept=".csv,text/csv"
          files={files}
          onChange={setFiles}
          {...fileField}
        />
        <Button type="submit" busy={form.busy}>
          {say('send')}
        </Button>
      </Form>
    </>
  );
}

export function Page(): ReactNode {
  const say = useWords('imports');
  return (
    <SignedIn roles={['administrator', 'editor']}>
      <Frame title={say('title')} lead={say('lead')}>
        <ImportForm />
      </Frame>
    </SignedIn>
  );
}
