// One part of an organisation's own record: read, with where it came from, and changed in a form of its own.
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Form, type FormState, useFormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';

/** Whether people see what is saved: a draft, or a listing that is hidden, they do not. */
export const SavedIsSeen = createContext(true);

export interface PartForm<Values extends Record<string, unknown>> extends FormState<Values> {
  /** What is wrong with a field inside a list, by its place: `contacts.0.name`. */
  readonly errorAt: (path: string) => string | undefined;
}

export function OwnPart<Values extends Record<string, unknown>>({
  title,
  initial,
  check,
  read,
  fields,
  onSave,
  change,
  savedText,
  prefix = '',
}: {
  readonly title: string;
  /** What the button says that opens the form. */
  readonly change?: string;
  /** What is said when it is saved, where it is not all for everybody to see. */
  readonly savedText?: string;
  /** Before the names of its fields, where a page has the same part more than once. */
  readonly prefix?: string;
  readonly initial: Values;
  readonly check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  readonly read: ReactNode;
  readonly fields: (form: PartForm<Values>) => ReactNode;
  readonly onSave: (values: Values) => Promise<void>;
}): ReactNode {
  const say = useWords('listings');
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const isSeen = useContext(SavedIsSeen);
  return (
    <Section title={title}>
      {saved && !editing && (
        <Notice kind="success" live>
          <p>{savedText ?? say(isSeen ? 'own.saved' : 'own.savedUnseen')}</p>
        </Notice>
      )}
      {editing ? (
        <Editing
          initial={initial}
          prefix={prefix}
          {...(check ? { check } : {})}
          fields={fields}
          onSave={async (values) => {
            await onSave(values);
            setSaved(true);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          {read}
          <ButtonRow>
            <Button
              look="secondary"
              about={title}
              onPress={() => {
                setSaved(false);
                setEditing(true);
              }}
            >
              {change ?? say('own.change')}
            </Button>
          </ButtonRow>
        </>
      )}
    </Section>
  );
}

function Editing<Values extends Record<string, unknown>>({
  initial,
  prefix,
  check,
  fields,
  onSave,
  onCancel,
}: {
  readonly initial: Values;
  readonly prefix: string;
  readonly check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  readonly fields: (form: PartForm<Values>) => ReactNode;
  readonly onSave: (values: Values) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const say = useWords('listings');
  const form = useFormState<Values>({
    initial,
    prefix,
    words: useProblemWords(),
    ...(check ? { check } : {}),
    // A field inside a list has its place in the address of the fault as its id.
    fieldFor: (pointer) => pointer.replace(/^\/(facts\/)?/, '').replaceAll('/', '.') as keyof Values & string,
  });
  const errorAt = (path: string): string | undefined => form.faults.find(({ fieldId }) => fieldId === path)?.text;
  return (
    <Form onSubmit={form.onSubmit(onSave)}>
      {form.summary}
      {fields({ ...form, errorAt })}
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say('own.save')}
        </Button>
        <Button look="secondary" onPress={onCancel}>
          {say('own.cancel')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

type Keyed = { readonly key: string };

/** Rows with a key of their own, so that what is typed stays with its row when another is taken away. */
export function keyed<Row extends object>(rows: readonly Row[]): (Row & Keyed)[] {
  return rows.map((row, index) => ({ ...row, key: `old ${index}` }));
}

/** The rows without their keys. */
export function unkeyed<Row extends Keyed>(rows: readonly Row[]): Omit<Row, 'key'>[] {
  return rows.map(({ key: _key, ...row }) => row);
}

/** A list of rows, each with its fields, one to add and one to take away. */
export function RowsField<Row extends Keyed>({
  rows,
  blank,
  legend,
  add,
  onChange,
  fields,
}: {
  readonly rows: readonly Row[];
  readonly blank: Omit<Row, 'key'>;
  readonly legend: (number: number) => string;
  readonly add: string;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly fields: (row: Row, index: number, set: (change: Partial<Row>) => void) => ReactNode;
}): ReactNode {
  const say = useWords('listings');
  const [made, setMade] = useState(0);
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row.key} className="govuk-fieldset sm-stack">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend(index + 1)}</legend>
          {fields(row, index, (change) =>
            onChange(rows.map((one) => (one.key === row.key ? { ...one, ...change } : one))),
          )}
          <ButtonRow>
            <Button
              look="link"
              about={legend(index + 1)}
              onPress={() => onChange(rows.filter((one) => one.key !== row.key))}
            >
              {say('own.remove')}
            </Button>
          </ButtonRow>
        </fieldset>
      ))}
      <ButtonRow>
        <Button
          look="secondary"
          onPress={() => {
            setMade(made + 1);
            onChange([...rows, { ...blank, key: `new ${made}` } as Row]);
          }}
        >
          {add}
        </Button>
      </ButtonRow>
    </>
  );
}
