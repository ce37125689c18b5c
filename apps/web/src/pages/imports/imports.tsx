// Where a council brings in its people, providers, groups and postcodes: a file is looked at first, then taken, and can be
// undone for as long as nothing depends on it.
import { IMPORT_KINDS, type ImportKind } from '@support-market/domain/imports/import-states';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  type ImportAnswer,
  type ImportItem,
  lookAtFile,
  useImportSteps,
  useImports,
} from '../../features/imports/api/imports.ts';
import { Changes, ImportAnswerView, Totals } from '../../features/imports/components/import-answer.tsx';
import { sayDateOf, sayTime } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Details, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FileUpload } from '../../ui/text-field.tsx';
import { type ProblemWords, useProblemWords, useWords } from '../../words/use-words.ts';

const namesIn = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');

/** As everywhere, but a file whose columns are wrong is told which ones, and an undoing that is refused what stands in its way. */
function useImportProblems(): ProblemWords {
  const say = useWords('imports');
  const problemWords = useProblemWords();
  return (code, details = {}, field) => {
    const { missing, twice, unknown, layouts, things } = details;
    const said = problemWords(code, details, field);
    const noun = (name: string) => say(`nouns.${name}` as 'nouns.people', { defaultValue: name.replaceAll('_', ' ') });
    if (Array.isArray(things)) return `${said} ${say('because', { things: things.map(String).map(noun).join(', ') })}`;
    if (code !== 'import.columns_wrong') return said;
    return [
      say('columns.wrong'),
      namesIn(missing) && say('columns.missing', { names: namesIn(missing) }),
      namesIn(twice) && say('columns.twice', { names: namesIn(twice) }),
      namesIn(unknown) && say('columns.unknown', { names: namesIn(unknown) }),
      namesIn(layouts) && say('columns.layouts', { names: namesIn(layouts) }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}

interface Seen {
  readonly answer: ImportAnswer;
  readonly file: File;
}

/** The second press: what the file would do, and the choice to take it. */
function Preview({
  seen,
  onTaken,
  onLeft,
}: {
  readonly seen: Seen;
  readonly onTaken: (answer: ImportAnswer) => void;
  readonly onLeft: () => void;
}): ReactNode {
  const say = useWords('imports');
  const { takeFile } = useImportSteps();
  const form = useFormState({ initial: {}, words: useImportProblems() });
  const { answer, file } = seen;
  const submit = form.onSubmit(async () => onTaken(await takeFile(answer.importId ?? '', file)));
  return (
    <>
      {form.summary}
      <Notice kind="info" live title={say('preview.title', { file: file.name })}>
        <p>{say('preview.lead')}</p>
      </Notice>
      <ImportAnswerView answer={answer} />
      <ButtonRow>
        {answer.accepted > 0 ? (
          <Button busy={form.busy} onPress={() => submit()}>
            {say('preview.take', { count: answer.accepted })}
          </Button>
        ) : (
          <p>{say('preview.nothing')}</p>
        )}
        <Button look="secondary" onPress={onLeft}>
          {say('preview.leave')}
        </Button>
      </ButtonRow>
    </>
  );
}

function ImportForm(): ReactNode {
  const say = useWords('imports');
  const { may } = useSession();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [taken, setTaken] = useState<ImportAnswer | null>(null);
  const kinds = IMPORT_KINDS.filter((kind) => may(`import.${kind}`));
  const form = useFormState({
    initial: { kind: kinds[0] as ImportKind, file: [] as readonly File[] },
    words: useImportProblems(),
    check: ({ file }) => (file.length === 0 ? { file: 'field.required' } : {}),
  });
  const submit = form.onSubmit(async ({ kind, file: [file] }) => {
    setTaken(null);
    if (file) setSeen({ file, answer: await lookAtFile(kind, file) });
  });
  const { value: files, onChange: setFiles, ...fileField } = form.field('file');
  if (seen)
    return (
      <Preview
        seen={seen}
        onTaken={(answer) => {
          setTaken(answer);
          setSeen(null);
          setFiles([]);
        }}
        onLeft={() => setSeen(null)}
      />
    );
  return (
    <>
      {form.summary}
      {taken && (
        <Notice kind="success" live title={say('done')}>
          <p>{say('accepted', { count: taken.accepted })}</p>
          {taken.rejected.length > 0 && <p>{say('rejected', { count: taken.rejected.length })}</p>}
        </Notice>
      )}
      <Form onSubmit={submit}>
        <Radios
          label={say('kind')}
          choices={kinds.map((kind) => ({ value: kind, label: say(`kinds.${kind}`), hint: say(`hints.${kind}`) }))}
          {...form.field('kind')}
        />
        <FileUpload
          label={say('file')}
          hint={say('fileHint')}
          accept=".csv,text/csv,.json,application/json"
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

function Earlier(): ReactNode {
  const say = useWords('imports');
  const [query] = useSearchParams();
  const { data, error } = useImports(query.get('before') ?? undefined);
  const { undo } = useImportSteps();
  const [asked, setAsked] = useState<ImportItem | null>(null);
  const [undone, setUndone] = useState<{ readonly kept: number } | null>(null);
  const form = useFormState({ initial: {}, words: useImportProblems() });
  if (error) throw error;
  return (
    <Section title={say('earlier.title')} lead={say('earlier.lead')}>
      {form.summary}
      {undone && (
        <Notice kind="success" live title={say('earlier.undone')}>
          {undone.kept > 0 && <p>{say('earlier.kept', { count: undone.kept })}</p>}
        </Notice>
      )}
      {!data && <Loading />}
      {data && data.items.length === 0 && <p>{say('earlier.none')}</p>}
      {data && data.items.length > 0 && (
        <>
          <DataTable<ImportItem>
            caption={say('earlier.title')}
            captionHidden
            rows={data.items}
            rowKey={({ importId }) => importId}
            columns={[
              { key: 'file', heading: say('earlier.file'), rowHeading: true, cell: ({ fileName }) => fileName },
              { key: 'kind', heading: say('earlier.kind'), cell: ({ kind }) => say(`kinds.${kind}`) },
              {
                key: 'when',
                heading: say('earlier.when'),
                cell: ({ takenAt, takenBy }) =>
                  takenAt &&
                  say('earlier.by', {
                    day: sayDateOf(takenAt),
                    time: sayTime(takenAt),
                    name: takenBy ?? say('earlier.program'),
                  }),
              },
              {
                key: 'rows',
                heading: say('earlier.rows'),
                cell: ({ totals }) => (
                  <Details summary={say('earlier.count', { count: totals.accepted })}>
                    <Totals totals={totals} />
                    <Changes totals={totals} />
                  </Details>
                ),
              },
              {
                key: 'undo',
                heading: say('earlier.undo'),
                hideLabel: true,
                cell: (item) =>
                  item.state === 'undone' ? (
                    item.undoneAt && say('earlier.undoneOn', { day: sayDateOf(item.undoneAt) })
                  ) : item.tooOldToUndo ? (
                    say('earlier.tooOld')
                  ) : (
                    <Button look="secondary" onPress={() => setAsked(item)}>
                      {say('earlier.undo')}
                      <span className="govuk-visually-hidden"> {item.fileName}</span>
                    </Button>
                  ),
              },
            ]}
          />
          <Pagination
            firstHref={query.get('before') ? paths.imports() : undefined}
            nextHref={data.next ? `${paths.imports()}?before=${encodeURIComponent(data.next)}` : undefined}
          />
        </>
      )}
      <Dialog
        open={asked !== null}
        title={say('earlier.ask', { file: asked?.fileName ?? '' })}
        confirm={say('earlier.yes')}
        cancel={say('earlier.no')}
        danger
        busy={form.busy}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          const importId = asked?.importId ?? '';
          setAsked(null);
          setUndone(null);
          form.onSubmit(async () => setUndone(await undo(importId)))();
        }}
      >
        <p>{say('earlier.askText')}</p>
      </Dialog>
    </Section>
  );
}

export function Page(): ReactNode {
  const say = useWords('imports');
  return (
    <SignedIn action="import.view">
      <Frame title={say('title')} lead={say('lead')}>
        <ImportForm />
        <Earlier />
      </Frame>
    </SignedIn>
  );
}
