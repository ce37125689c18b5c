// Saying that somebody died, moved away or left: first a look at what ends with it, then a second yes.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type Ending, type EndingPreview, usePersonSteps } from '../../features/people/api/edit-person.ts';
import { usePerson } from '../../features/people/api/view-person.ts';
import { HitOrders } from '../../features/people/components/hit-orders.tsx';
import { HowItEnded } from '../../features/people/components/how-it-ended.tsx';
import { PayInChanges } from '../../features/people/components/pay-in-changes.tsx';
import { sayDate } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const ENDINGS = ['died', 'moved-away', 'left'] as const satisfies readonly Ending[];
type Asked = { readonly ending: Ending; readonly lastDay: string; readonly reason: string };

export function Page(): ReactNode {
  const { personId = '' } = useParams();
  return (
    <SignedIn action="person.end">
      <Shown personId={personId} />
    </SignedIn>
  );
}

function Shown({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('people');
  const { may } = useSession();
  const { data: person, error } = usePerson(personId);
  const [shown, setShown] = useState<{ readonly asked: Asked; readonly plan: EndingPreview } | null>(null);
  if (error) throw error;
  if (!person) return <PageLoading />;
  const { name, state, lastDay } = person;
  return (
    <Frame
      title={say('ending.title', { name })}
      width="reading"
      above={<BackLink href={paths.personRecord(personId)}>{say('record.title', { name })}</BackLink>}
    >
      {state !== 'active' && (
        <>
          <Notice live>
            <HowItEnded name={name} state={state} lastDay={lastDay} />
            {may('final-statement.view') && (
              <p>
                <TextLink href={paths.finalStatement(personId)}>{say('final.titleOf', { name })}</TextLink>
              </p>
            )}
          </Notice>
          <ComeBack personId={personId} name={name} />
        </>
      )}
      {state === 'active' && !shown && <Ask personId={personId} onShown={setShown} />}
      {state === 'active' && shown && (
        <Confirm personId={personId} name={name} shown={shown} onBack={() => setShown(null)} />
      )}
    </Frame>
  );
}

function Ask({
  personId,
  onShown,
}: {
  readonly personId: string;
  readonly onShown: (shown: { readonly asked: Asked; readonly plan: EndingPreview }) => void;
}): ReactNode {
  const say = useWords('people');
  const { preview } = usePersonSteps(personId);
  const form = useFormState({
    initial: { ending: '' as Ending | '', lastDay: partsFromDate(useToday()), reason: '' },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/querystring/lastDay' ? 'lastDay' : undefined),
    check: ({ ending, lastDay }) => ({
      ...(ending === '' && { ending: 'field.required' }),
      ...(dateFromParts(lastDay) === null && { lastDay: 'date.does_not_exist' }),
    }),
  });
  return (
    <Form
      onSubmit={form.onSubmit(async ({ ending, lastDay: parts, reason }) => {
        const lastDay = dateFromParts(parts);
        if (ending === '' || lastDay === null) return;
        onShown({ asked: { ending, lastDay, reason }, plan: await preview(ending, lastDay) });
      })}
    >
      {form.summary}
      <p>{say('ending.lead')}</p>
      <Radios
        label={say('ending.what')}
        labelSize="m"
        {...form.field('ending')}
        choices={ENDINGS.map((ending) => ({ value: ending, label: say(`ending.choices.${ending}`) }))}
      />
      <DateField label={say('ending.lastDay')} hint={say('ending.lastDayHint')} {...form.field('lastDay')} />
      <TextArea label={say('ending.reason')} optional rows={2} maxLength={500} {...form.field('reason')} />
      <Button type="submit" busy={form.busy}>
        {say('ending.show')}
      </Button>
    </Form>
  );
}

function Confirm({
  personId,
  name,
  shown: { asked, plan },
  onBack,
}: {
  readonly personId: string;
  readonly name: string;
  readonly shown: { readonly asked: Asked; readonly plan: EndingPreview };
  readonly onBack: () => void;
}): ReactNode {
  const say = useWords('people');
  const { end } = usePersonSteps(personId);
  const today = useToday();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const day = sayDate(asked.lastDay);
  return (
    <>
      {form.summary}
      <Notice kind="warn" live title={say('ending.nothingYet')}>
        <p>{say(`ending.will.${asked.ending}`, { name, day })}</p>
      </Notice>
      <HitOrders orders={plan.orders} />
      {plan.visits > 0 && (
        <p>
          {say('ending.back', { count: plan.visits })} <Money pence={plan.backPence} strong />
        </p>
      )}
      <Section title={say('ending.also')}>
        <ul>
          <PayInChanges payIns={plan.payIns} />
          {plan.mandates.map((mandate) => (
            <li key={`${mandate.holderName} ${mandate.untilDate}`}>
              {say('ending.mandate', { holder: mandate.holderName, day: sayDate(mandate.untilDate) })}
            </li>
          ))}
          {asked.lastDay >= today && asked.ending !== 'died' && <li>{say('ending.orders')}</li>}
          <li>{say('ending.noMessages', { name })}</li>
          {asked.ending === 'died' && <li>{say('ending.noSignIn', { name })}</li>}
        </ul>
      </Section>
      <ButtonRow>
        <Button look="secondary" onPress={onBack}>
          {say('ending.change')}
        </Button>
        <Button
          look="danger"
          busy={form.busy}
          onPress={() => form.onSubmit(() => end(asked.ending, asked.lastDay, asked.reason, plan))()}
        >
          {say(`ending.yes.${asked.ending}`)}
        </Button>
      </ButtonRow>
    </>
  );
}

function ComeBack({ personId, name }: { readonly personId: string; readonly name: string }): ReactNode {
  const say = useWords('people');
  const { comeBack } = usePersonSteps(personId);
  const form = useFormState({ initial: { reason: '' }, words: useProblemWords() });
  return (
    <Section title={say('ending.comeBack', { name })}>
      <p>{say('ending.comeBackText')}</p>
      <Form onSubmit={form.onSubmit(({ reason }) => comeBack(reason))}>
        {form.summary}
        <TextArea label={say('ending.reason')} optional rows={2} maxLength={500} {...form.field('reason')} />
        <Button type="submit" look="secondary" busy={form.busy}>
          {say('ending.comeBackYes')}
        </Button>
      </Form>
    </Section>
  );
}
