// The provider's week on a phone: today's visits with start and finish, what is still to record, and money coming.
import { RECORDABLE_ORDER_STATES } from '@support-market/domain/orders/order-states';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { Unfinished } from '../../features/listings/components/unfinished.tsx';
import { useFinishVisit } from '../../features/visits/api/finish-visit.ts';
import { useVisits, type Visit } from '../../features/visits/api/list-visits.ts';
import { useStartVisit } from '../../features/visits/api/start-visit.ts';
import { useMoneyComing } from '../../features/visits/api/view-money-coming.ts';
import { clockOf, VisitStateTag, whenOf } from '../../features/visits/components/visit-words.tsx';
import { mondayOf, Week, WeekSteps } from '../../features/visits/components/week.tsx';
import { addDays, sayDay, sayTime } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { Card, CardGrid, Loading, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const DAYS_TO_CATCH_UP = 31;

export function Page(): ReactNode {
  return (
    <SignedIn action="visit.record">
      <ProviderWeek />
    </SignedIn>
  );
}

function ProviderWeek(): ReactNode {
  const say = useWords('visits');
  const [search] = useSearchParams();
  const today = useToday();
  const monday = mondayOf(search.get('from'));
  const sunday = addDays(monday, 6);
  const week = useVisits({ from: monday, to: sunday });
  const late = useVisits({
    from: addDays(today, -DAYS_TO_CATCH_UP),
    to: addDays(today, -1),
    states: ['planned', 'queried'],
  });
  if (week.error) throw week.error;
  if (late.error) throw late.error;
  const showsToday = monday <= today && today <= sunday;
  const todays = (week.data ?? []).filter((visit) => visit.serviceDate === today && visit.state !== 'cancelled');
  const behind = (late.data ?? []).filter((visit) => RECORDABLE_ORDER_STATES.includes(visit.orderState));
  return (
    <Frame
      title={say('provider.title')}
      lead={say('week.range', { from: sayDay(monday), to: sayDay(sunday) })}
      actions={
        <LinkButton look="secondary" small icon="upload" href={paths.providerActuals()}>
          {say('provider.upload')}
        </LinkButton>
      }
    >
      <Unfinished />
      {week.isPending && <Loading lines={6}>{say('loading')}</Loading>}
      {week.data && showsToday && (
        <Section title={say('provider.today')}>
          {todays.length === 0 && <p>{say('provider.todayNone')}</p>}
          <CardGrid wide>
            {todays.map((visit) => (
              <TodaysVisit key={visit.id} visit={visit} />
            ))}
          </CardGrid>
        </Section>
      )}
      {behind.length > 0 && (
        <Section title={say('provider.toRecord')} lead={say('provider.toRecordLead', { count: behind.length })}>
          <ul className="sm-plain-list">
            {behind.slice(0, 20).map((visit) => (
              <li key={visit.id}>
                <p>
                  <strong>{visit.personName}</strong>, {whenOf(visit)}
                  {visit.queryNote && <> – {say('provider.note', { note: visit.queryNote })}</>}
                </p>
                <RecordLink visit={visit} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {week.data && (
        <Section
          title={showsToday ? say('provider.rest') : say('week.range', { from: sayDay(monday), to: sayDay(sunday) })}
        >
          <WeekSteps monday={monday} href={(from) => `${paths.providerWeek()}?from=${from}`} />
          <Week
            monday={monday}
            visits={week.data}
            row={(visit) => ({
              key: visit.id,
              time: clockOf(visit) ?? say('week.anyTime'),
              title: visit.personName,
              note: visit.description,
              state: <VisitStateTag visit={visit} reader="provider" />,
              actions: mayRecord(visit, today) && visit.serviceDate !== today && <RecordLink visit={visit} />,
            })}
          />
        </Section>
      )}
      <MoneyComing />
    </Frame>
  );
}

function mayRecord(visit: Visit, today: string): boolean {
  return (
    RECORDABLE_ORDER_STATES.includes(visit.orderState) &&
    visit.serviceDate <= today &&
    (visit.state === 'planned' || visit.state === 'recorded' || visit.state === 'queried')
  );
}

function RecordLink({ visit }: { readonly visit: Visit }): ReactNode {
  const say = useWords('visits');
  return (
    <LinkButton
      look="secondary"
      small
      href={paths.providerVisit(visit.id)}
      about={say('provider.recordAbout', { name: visit.personName, when: whenOf(visit) })}
    >
      {say(visit.timed ? 'provider.record' : 'provider.delivered')}
    </LinkButton>
  );
}

function TodaysVisit({ visit }: { readonly visit: Visit }): ReactNode {
  const say = useWords('visits');
  const problemWords = useProblemWords();
  const start = useStartVisit();
  const finish = useFinishVisit();
  const failure = start.error ?? finish.error;
  if (failure && !isProblem(failure)) throw failure;
  const open = visit.state === 'planned' && RECORDABLE_ORDER_STATES.includes(visit.orderState);
  const time = clockOf(visit) ?? say('week.anyTime');
  const done =
    visit.chargePence === null
      ? null
      : visit.actualMinutes === null
        ? say('provider.doneNoMinutes', { chargePence: visit.chargePence })
        : say('provider.done', { minutes: visit.actualMinutes, chargePence: visit.chargePence });
  return (
    <Card
      title={`${time} · ${visit.personName}`}
      headingLevel={3}
      flag={<VisitStateTag visit={visit} reader="provider" />}
      foot={
        open && (
          <ButtonRow>
            {visit.timed && !visit.actualStart && (
              <Button
                icon="clock"
                busy={start.isPending}
                about={say('provider.startAbout', { name: visit.personName, time })}
                onPress={() => start.mutate(visit.id)}
              >
                {say('provider.start')}
              </Button>
            )}
            {visit.timed && visit.actualStart && (
              <Button
                icon="check"
                busy={finish.isPending}
                about={say('provider.finishAbout', { name: visit.personName })}
                onPress={() => finish.mutate(visit.id)}
              >
                {say('provider.finish')}
              </Button>
            )}
            <RecordLink visit={visit} />
          </ButtonRow>
        )
      }
    >
      {failure && <ErrorSummary faults={[{ text: problemWords(failure.code, failure.details) }]} />}
      <p>{visit.description}</p>
      {open && visit.actualStart && <p>{say('provider.since', { time: sayTime(visit.actualStart) })}</p>}
      {done && <p>{done}</p>}
      {visit.queryNote && <p>{say('provider.note', { note: visit.queryNote })}</p>}
    </Card>
  );
}

function MoneyComing(): ReactNode {
  const say = useWords('visits');
  const { data, error } = useMoneyComing();
  if (error) throw error;
  if (!data) return null;
  const { recordedPence, confirmedPence, invoicedPence } = data;
  const totalPence = recordedPence + confirmedPence + invoicedPence;
  return (
    <Section
      title={say('provider.money')}
      lead={totalPence === 0 ? say('provider.moneyNone') : say('provider.moneyText', { totalPence })}
    >
      {totalPence > 0 && (
        <SummaryList
          rows={[
            { key: 'recorded', label: say('provider.moneyRecorded'), value: <Money pence={recordedPence} /> },
            { key: 'confirmed', label: say('provider.moneyConfirmed'), value: <Money pence={confirmedPence} /> },
            { key: 'invoiced', label: say('provider.moneyInvoiced'), value: <Money pence={invoicedPence} /> },
          ]}
        />
      )}
    </Section>
  );
}
