// One order as its provider sees it: read it, then say yes, or no with a reason.
import { DECLINE_REASONS } from '@support-market/domain/orders/cancelling';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type DeclineReason, useOrder, useOrderSteps } from '../../features/orders/api/orders.ts';
import { OrderFacts } from '../../features/orders/components/order-facts.tsx';
import { VisitorFacts } from '../../features/orders/components/visitor-facts.tsx';
import { OrderPriceRises } from '../../features/price-rises/components/order-price-rises.tsx';
import { OrderQuestions } from '../../features/questions/components/order-questions.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, PrintButton } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

function Deciding({ id }: { readonly id: string }): ReactNode {
  const say = useWords('orders');
  const { accept, decline } = useOrderSteps(id);
  const [declining, setDeclining] = useState(false);
  const form = useFormState({
    initial: { declineReason: '' as DeclineReason | '', note: '' },
    words: useProblemWords(),
    check: ({ declineReason }) => (declining && declineReason === '' ? { declineReason: 'field.required' } : {}),
    fieldFor: (pointer) => (pointer === '/reason' ? 'declineReason' : undefined),
  });
  return (
    <Section title={say('decide.heading')}>
      {form.summary}
      <ButtonRow>
        <Button onPress={() => form.onSubmit(() => accept())()} busy={form.busy}>
          {say('decide.accept')}
        </Button>
        <Button look="secondary" expanded={declining} controls="decline-form" onPress={() => setDeclining(!declining)}>
          {say('decide.declineOpen')}
        </Button>
      </ButtonRow>
      <div id="decline-form" hidden={!declining}>
        {declining && (
          <Form
            onSubmit={form.onSubmit(({ declineReason, note }) =>
              declineReason === '' ? undefined : decline(declineReason, note.trim()),
            )}
          >
            <Radios
              label={say('decide.why')}
              hint={say('decide.whyHint')}
              labelSize="m"
              {...form.field('declineReason')}
              choices={DECLINE_REASONS.map((reason) => ({ value: reason, label: say(`reasons.${reason}`) }))}
            />
            <TextArea label={say('decide.note')} optional rows={3} maxLength={1000} {...form.field('note')} />
            <Button type="submit" look="danger" busy={form.busy}>
              {say('decide.decline')}
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('orders');
  const { id = '' } = useParams();
  const { data: order, error } = useOrder(id);
  if (error) throw error;
  return (
    <Frame
      title={order ? say('order.title', { reference: order.reference }) : say('decide.title')}
      above={<BackLink href={paths.providerOrders()}>{say('order.back')}</BackLink>}
    >
      {!order && <Loading />}
      {order?.state === 'accepted' && (
        <Notice kind="success" live>
          <p>{say('decide.accepted')}</p>
        </Notice>
      )}
      {order?.state === 'declined' && (
        <Notice live>
          <p>{say('decide.declined')}</p>
        </Notice>
      )}
      {order?.allowed.includes('accept') && <Deciding id={id} />}
      {order && <VisitorFacts order={order} />}
      {order && <OrderPriceRises orderId={order.id} side="provider" />}
      {order && <OrderFacts order={order} side="provider" />}
      {order && <OrderQuestions orderId={order.id} />}
      {order && <PrintButton>{say('order.print')}</PrintButton>}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="order.decide">
      <Shown />
    </SignedIn>
  );
}
