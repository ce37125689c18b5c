// People: a practitioner's caseload, a broker's people, or everyone for a manager, found by name.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type PersonSummary, usePeople } from '../../features/people/api/list-people.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { ListFilters, readFilters } from '../../shell/list-filters.tsx';
import { ownPage } from '../../shell/navigation.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="person.view">
      <People />
    </SignedIn>
  );
}

/** One of our own addresses, about that person. */
function withPerson(address: string, personId: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('person', personId);
  // another person pays with other money, and begins on the first page
  for (const name of ['line', 'cursor', 'before']) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
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
  const [query] = useSearchParams();
  const filters = readFilters(query);
  const cursor = query.get('cursor') ?? undefined;
  // Somebody chooses for whom they are about to do something, and goes on there.
  const next = ownPage(query.get('next')) ?? undefined;
  const people = usePeople({ search: filters.search || undefined, cursor });
  if (people.error) throw people.error;
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
        next
          ? say('choose')
          : scopes('person.view').has('mandate')
            ? say('titleBroker')
            : scopes('person.view').has('caseload')
              ? say('titleCaseload')
              : say('title')
      }
    >
      <ListFilters
        filters={filters}
        address={({ search }) => paths.people({ search, next })}
        search={{ label: say('search'), hint: say('searchHint') }}
      />
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
                <TextLink
                  href={
                    next
                      ? withPerson(next, person.id)
                      : may('budget.view')
                        ? paths.person(person.id)
                        : paths.personRecord(person.id)
                  }
                >
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
        firstHref={cursor ? paths.people({ search: filters.search, next }) : undefined}
        nextHref={
          people.data?.nextCursor
            ? paths.people({ search: filters.search, cursor: people.data.nextCursor, next })
            : undefined
        }
      />
    </Frame>
  );
}
