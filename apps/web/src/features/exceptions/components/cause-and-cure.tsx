// The cause and the cure of one exception side by side: what was agreed, what was recorded, and what the officer decides.

import { parsePounds } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { sayDay, sayMinutes, sayTimes } from '../../../format/dates.ts';
import { formatPence } from '../../../format/money.ts';
import { paths } from '../../../paths.ts';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Radios } from '../../../ui/choice-field.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { MoneyField, TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import type { Exception } from '../api/exceptions.ts';

type Side = 'agreed' | 'recorded';

function timesOf(exception: Exception, side: Side): string | null {
  const [start, end] =
    side === 'agreed' ? [exception.plannedStart, exception.plannedEnd] : [exception.actualStart, exception.actualEnd];
  return start && end ? sayTimes(start, end) : null;
}

function SideOf({ exception, side }: { readonly exception: Exception; readonly side: Side }): ReactNode {
  const say = useWords('exceptions');
  const minutes = side === 'agreed' ? exception.plannedMinutes : exception.actualMinutes;
  const times = timesOf(exception, side);
  return (
    <div className="sm-sides__side">
      <h3>{say(side)}</h3>
      <p className="sm-sides__sum">
        <Money pence={side === 'agreed' ? exception.expectedPence : exception.foundPence} big />
      </p>
      <p>
        {sayDay(exception.serviceDate, 'with-year')}
        {times && <>, {times}</>}
      </p>
      <p>
        {minutes === null
          ? say('times', { count: exception.quantity })
          : say('worked', {
              time: sayMinutes(minutes),
              pricePence: exception.unitPricePence,
              unit: say(`units.${exception.unit as 'hour'}`),
            })}
      </p>
      {side === 'recorded' && exception.worker && <p className="sm-small">{say('by', { worker: exception.worker })}</p>}
    </div>
  );
}

export function Cause({ exception }: { readonly exception: Exception }): ReactNode {
  const say = useWords('exceptions');
  return (
    <Section title={say('causeTitle')}>
      <p className="sm-measure">
        {say(`why.${exception.kind}`, {
          differencePence: exception.differencePence,
          withinPence: exception.withinPence,
          foundPence: exception.foundPence,
        })}
      </p>
      {exception.queryNote !== '' && <blockquote className="sm-sides__quote">{exception.queryNote}</blockquote>}
      <div className="sm-sides">
        <SideOf exception={exception} side="agreed" />
        <SideOf exception={exception} side="recorded" />
      </div>
      <SummaryList
        rows={[
          { key: 'what', label: say('what'), value: exception.description },
          { key: 'order', label: say('order'), value: exception.orderReference },
          ...exception.lines.map((line) => ({
            key: line.name,
            label: say('line', { name: line.name }),
            value: say('lineLeft', { leftPence: line.leftPence, reservedPence: line.reservedPence }),
          })),
          ...(exception.invoiceId
            ? [
                {
                  key: 'invoice',
                  label: say('invoice'),
                  value: <TextLink href={paths.invoice(exception.invoiceId)}>{exception.invoiceNumber}</TextLink>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

type Choice = 'agreed' | 'recorded' | 'nothing' | 'other';

export function Cure({
  exception,
  onSettle,
  onAsk,
}: {
  readonly exception: Exception;
  readonly onSettle: (amountPence: number, note: string) => Promise<unknown>;
  /** Asks a second officer to agree to more than one may decide alone. */
  readonly onAsk: (amountPence: number, note: string) => Promise<unknown>;
}): ReactNode {
  const say = useWords('exceptions');
  const form = useFormState({
    initial: { choice: '' as Choice | '', amount: '', why: '' },
    words: useProblemWords(),
    fieldFor: (pointer) => (({ '/amountPence': 'amount', '/note': 'why' }) as const)[pointer as '/note'],
    check: ({ choice, amount, why }) => {
      const read = choice === 'other' ? parsePounds(amount) : null;
      return {
        ...(choice === '' ? { choice: 'field.required' } : {}),
        ...(read && !read.ok ? { amount: read.code } : {}),
        ...(isBlank(why) ? { why: 'field.required' } : {}),
      };
    },
  });
  const amountOf = (choice: Choice | '', amount: string): number => {
    if (choice === 'agreed') return exception.expectedPence;
    if (choice === 'recorded') return exception.foundPence;
    const read = choice === 'other' ? parsePounds(amount) : null;
    return read?.ok ? Number(read.value) : 0;
  };
  const isAbove = (choice: Choice | '', amount: string) => amountOf(choice, amount) > exception.alonePence;
  const above = isAbove(form.values.choice, form.values.amount);
  return (
    <Section title={say('cureTitle')}>
      {form.summary}
      {exception.refusedNote !== '' && (
        <Notice kind="warn">
          <p>{say('refused', { note: exception.refusedNote })}</p>
        </Notice>
      )}
      <Form
        onSubmit={form.onSubmit(({ choice, amount, why }) =>
          (isAbove(choice, amount) ? onAsk : onSettle)(amountOf(choice, amount), why.trim()),
        )}
      >
        <Radios
          label={say('choice.label')}
          hint={say('choice.hint')}
          {...form.field('choice')}
          choices={[
            { value: 'agreed', label: say('choice.agreed', { sum: formatPence(exception.expectedPence) }) },
            { value: 'recorded', label: say('choice.recorded', { sum: formatPence(exception.foundPence) }) },
            { value: 'nothing', label: say('choice.nothing') },
            {
              value: 'other',
              label: say('choice.other'),
              more: <MoneyField label={say('choice.amount')} {...form.field('amount')} />,
            },
          ]}
        />
        <TextArea label={say('note')} hint={say('noteHint')} rows={3} maxLength={1000} {...form.field('why')} />
        {above && <p className="sm-measure">{say('needsSecond', { alonePence: exception.alonePence })}</p>}
        <Button type="submit" busy={form.busy}>
          {say(above ? 'ask' : 'settle')}
        </Button>
      </Form>
    </Section>
  );
}
