// Everything that waits for a yes, soonest first: one tap each, or one for all.
import { type ReactNode, useState } from 'react';
import { useConfirmVisits } from '../../features/visits/api/confirm-visits.ts';
import { useVisits } from '../../features/visits/api/list-visits.ts';
import { type Answered, AnsweredNotice, VisitAnswer } from '../../features/visits/components/visit-answer.tsx';
import { whenOf } from '../../features/visits/components/visit-words.tsx';
import { addDays } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardGrid, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

/** A visit recorded long ago may still wait; nothing older than a budget year does. */
const DAYS_BACK = 366;
const MOST_AT_ONCE = 200;

export function Page(): ReactNode {
  return (
    <SignedIn action="visit.confirm">
      <ToConfirm />
    </SignedIn>
  );
}

function ToConfirm(): ReactNode {
  const say = useWords('visits');
  const today = useToday();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const visits = useVisits({ from: addDays(today, -DAYS_BACK), to: today, states: ['recorded'] });
  const confirm = useConfirmVisits();
  if (visits.error) throw visits.error;
  if (confirm.error) throw confirm.error;
  const waiting = visits.data ?? [];
  const people = new Set(waiting.map((visit) => visit.personId));
  return (
    <Frame
      title={say('confirm.title')}
      width="reading"
      lead={waiting.length > 0 && say('confirm.lead', { count: waiting.length })}
    >
      <AnsweredNotice answered={answered} />
      {visits.isPending && <Loading>{say('loading')}</Loading>}
      {visits.data && waiting.length === 0 && (
        <EmptyState title={say('confirm.none')}>{say('confirm.noneText')}</EmptyState>
      )}
      <CardGrid wide>
        {waiting.map((visit) => (
          <Card
            key={visit.id}
            title={whenOf(visit)}
            headingLevel={2}
            foot={<VisitAnswer visit={visit} onAnswered={setAnswered} />}
          >
            <p>
              {visit.worker
                ? say('week.whoWorker', {
                    description: visit.description,
                    worker: visit.worker,
                    organisation: visit.organisationName,
                  })
                : say('week.who', { description: visit.description, organisation: visit.organisationName })}
            </p>
            {people.size > 1 && <p>{say('confirm.for', { name: visit.personName })}</p>}
            <p>
              {visit.actualMinutes === null
                ? say('confirm.charge', { chargePence: visit.chargePence ?? 0 })
                : say(visit.actualMinutes === visit.plannedMinutes ? 'confirm.times' : 'confirm.timesPlanned', {
                    minutes: visit.actualMinutes,
                    chargePence: visit.chargePence ?? 0,
                    planned: visit.plannedMinutes ?? 0,
                    plannedPence: visit.plannedPence,
                  })}
            </p>
          </Card>
        ))}
      </CardGrid>
      {waiting.length > 1 && (
        <Section title={say('confirm.allTitle')}>
          <Button
            look="secondary"
            busy={confirm.isPending}
            onPress={() =>
              void confirm.mutateAsync(waiting.slice(0, MOST_AT_ONCE).map((visit) => visit.id)).then(
                (done) => setAnswered({ confirmed: done.confirmed, waiting: done.waitingForFinance.length }),
                () => undefined,
              )
            }
          >
            {say('confirm.yesAll', { count: Math.min(waiting.length, MOST_AT_ONCE) })}
          </Button>
        </Section>
      )}
    </Frame>
  );
}
