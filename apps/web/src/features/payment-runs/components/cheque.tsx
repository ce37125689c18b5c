// One payment of a run as a cheque with its stub: who is paid, how much, into which account, and for what.
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Payee } from '../api/payment-runs.ts';
import { PaymentStateTag } from './run-words.tsx';

const sortCode = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1-');

export function Cheque({
  payee,
  invoiceHref,
  children,
}: {
  readonly payee: Payee;
  readonly invoiceHref: (id: string) => string;
  readonly children?: ReactNode;
}): ReactNode {
  const say = useWords('payment-runs');
  return (
    <li className="sm-cheque">
      <div className="sm-cheque__stub">
        <p className="sm-cheque__number">{say('numbered', { number: payee.position })}</p>
        <PaymentStateTag state={payee.state} />
        <p className="sm-small">{say(`accounts.${payee.debitAccount}`)}</p>
      </div>
      <div className="sm-cheque__body">
        <p className="sm-cheque__line">
          <span>
            <span className="sm-small">{say('pay')}</span> <strong>{payee.payeeName}</strong>
          </span>
          <Money pence={payee.amountPence} strong />
        </p>
        <ul className="sm-cheque__items">
          {payee.items.map((item) => (
            <li key={`${item.invoiceId ?? ''}${item.payInId ?? ''}`}>
              <span>
                {item.invoiceId ? (
                  <TextLink href={invoiceHref(item.invoiceId)}>{item.reference}</TextLink>
                ) : (
                  say('payIn', { reference: item.reference })
                )}
              </span>
              <Money pence={item.amountPence} />
            </li>
          ))}
        </ul>
        <p className="sm-small">
          {say('into', { sortCode: sortCode(payee.sortCode), lastFour: payee.accountLastFour })} ·{' '}
          {say('bankId', { id: payee.endToEndId })}
        </p>
        {payee.state === 'returned' && (
          <p>{say(`causes.${(payee.cause ?? 'other') as 'other'}`, { code: payee.resultCode ?? '' })}</p>
        )}
        {payee.state === 'dropped' && <p>{say('droppedText')}</p>}
        {children}
      </div>
    </li>
  );
}
