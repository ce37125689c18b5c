// Putting one's own money in by card: how much, the card, and the moment it is there.
import { LARGEST_CARD_PAYMENT_PENCE, SMALLEST_CARD_PAYMENT_PENCE } from '@support-market/domain/budgets/card-payments';
import { parsePounds } from '@support-market/domain/shared/money';
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import {
  type StartedCardPayment,
  startCardPayment,
  type TestCard,
  useCardPayment,
  useTestCard,
} from '../../features/card-payments/api/card-payments.ts';
import { CardForm } from '../../features/card-payments/components/card-form.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Arrival } from '../../ui/arrival.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MoneyField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="card-payment.create">
      <CardPayment />
    </SignedIn>
  );
}

function CardPayment(): ReactNode {
  const say = useWords('card-payments');
  const { lineId = '' } = useParams();
  const [search] = useSearchParams();
  const lacking = /^\d{1,7}$/.exec(search.get('lacking') ?? '')?.[0];
  const [started, setStarted] = useState<StartedCardPayment | null>(null);
  // A buyer who came because a basket lacks money goes back to it.
  const after = lacking
    ? { href: paths.basket(), back: say('backToBasket'), see: say('backToBasket') }
    : { href: paths.myPlace(), back: say('back'), see: say('see') };
  return (
    <Frame title={say('title')} width="reading" above={<BackLink href={after.href}>{after.back}</BackLink>}>
      {started ? (
        <Card key={started.id} payment={started} after={after} onAgain={() => setStarted(null)} />
      ) : (
        <HowMuch lineId={lineId} lackingPence={Number(lacking ?? 0)} onStarted={setStarted} />
      )}
    </Frame>
  );
}

function amountOf(text: string): number | null {
  const read = parsePounds(text);
  if (!read.ok || read.value < SMALLEST_CARD_PAYMENT_PENCE || read.value > LARGEST_CARD_PAYMENT_PENCE) return null;
  return Number(read.value);
}

/** What is lacking as it is typed, raised to the least that a card may pay. */
function proposed(lackingPence: number): string {
  return lackingPence === 0 ? '' : (Math.max(lackingPence, Number(SMALLEST_CARD_PAYMENT_PENCE)) / 100).toFixed(2);
}

function HowMuch({
  lineId,
  lackingPence,
  onStarted,
}: {
  readonly lineId: string;
  readonly lackingPence: number;
  readonly onStarted: (payment: StartedCardPayment) => void;
}): ReactNode {
  const say = useWords('card-payments');
  const keyFor = useIdempotencyKey();
  const form = useFormState({
    initial: { amount: proposed(lackingPence) },
    words: useProblemWords(),
    check: ({ amount }) => {
      const read = parsePounds(amount);
      if (!read.ok) return { amount: read.code };
      return amountOf(amount) === null ? { amount: 'card.amount_out_of_range' } : {};
    },
    fieldFor: (pointer) => (pointer === '/amountPence' ? 'amount' : undefined),
  });
  return (
    <Form
      onSubmit={form.onSubmit(async ({ amount }) => {
        const pence = amountOf(amount) ?? 0;
        onStarted(await startCardPayment(lineId, pence, keyFor({ pence })));
      })}
    >
      {form.summary}
      <MoneyField label={say('amount')} hint={say('amountHint')} {...form.field('amount')} />
      <Button type="submit" busy={form.busy}>
        {say('next')}
      </Button>
    </Form>
  );
}

const CARDS = ['succeeds', 'declined', 'needs_authentication'] as const satisfies readonly TestCard[];

function Card({
  payment,
  after,
  onAgain,
}: {
  readonly payment: StartedCardPayment;
  readonly after: { readonly href: string; readonly see: string };
  readonly onAgain: () => void;
}): ReactNode {
  const say = useWords('card-payments');
  const problemWords = useProblemWords();
  const { amountPence } = payment;
  const [card, setCard] = useState<TestCard>('succeeds');
  const tried = useTestCard(payment.id);
  const [confirmed, setConfirmed] = useState(false);
  const standing = useCardPayment(payment.id, confirmed || tried.isSuccess);
  if (tried.error && !isProblem(tried.error)) throw tried.error;
  if (standing.error) throw standing.error;
  const state = standing.data?.state ?? tried.data?.state ?? payment.state;
  const again = (
    <ButtonRow>
      <LinkButton href={after.href}>{after.see}</LinkButton>
      <Button look="secondary" onPress={onAgain}>
        {say('again')}
      </Button>
    </ButtonRow>
  );
  if (state === 'succeeded') {
    return (
      <Arrival of={state}>
        <Notice kind="success" live title={say('doneTitle', { amountPence, line: payment.lineName })}>
          <p>{say('doneText')}</p>
        </Notice>
        {again}
      </Arrival>
    );
  }
  if (state === 'failed') {
    return (
      <Arrival of={state}>
        <Notice kind="warn" live>
          <p>{say('failed')}</p>
        </Notice>
        {again}
      </Arrival>
    );
  }
  if (!payment.sandbox) {
    return (
      <Arrival of="card">
        <Section title={say('cardTitle', { amountPence })}>
          {confirmed || payment.clientSecret === null || payment.publishableKey === null ? (
            <p role="status">{say('waiting')}</p>
          ) : (
            <CardForm
              key={payment.id}
              publishableKey={payment.publishableKey}
              clientSecret={payment.clientSecret}
              amountPence={amountPence}
              onConfirmed={() => setConfirmed(true)}
            />
          )}
        </Section>
      </Arrival>
    );
  }
  if (tried.data?.status === 'needs_authentication') {
    return (
      <Arrival of="bank">
        <Section title={say('bankTitle')}>
          <ButtonRow>
            <Button busy={tried.isPending} onPress={() => tried.mutate('succeeds')}>
              {say('bankYes')}
            </Button>
            <Button look="secondary" busy={tried.isPending} onPress={() => tried.mutate('declined')}>
              {say('bankNo')}
            </Button>
          </ButtonRow>
        </Section>
      </Arrival>
    );
  }
  return (
    <Arrival of="test-card">
      <Section title={say('cardTitle', { amountPence })}>
        <Notice>
          <p>{say('sandboxText')}</p>
        </Notice>
        {tried.error && isProblem(tried.error) && (
          <Notice kind="harm" live>
            <p>{problemWords(tried.error.code, tried.error.details)}</p>
          </Notice>
        )}
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (!tried.isPending) tried.mutate(card);
          }}
        >
          <Radios
            id="card"
            label={say('sandboxLegend')}
            value={card}
            onChange={(value) => setCard(CARDS.find((one) => one === value) ?? 'succeeds')}
            choices={CARDS.map((value) => ({ value, label: say(value) }))}
          />
          <Button type="submit" busy={tried.isPending}>
            {say('pay', { amountPence })}
          </Button>
        </Form>
      </Section>
    </Arrival>
  );
}
