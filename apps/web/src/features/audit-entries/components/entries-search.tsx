// The auditor's search of the trail: filters above, a close table below.
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { sayDateOf, sayTime } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Select } from '../../../ui/choice-field.tsx';
import { DateField, dateFromParts, EMPTY_DATE, partsFromDate } from '../../../ui/date-field.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { EmptyState, Loading } from '../../../ui/layout.tsx';
import { DataTable, Pagination } from '../../../ui/lists.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { type AuditEntry, type EntriesQuestion, useAuditEntries } from '../api/audit-entries.ts';
import { useEventWords } from './event-words.ts';
import { WhatHappened } from './what-happened.tsx';

function readQuestion(query: URLSearchParams): EntriesQuestion | null {
  if (query.get('search') === null) return null;
  const text = (name: string): string => query.get(name) ?? '';
  return {
    account: text('account'),
    person: text('person'),
    event: text('event'),
    from: text('from'),
    to: text('to'),
    cursor: text('cursor'),
  };
}

function Found({ question }: { readonly question: EntriesQuestion }): ReactNode {
  const say = useWords('audit-entries');
  const words = useEventWords();
  const { data, error } = useAuditEntries(question);
  if (error) throw error;
  if (!data) return <Loading />;
  const address = (cursor: string): string =>
    `${paths.auditEntries()}?${new URLSearchParams({ search: '1', ...question, cursor }).toString()}`;
  const who = ({ accountName, roles }: AuditEntry): string =>
    [
      accountName ?? say('program'),
      roles
        .map(words.role)
        .filter((role) => role !== (accountName ?? say('program')))
        .join(', '),
    ]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <>
      <DataTable
        caption={say('search.caption')}
        dense
        rows={data.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={say('search.none')} />}
        columns={[
          {
            key: 'when',
            heading: say('when'),
            cell: ({ happenedAt }) => `${sayDateOf(happenedAt)}, ${sayTime(happenedAt)}`,
            rowHeading: true,
          },
          { key: 'who', heading: say('who'), cell: who },
          { key: 'what', heading: say('what'), cell: (entry) => <WhatHappened entry={entry} /> },
          { key: 'person', heading: say('person'), cell: ({ personReference }) => personReference ?? '–' },
          {
            key: 'record',
            heading: say('record'),
            cell: ({ recordId }) => <span className="sm-small">{recordId ?? '–'}</span>,
          },
          { key: 'why', heading: say('why'), cell: ({ reason }) => reason || '–' },
          {
            key: 'seal',
            heading: say('sealed'),
            cell: ({ sealPosition }) =>
              sealPosition === null ? say('notSealed') : say('sealNumber', { position: sealPosition }),
          },
        ]}
      />
      <Pagination
        firstHref={question.cursor ? address('') : undefined}
        nextHref={data.nextCursor ? address(data.nextCursor) : undefined}
      />
    </>
  );
}

export function EntriesSearch(): ReactNode {
  const say = useWords('audit-entries');
  const words = useEventWords();
  const [query, setQuery] = useSearchParams();
  const question = readQuestion(query);
  const [fault, setFault] = useState(false);
  const dateOf = (name: 'from' | 'to') => (question?.[name] ? partsFromDate(question[name]) : EMPTY_DATE);
  const form = useFormState({
    initial: {
      account: question?.account ?? '',
      person: question?.person ?? '',
      event: question?.event ?? '',
      from: dateOf('from'),
      to: dateOf('to'),
    },
    words: useProblemWords(),
    prefix: 'trail-',
  });
  const blank = ({ day, month, year }: typeof EMPTY_DATE): boolean => `${day}${month}${year}` === '';
  const submit = form.onSubmit(({ account, person, event, from, to }) => {
    const dates = [from, to].map((parts) => (blank(parts) ? '' : dateFromParts(parts)));
    setFault(dates.includes(null));
    if (dates.includes(null)) return;
    const [first, last] = dates;
    setQuery({ search: '1', account: account.trim(), person: person.trim(), event, from: first ?? '', to: last ?? '' });
  });
  return (
    <>
      <Form onSubmit={submit} label={say('search.title')}>
        <div className="sm-grid">
          <TextField label={say('search.account')} hint={say('search.accountHint')} {...form.field('account')} />
          <TextField label={say('search.person')} hint={say('search.personHint')} {...form.field('person')} />
          <Select
            label={say('search.event')}
            choices={[{ value: '', label: say('search.anything') }, ...words.known]}
            {...form.field('event')}
          />
          <DateField
            label={say('search.from')}
            {...form.field('from')}
            {...(fault ? { error: say('search.dateWrong') } : {})}
          />
          <DateField
            label={say('search.to')}
            {...form.field('to')}
            {...(fault ? { error: say('search.dateWrong') } : {})}
          />
        </div>
        <ButtonRow>
          <Button type="submit" icon="search">
            {say('search.button')}
          </Button>
        </ButtonRow>
      </Form>
      {question && (
        <div className="sm-section">
          <Found question={question} />
        </div>
      )}
    </>
  );
}
