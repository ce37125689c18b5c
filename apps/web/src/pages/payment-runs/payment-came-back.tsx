// A payment that the bank sent back, before or days after it was paid: an officer says why and when.
import { RETURN_REASONS, type ReturnReason, stopsPayments } from '@support-market/domain/payments/account-holds';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { usePaymentOf, useRun, useRunSteps } from '../../features/payment-runs/api/payment-runs.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, EMPTY_DATE } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('payment-runs');
  const go = useNavigate();
  const { id = '', paymentId = '' } = useParams();
  const { data: run, error } = useRun(id);
  const { data: payment, error: fault } = usePaymentOf(id, paymentId);
  const { say: tell } = useRunSteps();
  const form = useFormState({
    initial: { reason: '' as ReturnReason | '', day: EMPTY_DATE },
    words: useProblemWords(),
    check: ({ reason, day }) => ({
      ...(reason === '' && { reason: 'field.required' }),
      ...(dateFromParts(day) === null && { day: 'date.does_not_exist' }),
    }),
    fieldFor: (pointer) => (pointer === '/entryDate' ? 'day' : undefined),
  });
  if (error) throw error;
  if (fault) throw fault;
  const { reason } = form.values;
  return (
    <Frame
      title={say('cameBack.title')}
      caption={run?.reference}
      width="reading"
      above={
        <BackLink href={paths.paymentRun(id)}>{run ? say('one.title', { reference: run.reference }) : ''}</BackLink>
      }
    >
      {!payment && <Loading />}
      {payment && (
        <>
          <p className="sm-lead">{say('cameBack.lead', { sumPence: payment.amountPence, payee: payment.payeeName })}</p>
          {form.summary}
          <Form
            onSubmit={form.onSubmit(async ({ reason: code, day }) => {
              if (code === '') return;
              await tell(
                id,
                [{ endToEndId: payment.endToEndId, status: 'returned', reason: code }],
                dateFromParts(day) ?? '',
              );
              go(paths.paymentRun(id));
            })}
          >
            <Radios
              label={say('cameBack.reason')}
              {...form.field('reason')}
              choices={RETURN_REASONS.map((value) => ({ value, label: say(`cameBack.reasons.${value}`) }))}
            />
            <DateField label={say('cameBack.day')} hint={say('cameBack.dayHint')} {...form.field('day')} />
            {reason !== '' && (
              <Notice kind={stopsPayments(reason) ? 'warn' : 'info'}>
                <p>{say(stopsPayments(reason) ? 'cameBack.holds' : 'cameBack.again', { payee: payment.payeeName })}</p>
              </Notice>
            )}
            <Button type="submit" busy={form.busy}>
              {say('cameBack.button')}
            </Button>
          </Form>
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="payment-run.record-result">
      <Shown />
    </SignedIn>
  );
}
