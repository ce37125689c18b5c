// Where payees are paid: what waits for a second officer comes first, then what is paid now.
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  type PayeeAccount,
  useAccountSteps,
  usePayeeAccounts,
} from '../../features/payee-accounts/api/payee-accounts.ts';
import { AccountStateTag, useAccountWords } from '../../features/payee-accounts/components/account-history.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { useFormState } from '../../ui/form.tsx';
import { Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

function Waiting(): ReactNode {
  const say = useWords('payee-accounts');
  const { may } = useSession();
  const { where, who, since } = useAccountWords();
  const { release, refuse } = useAccountSteps();
  const { data, error } = usePayeeAccounts('proposed', {});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  if (error) throw error;
  if (!data) return <Loading />;
  const picked = chosen.filter((id) => data.items.some((row) => row.id === id));
  return (
    <Section title={say('waiting.title')} lead={say('waiting.lead')}>
      {form.summary}
      {done !== null && (
        <Notice kind="success" live>
          <p>{say('waiting.done', { count: done })}</p>
        </Notice>
      )}
      {data.items.length === 0 && <p>{say('waiting.none')}</p>}
      {data.items.length > 0 && (
        <>
          <DataTable<PayeeAccount>
            caption={say('waiting.title')}
            captionHidden
            dense
            rows={data.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'payee',
                heading: say('payee'),
                rowHeading: true,
                cell: (row) =>
                  may('payee-account.release') && row.mayRelease ? (
                    <Checkbox
                      id={`pick-${row.id}`}
                      label={row.payeeName}
                      checked={picked.includes(row.id)}
                      onChange={(on) => setChosen(on ? [...picked, row.id] : picked.filter((id) => id !== row.id))}
                    />
                  ) : (
                    row.payeeName
                  ),
              },
              { key: 'name', heading: say('name'), cell: (row) => row.accountName },
              { key: 'to', heading: say('account'), cell: where },
              {
                key: 'now',
                heading: say('now'),
                cell: (row) =>
                  row.presentLastFour ? say('ending', { lastFour: row.presentLastFour }) : say('noneNow'),
              },
              { key: 'who', heading: say('proposedBy'), cell: who },
              {
                key: 'when',
                heading: say('when'),
                cell: (row) => since(row) || (row.mayRelease ? '' : say('needsOther')),
              },
            ]}
          />
          {may('payee-account.propose') && (
            <ButtonRow>
              <Button
                busy={form.busy}
                onPress={() =>
                  form.onSubmit(async () => {
                    const ids = picked.length > 0 ? picked : [];
                    if (ids.length === 0) return;
                    const { released } = await release(ids);
                    setChosen([]);
                    setDone(released);
                  })()
                }
              >
                {say('waiting.release', { count: picked.length })}
              </Button>
              {picked.length === 1 && (
                <Button
                  look="secondary"
                  busy={form.busy}
                  onPress={() =>
                    form.onSubmit(async () => {
                      await refuse(picked[0] ?? '', say('waiting.refusedNote'));
                      setChosen([]);
                    })()
                  }
                >
                  {say('waiting.refuse')}
                </Button>
              )}
            </ButtonRow>
          )}
        </>
      )}
    </Section>
  );
}

function Present(): ReactNode {
  const say = useWords('payee-accounts');
  const { where, since } = useAccountWords();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = usePayeeAccounts('present', { cursor });
  if (error) throw error;
  return (
    <Section title={say('present.title')}>
      {!data && <Loading />}
      {data && data.items.length === 0 && <p>{say('present.none')}</p>}
      {data && data.items.length > 0 && (
        <>
          <DataTable<PayeeAccount>
            caption={say('present.title')}
            captionHidden
            dense
            rows={data.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'payee',
                heading: say('payee'),
                rowHeading: true,
                cell: (row) => (
                  <TextLink
                    href={paths.payeeAccount({
                      organisation: row.organisationId ?? undefined,
                      line: row.lineId ?? undefined,
                      name: row.payeeName,
                    })}
                  >
                    {row.payeeName}
                  </TextLink>
                ),
              },
              { key: 'name', heading: say('name'), cell: (row) => row.accountName },
              { key: 'to', heading: say('account'), cell: where },
              { key: 'state', heading: say('state'), cell: (row) => <AccountStateTag state={row.state} /> },
              { key: 'when', heading: say('when'), cell: since },
            ]}
          />
          <Pagination
            firstHref={cursor ? paths.payeeAccounts() : undefined}
            nextHref={data.nextCursor ? paths.payeeAccounts(data.nextCursor) : undefined}
          />
        </>
      )}
    </Section>
  );
}

export function Page(): ReactNode {
  const say = useWords('payee-accounts');
  return (
    <SignedIn action="payee-account.view">
      <Frame title={say('title')} lead={say('lead')} width="wide">
        <Waiting />
        <Present />
      </Frame>
    </SignedIn>
  );
}
