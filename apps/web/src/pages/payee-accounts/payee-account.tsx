// One payee for the finance desk: its accounts with their history, and a form to propose another.
import { type ReactNode, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useAccountSteps, usePayeeAccounts } from '../../features/payee-accounts/api/payee-accounts.ts';
import { AccountForm } from '../../features/payee-accounts/components/account-form.tsx';
import { AccountHistory } from '../../features/payee-accounts/components/account-history.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('payee-accounts');
  const { may } = useSession();
  const [query] = useSearchParams();
  const organisationId = query.get('organisation') ?? undefined;
  const lineId = query.get('line') ?? undefined;
  const { propose } = useAccountSteps();
  const [done, setDone] = useState<'proposed' | 'unchanged' | null>(null);
  const { data, error } = usePayeeAccounts('all', { organisationId, lineId });
  if (error) throw error;
  const name = data?.items[0]?.payeeName ?? query.get('name') ?? '';
  const of = { ...(organisationId ? { organisationId } : {}), ...(lineId ? { lineId } : {}) };
  return (
    <Frame
      title={say('one.title', { name })}
      width="wide"
      above={<BackLink href={paths.payeeAccounts()}>{say('back')}</BackLink>}
    >
      {done && (
        <Notice kind={done === 'proposed' ? 'success' : 'info'} live>
          <p>{say(`one.${done}`)}</p>
        </Notice>
      )}
      {!data && <Loading />}
      {data && (
        <Section title={say('history')}>
          {data.items.length === 0 ? <p>{say('one.none')}</p> : <AccountHistory accounts={data.items} />}
        </Section>
      )}
      {data && !data.mayPropose && <p>{say('one.notPaid')}</p>}
      {data?.mayPropose && may('payee-account.propose') && (organisationId || lineId) && (
        <Section title={say('one.propose')} lead={say('one.lead')}>
          <AccountForm
            key={String(done)}
            button={say('one.button')}
            onSend={async (details) => {
              const { unchanged } = await propose(of, details);
              setDone(unchanged ? 'unchanged' : 'proposed');
            }}
          />
        </Section>
      )}
    </Frame>
  );
}

/** Without a payee in its address there is nothing to show: the list names them. */
export function Page(): ReactNode {
  const [query] = useSearchParams();
  const isOne = Boolean(query.get('organisation') || query.get('line'));
  return (
    <SignedIn action="payee-account.view">
      {isOne ? <Shown /> : <Navigate replace to={paths.payeeAccounts()} />}
    </SignedIn>
  );
}
