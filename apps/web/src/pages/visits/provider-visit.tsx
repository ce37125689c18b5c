// Recording one visit: when it was (or that it was delivered), or that it did not happen.

import { RECORDABLE_ORDER_STATES } from '@support-market/domain/orders/order-states';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type OfferedMoment, offeredMoments } from '../../api/clock-choices.ts';
import { isProblem } from '../../api/problem.ts';
import type { Visit } from '../../features/visits/api/list-visits.ts';
import { useMissVisit } from '../../features/visits/api/miss-visit.ts';
import { useRecordVisit } from '../../features/visits/api/record-visit.ts';
import { useVisit } from '../../features/visits/api/view-visit.ts';
import { VisitStateTag, whenOf } from '../../features/visits/components/visit-words.tsx';
import { useWorkersToChoose, type Worker } from '../../features/workers/api/workers.ts';
import { checkWhoCame, firstWhoCame, saidWhoCame, WhoCameFields } from '../../features/workers/components/who-came.tsx';
import { addDays, londonTime, sayDay, sayTime } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Details, Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { parseClock, TextArea, TimeField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="visit.record">
      <RecordOneVisit />
    </SignedIn>
  );
}

type Saved =
  | { readonly what: 'recorded'; readonly minutes: number | null; readonly chargePence: number; readonly over: boolean }
  | { readonly what: 'missed' };

function RecordOneVisit(): ReactNode {
  const say = useWords('visits');
  const { id = '' } = useParams();
  const [saved, setSaved] = useState<Saved | null>(null);
  const { data, error, isPending } = useVisit(id);
  if (error) throw error;
  if (isPending) {
    return (
      <Frame title={say('record.title')}>
        <Loading>{say('loading')}</Loading>
      </Frame>
    );
  }
  const { visit } = data;
  const name = visit.personName;
  const accepted = RECORDABLE_ORDER_STATES.includes(visit.orderState);
  const open = visit.state === 'planned' || visit.state === 'recorded' || visit.state === 'queried';
  return (
    <Frame
      title={say(visit.timed ? 'record.title' : 'record.titleDelivered')}
      caption={visit.description}
      lead={say('record.lead', { name, planned: whenOf(visit) })}
      width="reading"
      above={<BackLink href={paths.providerWeek()}>{say('record.backToWeek')}</BackLink>}
    >
      {saved && <SavedNotice saved={saved} visit={visit} />}
      <p>
        <VisitStateTag visit={visit} reader="provider" />
      </p>
      {visit.queryNote && (
        <Notice kind="warn">
          <p>{say('provider.note', { note: visit.queryNote })}</p>
        </Notice>
      )}
      {!accepted && (
        <Notice actions={<LinkButton href={paths.providerOrder(visit.orderId)}>{say('record.toOrder')}</LinkButton>}>
          <p>{say('record.notAccepted')}</p>
        </Notice>
      )}
      {accepted && !open && !saved && <p>{say('record.closed')}</p>}
      {accepted && open && (
        <>
          {visit.timed ? (
            <TimesOfWorkers visit={visit} onSaved={setSaved} />
          ) : (
            <DeliveredForm visit={visit} onSaved={setSaved} />
          )}
          <Details summary={say('record.missed')}>
            <MissedForm visit={visit} onSaved={setSaved} />
          </Details>
        </>
      )}
    </Frame>
  );
}

function SavedNotice({ saved, visit }: { readonly saved: Saved; readonly visit: Visit }): ReactNode {
  const say = useWords('visits');
  const name = visit.personName;
  const words = () => {
    if (saved.what === 'missed') return say('record.missedDone', { name });
    const { minutes, chargePence } = saved;
    if (saved.over) return say('record.savedOver', { chargePence, plannedPence: visit.plannedPence });
    if (minutes === null) return say('record.savedDelivered', { chargePence, name });
    return say('record.saved', { minutes, chargePence, name });
  };
  return (
    <Notice kind="success" live>
      <p>{words()}</p>
    </Notice>
  );
}

function recordedFrom(visit: Visit): Saved {
  return {
    what: 'recorded',
    minutes: visit.actualMinutes,
    chargePence: visit.chargePence ?? 0,
    over: visit.withinTolerance === false,
  };
}

interface TimesProps {
  readonly visit: Visit;
  readonly onSaved: (saved: Saved) => void;
}

/** The form begins with what it knows of who came, so it waits for the list of workers. */
function TimesOfWorkers(props: TimesProps): ReactNode {
  const { data, error } = useWorkersToChoose(props.visit.organisationId);
  if (error) throw error;
  return data ? <TimesForm workers={data} {...props} /> : <Loading />;
}

type Side = 'start' | 'end';
function TimesForm({ visit, onSaved, workers }: TimesProps & { readonly workers: readonly Worker[] }): ReactNode {
  const say = useWords('visits');
  const { session } = useSession();
  const record = useRecordVisit();
  const [doubt, setDoubt] = useState<{ readonly side: Side; readonly choices: readonly OfferedMoment[] } | null>(null);
  const clock = (instant: string | null) => (instant ? sayTime(instant) : '');
  const begun = visit.actualStart ?? visit.plannedStart;
  const form = useFormState({
    initial: {
      ...firstWhoCame(workers, visit, session.name ?? ''),
      date: partsFromDate(begun ? londonTime(begun).toPlainDate().toString() : visit.serviceDate),
      start: clock(visit.actualStart ?? visit.plannedStart),
      end: clock(visit.actualEnd ?? visit.plannedEnd),
      startChoice: '',
      endChoice: '',
    },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/worker' && workers.length === 0 ? 'workerName' : undefined),
    check: (values) => ({
      ...checkWhoCame(values),
      ...(dateFromParts(values.date) === null ? { date: 'date.not_a_date' } : {}),
      ...(parseClock(values.start) === null ? { start: 'time.not_a_time' } : {}),
      ...(parseClock(values.end) === null ? { end: 'time.not_a_time' } : {}),
    }),
  });
  const submit = form.onSubmit(async (values) => {
    const date = dateFromParts(values.date) ?? visit.serviceDate;
    const [start, end] = [parseClock(values.start) ?? '', parseClock(values.end) ?? ''];
    const local = (side: Side) => {
      const chosen = side === 'start' ? values.startChoice : values.endChoice;
      if (chosen !== '') return chosen;
      return side === 'start' ? `${date}T${start}` : `${end <= start ? addDays(date, 1) : date}T${end}`;
    };
    try {
      const done = await record.mutateAsync({
        id: visit.id,
        ...saidWhoCame(values),
        start: local('start'),
        end: local('end'),
      });
      setDoubt(null);
      onSaved(recordedFrom(done));
    } catch (error) {
      const choices = offeredMoments(error);
      if (isProblem(error) && choices.length > 0) {
        setDoubt({ side: error.errors[0]?.pointer === '/end' ? 'end' : 'start', choices });
      }
      throw error;
    }
  });
  /** A moment chosen for one time says nothing about another. */
  const typed = (side: Side) => ({
    ...form.field(side),
    onChange: (value: string) => {
      setDoubt(null);
      form.set(side === 'start' ? { start: value, startChoice: '' } : { end: value, endChoice: '' });
    },
  });
  return (
    <Form onSubmit={submit}>
      {form.summary}
      <WhoCameFields workers={workers} worker={form.field('worker')} workerName={form.field('workerName')} />
      <DateField label={say('record.date')} {...form.field('date')} />
      <TimeField label={say('record.start')} hint={say('record.timeHint')} {...typed('start')} />
      <TimeField label={say('record.end')} hint={say('record.nextDay')} {...typed('end')} />
      {doubt && (
        <Radios
          label={say('record.choice', { time: doubt.side === 'start' ? form.values.start : form.values.end })}
          {...form.field(doubt.side === 'start' ? 'startChoice' : 'endChoice')}
          choices={doubt.choices.map((choice) => ({
            value: choice.local,
            label: say(choice.choose === 'earlier' ? 'record.choiceEarlier' : 'record.choiceLater', {
              local: `${sayDay(choice.local.slice(0, 10))} ${choice.local.slice(11, 16)}`,
            }),
          }))}
        />
      )}
      <Button type="submit" busy={form.busy}>
        {say('record.button')}
      </Button>
    </Form>
  );
}

function DeliveredForm({
  visit,
  onSaved,
}: {
  readonly visit: Visit;
  readonly onSaved: (saved: Saved) => void;
}): ReactNode {
  const say = useWords('visits');
  const record = useRecordVisit();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const submit = form.onSubmit(async () => {
    onSaved(recordedFrom(await record.mutateAsync({ id: visit.id })));
  });
  return (
    <Form onSubmit={submit}>
      {form.summary}
      <Button type="submit" icon="check" busy={form.busy}>
        {say('record.deliveredButton')}
      </Button>
    </Form>
  );
}

function MissedForm({
  visit,
  onSaved,
}: {
  readonly visit: Visit;
  readonly onSaved: (saved: Saved) => void;
}): ReactNode {
  const say = useWords('visits');
  const miss = useMissVisit();
  const name = visit.personName;
  const form = useFormState({
    initial: { reason: '' },
    words: useProblemWords(),
    check: ({ reason }) => (isBlank(reason) ? { reason: 'field.required@whyNot' } : {}),
  });
  const submit = form.onSubmit(async ({ reason }) => {
    await miss.mutateAsync({ id: visit.id, reason: reason.trim() });
    onSaved({ what: 'missed' });
  });
  return (
    <Form onSubmit={submit} label={say('record.missed')}>
      {form.summary}
      <p>{say('record.missedLead', { name })}</p>
      <TextArea
        label={say('record.reason')}
        hint={say('record.reasonHint', { name })}
        rows={3}
        maxLength={1000}
        {...form.field('reason')}
      />
      <Button type="submit" look="danger" busy={form.busy}>
        {say('record.missedButton')}
      </Button>
    </Form>
  );
}
