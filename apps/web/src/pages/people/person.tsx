// One person's place: the money, the week, what waits for a yes, and messages. In this order on a phone.
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useMoney } from '../../features/budgets/api/view-money.ts';
import { MoneyLines } from '../../features/budgets/components/money-lines.tsx';
import { useMessages } from '../../features/messages/api/messages.ts';
import { MessageList } from '../../features/messages/components/message-list.tsx';
import { useVisits, type Visit } from '../../features/visits/api/list-visits.ts';
import { type Answered, AnsweredNotice, VisitAnswer } from '../../features/visits/components/visit-answer.tsx';
import { clockOf, VisitStateTag, whenOf } from '../../features/visits/components/visit-words.tsx';
import { mondayOf, Week } from '../../features/visits/components/week.tsx';
import { addDays } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { Card, CardGrid, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

const DAYS_BACK = 366;
const MOST_TO_SHOW = 3;

export function Page(): ReactNode {
  const { personId = '' } = useParams();
  return (
    <SignedIn action="budget.view" scopes={['self', 'mandate', 'caseload', 'council']}>
      <Place personId={personId} />
    </SignedIn>
  );
}

export function Place({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('budgets');
  const sayPeople = useWords('people');
  const sayKept = useWords('kept-listings');
  const { may, scopes } = useSession();
  const money = useMoney(personId);
  if (money.error) throw money.error;
  // Until it is known whose place this is, nothing of it is asked for.
  if (!money.data) return <PageLoading />;
  const { own, name, selfFunded } = money.data.person;
  const acts = own || scopes('basket.place').has('mandate');
  return (
    <Frame
      title={own ? say('myPlace') : say('placeOf', { name })}
      actions={
        acts && (
          <>
            <LinkButton href={paths.search({ person: own ? undefined : personId })}>{say('find')}</LinkButton>
            <LinkButton href={paths.personKept(personId)} look="secondary" icon="heart">
              {sayKept('link')}
            </LinkButton>
          </>
        )
      }
    >
      <Section
        title={own ? say('money') : say('moneyOf', { name })}
        aside={!selfFunded && <TextLink href={paths.personMoney(personId)}>{say('moneyAll')}</TextLink>}
      >
        {money.data.lines.length === 0 && (
          <EmptyState title={say('noMoney')}>{say(own ? 'noMoneyText' : 'noMoneyTextOf')}</EmptyState>
        )}
        <MoneyLines personId={personId} own={own} lines={money.data.lines} selfFunded={selfFunded} />
      </Section>
      {may('visit.view') && <PersonsWeek personId={personId} own={own} name={name} />}
      {acts && <ToSayYesTo personId={personId} />}
      {acts && <PersonsMessages personId={personId} />}
      {may('person.view') && (
        <p>
          <TextLink href={paths.personRecord(personId)}>{sayPeople('record.link')}</TextLink>
        </p>
      )}
      {may('audit-entry.view-own') && (
        <p>
          <TextLink href={paths.personWhoLooked(personId)}>
            {own ? say('whoLooked') : say('whoLookedOf', { name })}
          </TextLink>
        </p>
      )}
    </Frame>
  );
}

function PersonsWeek({
  personId,
  own,
  name,
}: {
  readonly personId: string;
  readonly own: boolean;
  readonly name: string;
}): ReactNode {
  const say = useWords('budgets');
  const sayVisits = useWords('visits');
  const monday = mondayOf(null);
  const visits = useVisits({ from: monday, to: addDays(monday, 6), personId });
  if (visits.error) throw visits.error;
  const row = (visit: Visit) => ({
    key: visit.id,
    time: clockOf(visit) ?? sayVisits('week.anyTime'),
    title: sayVisits('week.who', { description: visit.description, organisation: visit.organisationName }),
    state: <VisitStateTag visit={visit} reader="person" />,
  });
  return (
    <Section
      title={own ? say('week') : say('weekOf', { name })}
      aside={<TextLink href={paths.personWeek(personId)}>{say('weekAll')}</TextLink>}
    >
      {visits.data ? <Week monday={monday} visits={visits.data} row={row} /> : <Loading lines={7} />}
    </Section>
  );
}

function ToSayYesTo({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('budgets');
  const sayVisits = useWords('visits');
  const today = useToday();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const visits = useVisits({ from: addDays(today, -DAYS_BACK), to: today, personId, states: ['recorded'] });
  if (visits.error) throw visits.error;
  const waiting = visits.data ?? [];
  return (
    <Section
      title={say('yes')}
      aside={waiting.length > MOST_TO_SHOW && <TextLink href={paths.confirmVisits()}>{say('yesAll')}</TextLink>}
    >
      <AnsweredNotice answered={answered} />
      {visits.data && waiting.length === 0 && <p>{say('yesNone')}</p>}
      {waiting.length > 0 && (
        <CardGrid wide>
          {waiting.slice(0, MOST_TO_SHOW).map((visit) => (
            <Card key={visit.id} title={whenOf(visit)} foot={<VisitAnswer visit={visit} onAnswered={setAnswered} />}>
              <p>{sayVisits('week.who', { description: visit.description, organisation: visit.organisationName })}</p>
            </Card>
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

function PersonsMessages({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('budgets');
  const messages = useMessages({ person: personId, limit: 5 });
  if (messages.error) throw messages.error;
  return (
    <Section title={say('messages')} aside={<TextLink href={paths.messages()}>{say('messagesAll')}</TextLink>}>
      {!messages.data && <Loading />}
      {messages.data && messages.data.items.length === 0 && <p>{say('messagesNone')}</p>}
      {messages.data && <MessageList messages={messages.data.items} />}
    </Section>
  );
}
