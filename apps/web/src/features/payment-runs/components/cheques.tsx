// The payments of a run a page at a time, as a cheque book is read; a big run pays hundreds.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../../paths.ts';
import { Loading, Section } from '../../../ui/layout.tsx';
import { Pagination } from '../../../ui/lists.tsx';
import { Money } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Run, useRunPayments } from '../api/payment-runs.ts';
import { Cheque } from './cheque.tsx';

export function Cheques({ run }: { readonly run: Run }): ReactNode {
  const say = useWords('payment-runs');
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useRunPayments(run.id, cursor);
  if (error) throw error;
  const several = cursor !== undefined || Boolean(data?.nextCursor);
  return (
    <Section title={say('cheques')}>
      {!data && <Loading />}
      {data && (
        <>
          <ol className="sm-cheques">
            {data.items.map((payment) => (
              <Cheque key={payment.id} payment={payment} />
            ))}
          </ol>
          <Pagination
            firstHref={cursor ? paths.paymentRun(run.id) : undefined}
            nextHref={data.nextCursor ? paths.paymentRun(run.id, data.nextCursor) : undefined}
          >
            {several && say('numbers', { from: data.items[0]?.position, to: data.items.at(-1)?.position })}
          </Pagination>
          <p className="sm-cheques__total">
            {say('inAll', { count: run.payments })} <Money pence={run.totalPence} strong />
          </p>
        </>
      )}
    </Section>
  );
}
