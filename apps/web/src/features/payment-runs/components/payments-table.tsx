// The payments of a run as one table: who is paid, into which account and how new it is, for what, and how it went.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { sayDateOf } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { Loading, Section } from '../../../ui/layout.tsx';
import { type Column, DataTable, Pagination } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Payment, type Run, useRunPayments } from '../api/payment-runs.ts';
import { PaymentStateTag } from './run-words.tsx';

export const sortCode = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1-');

/** Where the money goes, and a warning where nothing has arrived there before. */
export function AccountCell({
  account,
}: {
  readonly account: { readonly accountLastFour: string; readonly accountSince: string; readonly paidBefore: boolean };
}): ReactNode {
  const say = useWords('payment-runs');
  return (
    <>
      {say('ending', { lastFour: account.accountLastFour })}{' '}
      <span className="sm-small">
        {account.paidBefore ? (
          say('accountSince', { date: sayDateOf(account.accountSince) })
        ) : (
          <strong>{say('accountNew', { date: sayDateOf(account.accountSince) })}</strong>
        )}
      </span>
    </>
  );
}

function Outcome({ run, payment, mayRecord }: OutcomeProps): ReactNode {
  const say = useWords('payment-runs');
  const cause = (payment.cause ?? 'other') as 'other';
  return (
    <>
      <PaymentStateTag state={payment.state} />
      {payment.state === 'returned' && (
        <p className="sm-small">{say(`causes.${cause}`, { code: payment.resultCode ?? '' })}</p>
      )}
      {payment.state === 'dropped' && <p className="sm-small">{say('droppedText')}</p>}
      {payment.remittanceId && payment.state === 'paid' && (
        <p className="sm-small">
          <a className="govuk-link" href={`/api/remittances/${payment.remittanceId}.pdf`}>
            {say('remittance', { number: payment.remittanceNumber ?? '' })}
          </a>
        </p>
      )}
      {mayRecord && (payment.state === 'sent' || payment.state === 'paid') && (
        <p className="sm-small">
          <TextLink
            href={paths.paymentCameBack(run.id, payment.id)}
            about={say('numbered', { number: payment.position })}
          >
            {say('cameBack.open')}
          </TextLink>
        </p>
      )}
    </>
  );
}

type OutcomeProps = { readonly run: Run; readonly payment: Payment; readonly mayRecord: boolean };

export function PaymentsTable({ run, mayRecord }: { readonly run: Run; readonly mayRecord: boolean }): ReactNode {
  const say = useWords('payment-runs');
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useRunPayments(run.id, cursor);
  if (error) throw error;
  const several = cursor !== undefined || Boolean(data?.nextCursor);
  const columns: readonly Column<Payment>[] = [
    { key: 'number', heading: say('number'), number: true, cell: (row) => row.position },
    { key: 'payee', heading: say('payee'), rowHeading: true, cell: (row) => row.payeeName },
    {
      key: 'into',
      heading: say('intoAccount'),
      cell: (row) => (
        <>
          {sortCode(row.sortCode)} <AccountCell account={row} />
        </>
      ),
    },
    {
      key: 'for',
      heading: say('for'),
      cell: (row) =>
        row.items.map((item, index) => (
          <span key={`${item.invoiceId ?? ''}${item.payInId ?? ''}`}>
            {index > 0 && ', '}
            {item.invoiceId ? (
              <TextLink href={paths.invoice(item.invoiceId)}>{item.reference}</TextLink>
            ) : (
              say('payIn', { reference: item.reference })
            )}
          </span>
        )),
    },
    {
      key: 'state',
      heading: say('state'),
      cell: (row) => <Outcome run={run} payment={row} mayRecord={mayRecord} />,
    },
    { key: 'sum', heading: say('sum'), number: true, cell: (row) => <Money pence={row.amountPence} /> },
  ];
  return (
    <Section title={say('cheques')}>
      {!data && <Loading />}
      {data && (
        <>
          <DataTable<Payment>
            caption={say('cheques')}
            captionHidden
            dense
            rows={data.items}
            rowKey={({ id }) => id}
            columns={columns}
            foot={[
              { key: 'word', cell: <strong>{say('inAll', { count: run.payments })}</strong>, span: 5 },
              { key: 'total', number: true, cell: <Money pence={run.totalPence} strong /> },
            ]}
          />
          <Pagination
            firstHref={cursor ? paths.paymentRun(run.id) : undefined}
            nextHref={data.nextCursor ? paths.paymentRun(run.id, data.nextCursor) : undefined}
          >
            {several && say('numbers', { from: data.items[0]?.position ?? 0, to: data.items.at(-1)?.position ?? 0 })}
          </Pagination>
        </>
      )}
    </Section>
  );
}
