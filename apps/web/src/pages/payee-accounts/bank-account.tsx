// Where the council pays an organisation, as the organisation sees and changes it.
import { type ReactNode, useState } from 'react';
import { useAccountSteps, useOwnAccounts } from '../../features/payee-accounts/api/payee-accounts.ts';
import { AccountForm } from '../../features/payee-accounts/components/account-form.tsx';
import { AccountHistory, useAccountWords } from '../../features/payee-accounts/components/account-history.tsx';
import { sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { BackLink, Details, Loading, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('payee-accounts');
  const { where } = useAccountWords();
  const { changeOwn } = useAccountSteps();
  const [done, setDone] = useState<'asked' | 'same' | null>(null);
  const { data, error } = useOwnAccounts();
  if (error) throw error;
  const present = data?.items.find(({ state }) => state === 'in-force' || state === 'held');
  const waiting = data?.items.find(({ state }) => state === 'waiting' || state === 'proposed');
  return (
    <Frame
      title={say('own.title')}
      width="reading"
      above={<BackLink href={paths.providerInvoices()}>{say('own.back')}</BackLink>}
    >
      {done && (
        <Notice kind={done === 'asked' ? 'success' : 'info'} live>
          <p>{say(`own.${done}`)}</p>
        </Notice>
      )}
      {!data && <Loading />}
      {present?.state === 'held' && (
        <Notice kind="warn" title={say('own.heldTitle')}>
          <p>{say('own.held', { account: where(present) })}</p>
        </Notice>
      )}
      {data && present?.state !== 'held' && (
        <p className="sm-lead">{present ? say('own.present', { account: where(present) }) : say('own.none')}</p>
      )}
      {waiting && (
        <Notice kind="info">
          <p>
            {waiting.beginsOn
              ? say('own.waits', { account: where(waiting), date: sayDay(waiting.beginsOn) })
              : say('own.proposed', { account: where(waiting) })}
          </p>
        </Notice>
      )}
      {data && (
        <Section title={say('own.change')} lead={say('own.lead')}>
          <AccountForm
            key={String(done)}
            button={say('own.button')}
            onSend={async (details) => {
              const { unchanged } = await changeOwn(details);
              setDone(unchanged ? 'same' : 'asked');
            }}
          />
        </Section>
      )}
      {data && data.items.length > 1 && (
        <Details summary={say('own.before')}>
          <AccountHistory accounts={data.items} />
        </Details>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="payee-account.change">
      <Shown />
    </SignedIn>
  );
}
