// Who may act for a person, with which money and until when; ended here, and made here by those who work with the person.

import { parsePounds } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import {
  type Mandate,
  type MandateChoices,
  useMandateSteps,
  useMandates,
} from '../../features/mandates/api/mandates.ts';
import { addDays, sayDate, sayDateOf } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes, Radios, Select } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary, Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Card, EmptyState, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MoneyField, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const POWERS = ['order', 'confirm', 'money'] as const;
type Power = (typeof POWERS)[number];
const KINDS = ['representative', 'broker'] as const;
const WHICH = ['all', 'some'] as const;

export function Page(): ReactNode {
  const { personId = '' } = useParams();
  return (
    <SignedIn action="mandate.view">
      <Mandates personId={personId} />
    </SignedIn>
  );
}

function Mandates({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('people');
  const problemWords = useProblemWords();
  const { may } = useSession();
  const { data, error } = useMandates(personId);
  const { end } = useMandateSteps(personId);
  const [ending, setEnding] = useState<Mandate | null>(null);
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<{ readonly name: string; readonly orders: number } | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (error) throw error;
  if (refusal && !isProblem(refusal)) throw refusal;
  if (!data) return <PageLoading />;
  const { personName: name, own, items } = data;
  const mayEnd = may('mandate.end');
  const confirm = async (mandate: Mandate): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      setEnded({ name: mandate.holderName, orders: await end(mandate.id, '') });
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
      setEnding(null);
    }
  };
  return (
    <Frame
      title={own ? say('mandates.titleOwn') : say('mandates.title', { name })}
      width="reading"
      above={<BackLink href={paths.personRecord(personId)} />}
    >
      {isProblem(refusal) && <ErrorSummary faults={[{ text: problemWords(refusal.code, refusal.details) }]} />}
      {ended && (
        <Notice kind="success" live>
          <p>{say('mandates.ended', { holder: ended.name, count: ended.orders })}</p>
        </Notice>
      )}
      {items.length === 0 && <EmptyState title={say('mandates.none')} />}
      {items.map((mandate) => (
        <Card
          key={mandate.id}
          title={mandate.holderName}
          foot={
            mayEnd &&
            mandate.state === 'running' && (
              <Button look="secondary" about={mandate.holderName} onPress={() => setEnding(mandate)}>
                {say('mandates.end')}
              </Button>
            )
          }
        >
          <Facts mandate={mandate} />
        </Card>
      ))}
      {data.choices && !own && <MakeForm personId={personId} name={name} choices={data.choices} />}
      <Dialog
        open={ending !== null}
        title={say('mandates.endTitle', { holder: ending?.holderName ?? '' })}
        confirm={say('mandates.endYes')}
        cancel={say('mandates.endNo')}
        danger
        busy={busy}
        onConfirm={() => ending && void confirm(ending)}
        onCancel={() => setEnding(null)}
      >
        <p>{say('mandates.endText')}</p>
      </Dialog>
    </Frame>
  );
}

function Facts({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const say = useWords('people');
  const may = [
    mandate.mayOrder && say('order'),
    mandate.mayConfirm && say('confirm'),
    mandate.mayManageMoney && say('manageMoney'),
  ].filter(Boolean);
  const limits = [
    mandate.orderLimitPence !== null && say('mandates.perOrder', { pence: mandate.orderLimitPence }),
    mandate.monthLimitPence !== null && say('mandates.perMonth', { pence: mandate.monthLimitPence }),
  ].filter(Boolean);
  return (
    <SummaryList
      rows={[
        { key: 'may', label: say('mandate'), value: may.join(', ') || say('look') },
        {
          key: 'lines',
          label: say('mandates.lines'),
          value: mandate.lines.length === 0 ? say('mandates.allLines') : mandate.lines.join(', '),
        },
        { key: 'limits', label: say('mandates.limits'), value: limits.join(', ') || say('mandates.noLimit') },
        {
          key: 'dates',
          label: say('mandates.dates'),
          value: mandate.endedAt
            ? say('mandates.endedOn', { day: sayDateOf(mandate.endedAt) })
            : say('mandates.span', { from: sayDate(mandate.fromDate), until: sayDate(mandate.untilDate) }),
        },
      ]}
    />
  );
}

function MakeForm({
  personId,
  name,
  choices,
}: {
  readonly personId: string;
  readonly name: string;
  readonly choices: MandateChoices;
}): ReactNode {
  const say = useWords('people');
  const { make } = useMandateSteps(personId);
  const today = useToday();
  const [made, setMade] = useState(false);
  const limitWrong = (text: string): boolean => text.trim() !== '' && !parsePounds(text).ok;
  const form = useFormState({
    initial: {
      kind: 'representative' as (typeof KINDS)[number],
      holder: '',
      organisationId: choices.brokers[0]?.id ?? '',
      which: 'all' as (typeof WHICH)[number],
      lineIds: [] as readonly string[],
      powers: ['order', 'confirm'] as readonly Power[],
      orderLimitPence: '',
      monthLimitPence: '',
      fromDate: partsFromDate(today),
      untilDate: partsFromDate(addDays(today, 364)),
    },
    words: useProblemWords(),
    check: ({
      kind,
      holder,
      organisationId,
      which,
      lineIds,
      orderLimitPence,
      monthLimitPence,
      fromDate,
      untilDate,
    }) => ({
      ...(kind === 'representative' && isBlank(holder) && { holder: 'field.required' }),
      ...(kind === 'broker' && organisationId === '' && { organisationId: 'field.required' }),
      ...(which === 'some' && lineIds.length === 0 && { lineIds: 'field.required' }),
      ...(limitWrong(orderLimitPence) && { orderLimitPence: 'cell.not_a_number' }),
      ...(limitWrong(monthLimitPence) && { monthLimitPence: 'cell.not_a_number' }),
      ...(dateFromParts(fromDate) === null && { fromDate: 'date.does_not_exist' }),
      ...(dateFromParts(untilDate) === null && { untilDate: 'date.does_not_exist' }),
    }),
  });
  const pence = (text: string): number | null => {
    const read = parsePounds(text);
    return text.trim() === '' || !read.ok ? null : Number(read.value);
  };
  return (
    <Section title={say('mandates.make')}>
      {made && (
        <Notice kind="success" live>
          <p>{say('mandates.made', { name })}</p>
        </Notice>
      )}
      <Form
        onSubmit={form.onSubmit(async (values) => {
          setMade(false);
          await make({
            ...(values.kind === 'broker'
              ? { organisationId: values.organisationId }
              : { holder: values.holder.trim() }),
            mayOrder: values.powers.includes('order'),
            mayConfirm: values.powers.includes('confirm'),
            mayManageMoney: values.powers.includes('money'),
            lineIds: values.which === 'some' ? [...values.lineIds] : null,
            orderLimitPence: pence(values.orderLimitPence),
            monthLimitPence: pence(values.monthLimitPence),
            fromDate: dateFromParts(values.fromDate) ?? '',
            untilDate: dateFromParts(values.untilDate) ?? '',
          });
          form.reset();
          setMade(true);
        })}
      >
        {form.summary}
        <Radios
          id="kind"
          label={say('mandates.kind')}
          value={form.values.kind}
          onChange={(value) => form.set({ kind: KINDS.find((one) => one === value) ?? 'representative' })}
          choices={KINDS.map((value) => ({ value, label: say(`mandates.kinds.${value}`) }))}
        />
        {form.values.kind === 'representative' && (
          <TextField
            inputMode="email"
            spellCheck={false}
            label={say('mandates.holder')}
            hint={say('mandates.holderHint')}
            {...form.field('holder')}
          />
        )}
        {form.values.kind === 'broker' &&
          (choices.brokers.length === 0 ? (
            <Notice kind="warn">
              <p>{say('mandates.noBrokers')}</p>
            </Notice>
          ) : (
            <Select
              label={say('mandates.broker')}
              choices={choices.brokers.map((broker) => ({ value: broker.id, label: broker.name }))}
              {...form.field('organisationId')}
            />
          ))}
        <Radios
          id="which"
          label={say('mandates.which')}
          value={form.values.which}
          onChange={(value) => form.set({ which: WHICH.find((one) => one === value) ?? 'all' })}
          choices={[
            { value: 'all', label: say('mandates.allLines') },
            { value: 'some', label: say('mandates.some') },
          ]}
        />
        {form.values.which === 'some' && (
          <Checkboxes
            id="lineIds"
            label={say('mandates.whichLines')}
            values={form.values.lineIds}
            onChange={(lineIds) => form.set({ lineIds })}
            choices={choices.lines.map((line) => ({
              value: line.id,
              label: say('mandates.lineUntil', { name: line.name, day: sayDate(line.endsOn) }),
            }))}
            error={form.field('lineIds').error}
          />
        )}
        <Checkboxes
          id="powers"
          label={say('mandates.may')}
          values={form.values.powers}
          onChange={(powers) => form.set({ powers })}
          choices={POWERS.map((power) => ({ value: power, label: say(`mandates.powers.${power}`) }))}
        />
        <MoneyField label={say('mandates.orderLimit')} optional {...form.field('orderLimitPence')} />
        <MoneyField label={say('mandates.monthLimit')} optional {...form.field('monthLimitPence')} />
        <DateField label={say('mandates.from')} {...form.field('fromDate')} />
        <DateField label={say('mandates.until')} {...form.field('untilDate')} />
        <Button type="submit" busy={form.busy}>
          {say('mandates.makeYes')}
        </Button>
      </Form>
    </Section>
  );
}
