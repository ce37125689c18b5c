// One order as its buyer sees it, and the way to cancel it knowing what that costs.
import type { SharedNeed } from '@support-market/domain/people/person-facts';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { type Order, useOrder, useOrderSteps } from '../../features/orders/api/orders.ts';
import { useShareNeeds } from '../../features/orders/api/visitor-note.ts';
import { OrderAgain } from '../../features/orders/components/order-again.tsx';
import { OrderFacts } from '../../features/orders/components/order-facts.tsx';
import { NeedsChoice } from '../../features/people/components/needs-choice.tsx';
import { OrderPriceRises } from '../../features/price-rises/components/order-price-rises.tsx';
import { OrderQuestions } from '../../features/questions/components/order-questions.tsx';
import { PutBack } from '../../features/visits/components/put-back.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, PrintButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary, Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

type SharingProps = { readonly order: Order; readonly personId: string; readonly needs: readonly SharedNeed[] };

function Sharing({ order, personId, needs }: SharingProps): ReactNode {
  const say = useWords('orders');
  const share = useShareNeeds(order.id);
  const [saved, setSaved] = useState(false);
  const form = useFormState({ initial: { needs }, words: useProblemWords() });
  return (
    <Section title={say('shared.heading')}>
      {form.summary}
      {saved && (
        <Notice kind="success" live>
          <p>
            {say(order.state === 'placed' ? 'shared.savedBefore' : 'shared.saved', {
              organisation: order.organisationName,
            })}
          </p>
        </Notice>
      )}
      <Form
        onSubmit={form.onSubmit(async (values) => {
          await share(values.needs);
          setSaved(true);
        })}
      >
        <NeedsChoice
          id="shared-needs"
          personId={personId}
          organisation={order.organisationName}
          values={form.values.needs}
          onChange={form.field('needs').onChange}
        />
        <Button type="submit" look="secondary" busy={form.busy}>
          {say('shared.save')}
        </Button>
      </Form>
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('orders');
  const problemWords = useProblemWords();
  const { id = '' } = useParams();
  const { data: order, error } = useOrder(id);
  const { cancel, putBack } = useOrderSteps(id);
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [back, setBack] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (error) throw error;
  if (refusal && !isProblem(refusal)) throw refusal;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      setBack((await cancel()).backPence);
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  const cancelling = order?.cancelling;
  return (
    <Frame
      title={order ? say('order.title', { reference: order.reference }) : say('titleOf')}
      above={<BackLink href={paths.orders()}>{say('order.back')}</BackLink>}
    >
      {!order && <Loading />}
      {isProblem(refusal) && <ErrorSummary faults={[{ text: problemWords(refusal.code, refusal.details) }]} />}
      {back !== null && (
        <Notice kind="success" live>
          <p>{say('cancel.done', { backPence: back })}</p>
        </Notice>
      )}
      {order?.declineReason && (
        <Notice kind="warn">
          <p>
            {say('order.declined', {
              organisation: order.organisationName,
              reason: say(`reasons.${order.declineReason}`),
            })}{' '}
            {say('order.moneyBack')}
          </p>
          {order.declineNote !== '' && <p>{order.declineNote}</p>}
        </Notice>
      )}
      {order && may('order.put-back') && (
        <PutBack key={order.id} what="order" isOpen={order.state === 'declined'} onPutBack={putBack} />
      )}
      {order && may('price-rise-order.view') && <OrderPriceRises orderId={order.id} side="buyer" />}
      {order && <OrderFacts order={order} side="buyer" />}
      {order && may('basket.edit') && <OrderAgain order={order} />}
      {order && <OrderQuestions orderId={order.id} />}
      {order?.mayShare && order.personId !== null && order.sharedNeeds && (
        <Sharing key={order.id} order={order} personId={order.personId} needs={order.sharedNeeds} />
      )}
      {order && (
        <ButtonRow>
          {order.allowed.includes('cancel') && cancelling && (
            <Button look="danger" onPress={() => setAsking(true)}>
              {say('cancel.button')}
            </Button>
          )}
          <PrintButton>{say('order.print')}</PrintButton>
        </ButtonRow>
      )}
      {cancelling && (
        <Dialog
          open={asking}
          title={say('cancel.title')}
          confirm={say('cancel.yes')}
          cancel={say('cancel.no')}
          danger
          busy={busy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <p>
            {cancelling.chargedVisits > 0
              ? say('cancel.charged', {
                  count: cancelling.chargedVisits,
                  backPence: cancelling.backPence,
                  chargedPence: cancelling.chargedPence,
                })
              : say('cancel.free', { backPence: cancelling.backPence })}
          </p>
        </Dialog>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn>
      <Shown />
    </SignedIn>
  );
}
