// Pay-ins: what goes in advance to the holder of a person's money, and a way to make what is due without waiting for the night.
import { type ReactNode, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { newIdempotencyKey } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { type PayIn, type PayInState, usePayIns, useSchedulePayIns } from '../../features/pay-ins/api/pay-ins.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Loading, SubNav } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const STATES = ['due', 'paying', 'paid', 'stopped'] as const satisfies readonly PayInState[];

export function Page(): ReactNode {
  return (
    <SignedIn action="pay-in.view">
      <PayIns />
    </SignedIn>
  );
}

function PayIns(): ReactNode {
  const say = useWords('pay-ins');
  const { may } = useSession();
  const [query] = useSearchParams();
  const state = STATES.find((one) => one === query.get('state')) ?? 'due';
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = usePayIns(state, cursor);
  if (error) throw error;
  return (
    <Frame title={say('title')} lead={say('lead')}>
      {may('pay-in.schedule') && <ScheduleNow />}
      <SubNav
        label={say('when')}
        items={STATES.map((one) => ({ href: paths.payIns(one), label: say(one), current: one === state }))}
      />
      {!data && <Loading />}
      {data && data.items.length === 0 && <p>{say('none')}</p>}
      {data && data.items.length > 0 && (
        <DataTable<PayIn>
          caption={say(state)}
          captionHidden
          rows={data.items}
          rowKey={(row) => row.id}
          columns={[
            { key: 'person', heading: say('person'), rowHeading: true, cell: (row) => row.personName },
            { key: 'line', heading: say('line'), cell: (row) => row.lineName },
            { key: 'holder', heading: say('holder'), cell: (row) => row.holderName ?? say('toPerson') },
            {
              key: 'span',
              heading: say('span'),
              cell: (row) => say('fromTo', { from: sayDate(row.fromDate), to: sayDate(row.toDate) }),
            },
            { key: 'amount', heading: say('amount'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.payIns(state) : undefined}
        nextHref={data?.nextCursor ? paths.payIns(state, data.nextCursor) : undefined}
      />
    </Frame>
  );
}

function ScheduleNow(): ReactNode {
  const say = useWords('pay-ins');
  const problemWords = useProblemWords();
  const schedule = useSchedulePayIns();
  // One key until it is done, so that pressing twice is pressing once.
  const key = useRef(newIdempotencyKey());
  if (schedule.error && !isProblem(schedule.error)) throw schedule.error;
  return (
    <>
      {schedule.error && (
        <Notice kind="harm" live>
          <p>{problemWords(schedule.error.code, schedule.error.details)}</p>
        </Notice>
      )}
      {schedule.data && (
        <Notice kind="success" live>
          <p>{say('made', { count: schedule.data.created, totalPence: schedule.data.totalPence })}</p>
          {schedule.data.created > 0 && <TextLink href={paths.paymentRuns()}>{say('toRuns')}</TextLink>}
        </Notice>
      )}
      <p>{say('scheduleText')}</p>
      <Button
        busy={schedule.isPending}
        onPress={() =>
          schedule.mutate(key.current, {
            onSuccess: () => {
              key.current = newIdempotencyKey();
            },
          })
        }
      >
        {say('schedule')}
      </Button>
    </>
  );
}
