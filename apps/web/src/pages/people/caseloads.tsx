// Who works with whom, for those who give out the work: seen by practitioner, given from a day, and ended.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import {
  type Caseload,
  type Practitioner,
  useCaseloadSteps,
  useCaseloads,
} from '../../features/people/api/caseloads.ts';
import { sayDate } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Arrival } from '../../ui/arrival.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Radios, Select } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, EMPTY_DATE, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="caseload.view">
      <Caseloads />
    </SignedIn>
  );
}

function Caseloads(): ReactNode {
  const say = useWords('people');
  const [search] = useSearchParams();
  const account = search.get('account') ?? undefined;
  const cursor = search.get('cursor') ?? undefined;
  const { data, error } = useCaseloads(account, cursor);
  const [ending, setEnding] = useState<Caseload | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (error) throw error;
  if (ending) {
    return (
      <Frame title={say('caseloads.title')} width="reading">
        <EndForm
          row={ending}
          onDone={(words) => {
            setSaid(words);
            setEnding(null);
          }}
        />
      </Frame>
    );
  }
  return (
    <Frame title={say('caseloads.title')} lead={say('caseloads.lead')}>
      {said !== null && (
        <Notice kind="success" live>
          <p>{said}</p>
        </Notice>
      )}
      {!data && <Loading />}
      {data && <Choose practitioners={data.practitioners} chosen={account ?? ''} />}
      {data && (
        <DataTable
          caption={say('caseloads.caption')}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={say('caseloads.none')} />}
          columns={[
            {
              key: 'person',
              heading: say('name'),
              rowHeading: true,
              cell: (row) => (
                <>
                  <TextLink href={paths.personRecord(row.personId)}>{row.personName}</TextLink>
                  <span className="sm-offer__note">{row.reference}</span>
                </>
              ),
            },
            ...(account
              ? []
              : [
                  {
                    key: 'practitioner',
                    heading: say('caseloads.practitioner'),
                    cell: (row: Caseload) => row.practitionerName,
                  },
                ]),
            {
              key: 'days',
              heading: say('caseloads.days'),
              cell: (row) =>
                row.untilDate
                  ? say('caseloads.fromTo', { from: sayDate(row.fromDate), until: sayDate(row.untilDate) })
                  : say('caseloads.since', { from: sayDate(row.fromDate) }),
            },
            {
              key: 'end',
              heading: say('caseloads.change'),
              hideLabel: true,
              cell: (row) => (
                <Button
                  look="secondary"
                  small
                  about={say('caseloads.about', { person: row.personName, practitioner: row.practitionerName })}
                  onPress={() => {
                    setSaid(null);
                    setEnding(row);
                  }}
                >
                  {say('caseloads.end')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.caseloads(account) : undefined}
        nextHref={data?.nextCursor ? paths.caseloads(account, data.nextCursor) : undefined}
      />
      {data && <GiveForm practitioners={data.practitioners} chosen={account} onDone={setSaid} />}
    </Frame>
  );
}

function Choose({
  practitioners,
  chosen,
}: {
  readonly practitioners: readonly Practitioner[];
  readonly chosen: string;
}): ReactNode {
  const say = useWords('people');
  const navigate = useNavigate();
  const [account, setAccount] = useState(chosen);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(paths.caseloads(account || undefined));
      }}
    >
      <Select
        id="show"
        label={say('caseloads.show')}
        value={account}
        onChange={setAccount}
        choices={[
          { value: '', label: say('caseloads.all') },
          ...practitioners.map((one) => ({
            value: one.accountId,
            label: say('caseloads.count', { name: one.name, count: one.people }),
          })),
        ]}
      />
      <Button type="submit" look="secondary">
        {say('caseloads.showButton')}
      </Button>
    </Form>
  );
}

const WHEN = ['now', 'onDay'] as const;

function EndForm({
  row,
  onDone,
}: {
  readonly row: Caseload;
  readonly onDone: (said: string | null) => void;
}): ReactNode {
  const say = useWords('people');
  const { end } = useCaseloadSteps();
  const today = useToday();
  const names = { person: row.personName, practitioner: row.practitionerName };
  const form = useFormState({
    initial: { when: 'now' as (typeof WHEN)[number], lastDay: partsFromDate(row.untilDate ?? today) },
    words: useProblemWords(),
    check: ({ when, lastDay }) => ({
      ...(when === 'onDay' && dateFromParts(lastDay) === null && { lastDay: 'date.does_not_exist' }),
    }),
  });
  return (
    <Arrival of={row.id}>
      <Section title={say('caseloads.endTitle', names)}>
        {form.summary}
        <Form
          onSubmit={form.onSubmit(async ({ when, lastDay }) => {
            await end(row.id, when === 'now' ? null : dateFromParts(lastDay));
            onDone(say('caseloads.ended', names));
          })}
        >
          <Radios
            id="when"
            label={say('caseloads.endAt')}
            value={form.values.when}
            onChange={(value) => form.set({ when: WHEN.find((one) => one === value) ?? 'now' })}
            choices={WHEN.map((value) => ({ value, label: say(`caseloads.${value}`, names) }))}
          />
          {form.values.when === 'onDay' && <DateField label={say('caseloads.lastDay')} {...form.field('lastDay')} />}
          <ButtonRow>
            <Button type="submit" busy={form.busy}>
              {say('caseloads.endYes')}
            </Button>
            <Button look="secondary" onPress={() => onDone(null)}>
              {say('caseloads.endNo')}
            </Button>
          </ButtonRow>
        </Form>
      </Section>
    </Arrival>
  );
}

function GiveForm({
  practitioners,
  chosen,
  onDone,
}: {
  readonly practitioners: readonly Practitioner[];
  readonly chosen: string | undefined;
  readonly onDone: (said: string | null) => void;
}): ReactNode {
  const say = useWords('people');
  const { begin } = useCaseloadSteps();
  const today = useToday();
  const isEmpty = (parts: typeof EMPTY_DATE): boolean => `${parts.day}${parts.month}${parts.year}`.trim() === '';
  const form = useFormState({
    initial: {
      accountId: chosen ?? practitioners[0]?.accountId ?? '',
      personReference: '',
      fromDate: partsFromDate(today),
      untilDate: EMPTY_DATE,
    },
    words: useProblemWords(),
    check: ({ personReference, fromDate, untilDate }) => ({
      ...(isBlank(personReference) && { personReference: 'field.required' }),
      ...(dateFromParts(fromDate) === null && { fromDate: 'date.does_not_exist' }),
      ...(!isEmpty(untilDate) && dateFromParts(untilDate) === null && { untilDate: 'date.does_not_exist' }),
    }),
  });
  if (practitioners.length === 0) return <p>{say('caseloads.noPractitioners')}</p>;
  return (
    <Section title={say('caseloads.give')}>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async ({ accountId, personReference, fromDate, untilDate }) => {
          onDone(null);
          await begin({
            ...{ accountId, personReference: personReference.trim() },
            fromDate: dateFromParts(fromDate) ?? '',
            untilDate: isEmpty(untilDate) ? null : dateFromParts(untilDate),
          });
          form.reset();
          const practitioner = practitioners.find((one) => one.accountId === accountId)?.name ?? '';
          onDone(say('caseloads.given', { practitioner }));
        })}
      >
        <Select
          label={say('caseloads.practitioner')}
          choices={practitioners.map((one) => ({ value: one.accountId, label: one.name }))}
          {...form.field('accountId')}
        />
        <TextField
          label={say('caseloads.reference')}
          hint={say('caseloads.referenceHint')}
          width={20}
          {...form.field('personReference')}
        />
        <DateField label={say('caseloads.from')} {...form.field('fromDate')} />
        <DateField label={say('caseloads.until')} hint={say('caseloads.untilHint')} {...form.field('untilDate')} />
        <Button type="submit" busy={form.busy}>
          {say('caseloads.giveYes')}
        </Button>
      </Form>
    </Section>
  );
}
