// My place: a budget holder's own, or that of the one person whom a representative acts for.
import type { ReactNode } from 'react';
import { usePeople } from '../../features/people/api/list-people.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Card, CardGrid, EmptyState } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';
import { Place } from './person.tsx';

export function Page(): ReactNode {
  return (
    <SignedIn action="audit-entry.view-own">
      <MyPlace />
    </SignedIn>
  );
}

function MyPlace(): ReactNode {
  const say = useWords('budgets');
  const { session } = useSession();
  const owns = session.roles.flatMap(({ role, personId }) => (role === 'budget-holder' && personId ? [personId] : []));
  // Somebody who signed up and to whom a council gave a budget later has two: own money apart from the council's.
  const own = owns.length === 1 ? owns[0] : undefined;
  const people = usePeople({}, own === undefined);
  if (own) return <Place personId={own} />;
  if (people.error) throw people.error;
  if (!people.data) return <PageLoading />;
  const [first, ...others] = people.data.items;
  if (first && others.length === 0) return <Place personId={first.id} />;
  return (
    <Frame title={first ? say('choosePerson') : say('myPlace')}>
      {!first && <EmptyState title={say('noOne')}>{say('noOneText')}</EmptyState>}
      <CardGrid>
        {people.data.items.map((person) => (
          <Card key={person.id} title={person.name} href={paths.person(person.id)} headingLevel={2} />
        ))}
      </CardGrid>
    </Frame>
  );
}
