// One date of what a group puts on: it is on as usual, called off, or on another day or at another time.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type OwnDate, useChangeDate, useOwnDates } from '../../features/listings/api/event-dates.ts';
import { sayClock, sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { parseClock, TextField, TimeField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const WAYS = ['on', 'called-off', 'moved'] as const;
type Way = (typeof WAYS)[number];

export function Page(): ReactNode {
  const { id = '', event = '', date = '' } = useParams();
  return (
    <SignedIn action="listing.edit">
      <One id={id} event={event} date={date} />
    </SignedIn>
  );
}

function One({ id, event, date }: { readonly id: string; readonly event: string; readonly date: string }): ReactNode {
  const say = useWords('listings');
  const { data, error } = useOwnDates(id);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const one = data.items.find((item) => item.eventId === event && item.date === date);
  if (one === undefined) return <NotFound />;
  return (
    <Frame
      title={say('dates.change', { day: sayDay(one.date, 'with-year') })}
      caption={one.name}
      lead={say('dates.usual', { start: sayClock(one.startTime), end: sayClock(one.endTime) })}
      width="reading"
      above={<BackLink href={paths.providerDates(id)}>{say('dates.title')}</BackLink>}
    >
      <DateForm id={id} one={one} />
    </Frame>
  );
}

const wayOf = ({ change }: OwnDate): Way => (change === null ? 'on' : change.movedTo === null ? 'called-off' : 'moved');

function DateForm({ id, one }: { readonly id: string; readonly one: OwnDate }): ReactNode {
  const say = useWords('listings');
  const navigate = useNavigate();
  const change = useChangeDate(id);
  const movedTo = one.change?.movedTo ?? one;
  const form = useFormState({
    initial: {
      is: wayOf(one),
      day: partsFromDate(movedTo.date),
      startTime: movedTo.startTime,
      endTime: movedTo.endTime,
      reason: one.change?.reason ?? '',
    },
    words: useProblemWords(),
    fieldFor: (pointer) =>
      ({ '/movedTo/date': 'day', '/movedTo/startTime': 'startTime', '/movedTo/endTime': 'endTime', '/date': 'is' })[
        pointer
      ] as 'day' | undefined,
    check: ({ is, day, startTime, endTime }) =>
      is === 'moved'
        ? {
            ...(dateFromParts(day) === null && { day: 'date.does_not_exist' }),
            ...(isBlank(startTime) && { startTime: 'field.required' }),
            ...(isBlank(endTime) && { endTime: 'field.required' }),
          }
        : {},
  });
  return (
    <Form
      onSubmit={form.onSubmit(async ({ is, day, startTime, endTime, reason }) => {
        await change({
          ...{ eventId: one.eventId, date: one.date, is },
          movedTo:
            is === 'moved'
              ? {
                  date: dateFromParts(day) ?? '',
                  startTime: parseClock(startTime) ?? startTime,
                  endTime: parseClock(endTime) ?? endTime,
                }
              : null,
          reason: is === 'on' ? '' : reason.trim(),
        });
        await navigate(paths.providerDates(id), { state: 'saved' });
      })}
    >
      {form.summary}
      <Radios
        label={say('dates.is')}
        {...form.field('is')}
        choices={WAYS.map((value) => ({ value, label: say(`dates.ways.${value}`) }))}
      />
      {form.values.is === 'moved' && (
        <>
          <DateField label={say('dates.day')} {...form.field('day')} />
          <TimeField label={say('own.startTime')} width={5} {...form.field('startTime')} />
          <TimeField label={say('own.endTime')} width={5} {...form.field('endTime')} />
        </>
      )}
      {form.values.is !== 'on' && (
        <TextField label={say('own.reason')} hint={say('dates.reasonHint')} optional {...form.field('reason')} />
      )}
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say('own.save')}
        </Button>
        <LinkButton look="secondary" href={paths.providerDates(id)}>
          {say('own.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
