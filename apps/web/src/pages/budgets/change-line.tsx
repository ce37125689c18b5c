// Another last day or award for a line of money: first a look at which visits would end, then a second yes.

import { parsePounds } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type LineChange, useLineChange } from '../../features/budgets/api/change-line.ts';
import { type MoneyLine, useMoney } from '../../features/budgets/api/view-money.ts';
import { HitOrders } from '../../features/people/components/hit-orders.tsx';
import { PayInChanges } from '../../features/people/components/pay-in-changes.tsx';
import { sayDate } from '../../format/dates.ts';
import { formatPence } from '../../format/money.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MoneyField, TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

type Asked = { readonly endsOn: string; readonly awardPence: number; readonly reason: string };
type Shown = { readonly asked: Asked; readonly plan: LineChange };

export function Page(): ReactNode {
  const { personId = '', lineId = '' } = useParams();
  return (
    <SignedIn action={['budget.view', 'budget.change']}>
      <Change personId={personId} lineId={lineId} />
    </SignedIn>
  );
}

function Change({ personId, lineId }: { readonly personId: string; readonly lineId: string }): ReactNode {
  const say = useWords('people');
  const { data, error } = useMoney(personId);
  const [shown, setShown] = useState<Shown | null>(null);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const line = data.lines.find(({ id }) => id === lineId);
  if (!line) return <NotFound />;
  return (
    <Frame
      title={say('line.title', { line: line.name, name: data.person.name })}
      width="reading"
      above={<BackLink href={paths.personMoney(personId)} />}
    >
      {shown ? (
        <Confirm personId={personId} lineId={lineId} shown={shown} onBack={() => setShown(null)} />
      ) : (
        <Ask line={line} onShown={setShown} />
      )}
    </Frame>
  );
}

function Ask({ line, onShown }: { readonly line: MoneyLine; readonly onShown: (shown: Shown) => void }): ReactNode {
  const say = useWords('people');
  const { preview } = useLineChange(line.id);
  const before = line.spentPence + line.spokenForPence + line.leftPence;
  const form = useFormState({
    initial: {
      endsOn: partsFromDate(line.endsOn),
      awardPence: formatPence(before).replace(/[£,]/g, ''),
      reason: '',
    },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/querystring/endsOn' ? 'endsOn' : undefined),
    check: ({ endsOn, awardPence, reason }) => {
      const pounds = parsePounds(awardPence);
      return {
        ...(dateFromParts(endsOn) === null && { endsOn: 'date.does_not_exist' }),
        ...(!pounds.ok && { awardPence: pounds.code }),
        ...((isBlank(reason) || reason.trim().length < 5) && { reason: 'field.required@why' }),
      };
    },
  });
  return (
    <Form
      onSubmit={form.onSubmit(async ({ endsOn: parts, awardPence: text, reason }) => {
        const endsOn = dateFromParts(parts);
        const pounds = parsePounds(text);
        if (endsOn === null || !pounds.ok) return;
        const awardPence = Number(pounds.value);
        onShown({ asked: { endsOn, awardPence, reason: reason.trim() }, plan: await preview(endsOn, awardPence) });
      })}
    >
      {form.summary}
      <p>{say('line.lead')}</p>
      <DateField label={say('line.endsOn')} {...form.field('endsOn')} />
      <MoneyField label={say('line.award')} hint={say('line.awardHint')} {...form.field('awardPence')} />
      <TextArea
        label={say('line.reason')}
        hint={say('line.reasonHint')}
        rows={2}
        maxLength={500}
        {...form.field('reason')}
      />
      <Button type="submit" busy={form.busy}>
        {say('ending.show')}
      </Button>
    </Form>
  );
}

function Confirm({
  personId,
  lineId,
  shown: { asked, plan },
  onBack,
}: {
  readonly personId: string;
  readonly lineId: string;
  readonly shown: Shown;
  readonly onBack: () => void;
}): ReactNode {
  const say = useWords('people');
  const navigate = useNavigate();
  const { change } = useLineChange(lineId);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <>
      {form.summary}
      <Notice kind="warn" live title={say('ending.nothingYet')}>
        <p>{say('line.will', { day: sayDate(asked.endsOn), awardPence: asked.awardPence })}</p>
      </Notice>
      <HitOrders orders={plan.orders} />
      {plan.visits > 0 && (
        <p>
          {say('ending.back', { count: plan.visits })} <Money pence={plan.backPence} strong /> {say('line.told')}
        </p>
      )}
      <Section title={say('payIns.title')}>
        <ul>
          <PayInChanges payIns={plan.payIns} />
          {plan.payIns.length === 0 && <li>{say('payIns.none')}</li>}
          {plan.payInsOverPence > 0 && <li>{say('payIns.over', { overPence: plan.payInsOverPence })}</li>}
        </ul>
      </Section>
      <ButtonRow>
        <Button look="secondary" onPress={onBack}>
          {say('ending.change')}
        </Button>
        <Button
          look={plan.visits > 0 ? 'danger' : 'primary'}
          busy={form.busy}
          onPress={() =>
            form.onSubmit(async () => {
              await change(asked.endsOn, asked.awardPence, asked.reason, plan);
              await navigate(paths.personMoney(personId));
            })()
          }
        >
          {say('line.yes')}
        </Button>
      </ButtonRow>
    </>
  );
}
