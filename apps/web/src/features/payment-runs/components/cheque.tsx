// One payment of a run as a cheque with its stub: who is paid, how much, into which account, and for what.
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Payment } from '../api/payment-runs.ts';
import { PaymentStateTag } from './run-words.tsx';

const sortCode = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1-');

export function Cheque({ payment }: { readonly payment: Payment }): ReactNode {
  const say = useWords('payment-runs');
  return (
    <li className="sm-cheque">
      <div className="sm-cheque__stub">
        <p className="sm-cheque__number">{say('numbered', { number: payment.position })}</p>
        <PaymentStateTag state={payment.state} />
        <p className="sm-small">{say(`accounts.${payment.debitAccount}`)}</p>
      </div>
      <div className="sm-cheque__body">
        <p className="sm-cheque__line">
          <span>
            <span className="sm-small">{say('pay')}</span> <strong>{payment.payeeName}</strong>
          </span>
          <Money pence={payment.amountPence} strong />
        </p>
        <ul className="sm-cheque__items">
          {payment.items.map((item) => (
            <li key={`${item.invoiceId ?? ''}${item.payInId ?? ''}`}>
              <span>
                {item.invoiceId ? (
                  <TextLink href={paths.invoice(item.invoiceId)}>{item.reference}</TextLink>
                ) : (
                  say('payIn', { reference: item.reference })
                )}
              </span>
              <Money pence={item.amountPence} />
            </li>
          ))}
        </ul>
        <p className="sm-small">
          {say('into', { sortCode: sortCode(payment.sortCode), lastFour: payment.accountLastFour })} ·{' '}
          {say('bankId', { id: payment.endToEndId })}
        </p>
        {payment.state === 'returned' && (
          <p>{say(`causes.${(payment.cause ?? 'other') as 'other'}`, { code: payment.resultCode ?? '' })}</p>
        )}
        {payment.state === 'dropped' && <p>{say('droppedText')}</p>}
        {payment.remittanceId && (
          <p>
            <a className="govuk-link" href={`/api/remittances/${payment.remittanceId}.pdf`}>
              {say('remittance', { number: payment.remittanceNumber ?? '' })}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
