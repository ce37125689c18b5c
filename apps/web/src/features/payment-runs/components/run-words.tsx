// How the states of a run and of a payment are said.
import type { ReactNode } from 'react';
import { Tag, type TagTone } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Payment, Run } from '../api/payment-runs.ts';

const RUN_TONES: Readonly<Record<Run['state'], TagTone>> = {
  proposed: 'look',
  authorised: 'look',
  emitted: 'plain',
  settled: 'go',
  cancelled: 'quiet',
};
const PAYMENT_TONES: Readonly<Record<Payment['state'], TagTone>> = {
  pending: 'plain',
  sent: 'plain',
  paid: 'go',
  returned: 'harm',
  dropped: 'quiet',
};

export function RunStateTag({ state }: { readonly state: Run['state'] }): ReactNode {
  const say = useWords('payment-runs');
  return <Tag tone={RUN_TONES[state]}>{say(`states.${state}`)}</Tag>;
}

export function PaymentStateTag({ state }: { readonly state: Payment['state'] }): ReactNode {
  const say = useWords('payment-runs');
  return <Tag tone={PAYMENT_TONES[state]}>{say(`paymentStates.${state}`)}</Tag>;
}
