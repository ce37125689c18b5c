// Money that does not match: each with its cause in words, what can be done, and the way to settle it.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { sayDateOf } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Radios } from '../../../ui/choice-field.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Details, Section } from '../../../ui/layout.tsx';
import { Money } from '../../../ui/money.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { type Decision, type MoneyException, useMoneyExceptions, useSettleMoney } from '../api/money-exceptions.ts';

function Cause({ exception }: { readonly exception: MoneyException }): ReactNode {
  const say = useWords('money-exceptions');
  const { kind, expectedPence, foundPence } = exception;
  if (kind === 'payment-returned') {
    return (
      <p>
        {say('returned.cause', {
          sumPence: expectedPence,
          payee: exception.payeeName ?? '',
          references: exception.references ?? '',
          why: say(`returned.causes.${(exception.cause ?? 'other') as 'other'}`),
          code: exception.reasonCode ?? say('returned.noCode'),
        })}
      </p>
    );
  }
  if (kind === 'card-debt') {
    return (
      <p>
        {say(`debt.${exception.reversal ?? 'refund'}`, {
          sumPence: expectedPence,
          name: exception.personName ?? '',
          line: exception.lineName ?? '',
          owedPence: exception.owedPence ?? 0,
        })}
      </p>
    );
  }
  return (
    <p>
      {say(`difference.${exception.difference ?? 'not-here'}`, {
        oursPence: expectedPence,
        theirsPence: foundPence,
        id: exception.processorId ?? '',
      })}
    </p>
  );
}

function Cure({ exception }: { readonly exception: MoneyException }): ReactNode {
  const say = useWords('money-exceptions');
  if (exception.kind === 'payment-returned') {
    const payee = paths.payeeAccount({
      organisation: exception.payeeOrganisationId ?? undefined,
      line: exception.payeeLineId ?? undefined,
      name: exception.payeeName ?? '',
    });
    return (
      <p>
        {exception.isHeld ? say('returned.held') : say('returned.open')}{' '}
        <TextLink href={payee}>{say('returned.account', { payee: exception.payeeName ?? '' })}</TextLink>
        {exception.runId && (
          <>
            {' · '}
            <TextLink href={paths.paymentRun(exception.runId)}>{exception.runReference}</TextLink>
          </>
        )}
      </p>
    );
  }
  return <p>{say(exception.kind === 'card-debt' ? 'debt.cure' : 'difference.cure')}</p>;
}

function Settling({ exception }: { readonly exception: MoneyException }): ReactNode {
  const say = useWords('money-exceptions');
  const settle = useSettleMoney();
  const form = useFormState({
    initial: { decision: (exception.decisions.length === 1 ? exception.decisions[0] : '') as Decision | '', note: '' },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/note' ? 'note' : undefined),
    check: ({ decision, note }) => ({
      ...(decision === '' && { decision: 'field.required' }),
      ...(isBlank(note) && { note: 'field.required@why' }),
    }),
  });
  return (
    <Details summary={say('settle')}>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async ({ decision, note }) => {
          if (decision !== '') await settle(exception.id, decision, note.trim());
        })}
      >
        {exception.decisions.length > 1 && (
          <Radios
            label={say('decision')}
            {...form.field('decision')}
            choices={exception.decisions.map((value) => ({ value, label: say(`decisions.${value}`) }))}
          />
        )}
        <TextArea label={say('why')} rows={2} maxLength={1000} {...form.field('note')} />
        <Button type="submit" busy={form.busy}>
          {say('settle')}
        </Button>
      </Form>
    </Details>
  );
}

export function MoneyExceptions({
  state,
  maySettle,
}: {
  readonly state: 'open' | 'settled';
  readonly maySettle: boolean;
}): ReactNode {
  const say = useWords('money-exceptions');
  const { data, error } = useMoneyExceptions(state);
  if (error) throw error;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={say('title')}>
      <ul className="sm-plain-list sm-money-exceptions">
        {data.items.map((exception) => (
          <li key={exception.id}>
            <h3 className="govuk-heading-s">
              {say(`kinds.${exception.kind}`)}: <Money pence={exception.owedPence ?? exception.expectedPence} />
            </h3>
            <Cause exception={exception} />
            {state === 'open' && <Cure exception={exception} />}
            {state === 'open' && maySettle && exception.decisions.length > 0 && <Settling exception={exception} />}
            <p className="sm-small">
              {state === 'settled' && exception.settledAt
                ? say('settledOn', {
                    date: sayDateOf(exception.settledAt),
                    name: exception.settledByName ?? say('byItself'),
                    note: exception.note,
                  })
                : say('since', { date: sayDateOf(exception.raisedAt) })}
            </p>
          </li>
        ))}
      </ul>
      {data.nextCursor && <p>{say('more')}</p>}
    </Section>
  );
}
