// People: a practitioner's caseload, a broker's people, or everyone for a manager, found by name.
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type PersonSummary, usePeople } from '../../features/people/api/list-people.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="person.view">
      <People />
    </SignedIn>
  );
}

type GroupName =
  | 'older-people'
  | 'learning-disability'
  | 'physical-disability'
  | 'mental-health'
  | 'children'
  | 'carers';

function People(): ReactNode {
  const say = useWords('people');
  const { may, scopes } = useSession();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const search = query.get('search') ?? undefined;
  const cursor = query.get('cursor') ?? undefined;
  const people = usePeople({ search, cursor });
  const form = useFormState({ initial: { search: search ?? '' }, words: useProblemWords() });
  if (people.error) throw people.error;
  const address = (values: Record<string, string>) => `${paths.people()}?${new URLSearchParams(values).toString()}`;
  const kept = search ? { search } : {};
  const withMandates = people.data?.items.some(({ mandate }) => mandate !== null);
  const mandateWords = ({ mandate }: PersonSummary): string => {
    if (!mandate) return '';
    const may = [
      mandate.mayOrder && say('order'),
      mandate.mayConfirm && say('confirm'),
      mandate.mayManageMoney && say('manageMoney'),
    ].filter(Boolean);
    return `${may.length > 0 ? may.join(', ') : say('look')}, ${say('until', { date: sayDate(mandate.untilDate) })}`;
  };
  return (
    <Frame
      title={
        scopes('person.view').has('mandate')
          ? say('titleBroker')
          : scopes('person.view').has('caseload')
            ? say('titleCaseload')
            : say('title')
      }
    >
      <Form
        label={say('search')}
        onSubmit={form.onSubmit(({ search: wanted }) => {
          void navigate(wanted.trim() ? address({ search: wanted.trim() }) : paths.people());
        })}
      >
        <TextField type="search" width={20} label={say('search')} hint={say('searchHint')} {...form.field('search')} />
        <Button type="submit" look="secondary">
          {say('find')}
        </Button>
      </Form>
      {!people.data && <Loading lines={6} />}
      {people.data && (
        <DataTable
          caption={say('caption')}
          captionHidden
          rows={people.data.items}
          rowKey={(person) => person.id}
          empty={<EmptyState title={say('none')}>{say('noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              heading: say('name'),
              rowHeading: true,
              cell: (person) => (
                // an administrator sees no money, so their way is to the record
                <TextLink href={may('budget.view') ? paths.person(person.id) : paths.personRecord(person.id)}>
                  {person.name}
                </TextLink>
              ),
            },
            { key: 'reference', heading: say('reference'), cell: (person) => person.reference },
            {
              key: 'group',
              heading: say('group'),
              cell: (person) => person.careGroups.map((group) => say(`groups.${group as GroupName}`)).join(', '),
            },
            { key: 'state', heading: say('record.state'), cell: (person) => say(`states.${person.state}`) },
            ...(withMandates ? [{ key: 'mandate', heading: say('mandate'), cell: mandateWords }] : []),
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? address(kept) : undefined}
        nextHref={people.data?.nextCursor ? address({ ...kept, cursor: people.data.nextCursor }) : undefined}
      />
    </Frame>
  );
}
