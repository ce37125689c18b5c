// One funder for the finance desk: what it pays from, what waits for a second officer, and every account there was.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type Funder, type FunderAccount, useFunder, useFunderSteps } from '../../features/funders/api/funders.ts';
import { FunderForm } from '../../features/funders/components/funder-form.tsx';
import { useAccountLine } from '../../features/funders/components/paying-from.tsx';
import { AccountForm } from '../../features/payee-accounts/components/account-form.tsx';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Exact } from '../../ui/exact.tsx';
import { useFormState } from '../../ui/form.tsx';
import { BackLink, Details, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Tag, type TagTone } from '../../ui/marks.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const TONES: Readonly<Record<FunderAccount['state'], TagTone>> = {
  proposed: 'look',
  released: 'go',
  refused: 'quiet',
  replaced: 'quiet',
};

type Done = 'change.saved' | 'propose.proposed' | 'propose.unchanged' | 'waiting.released' | 'waiting.refused';

function Waiting({
  account,
  onDone,
}: {
  readonly account: FunderAccount;
  readonly onDone: (done: Done) => void;
}): ReactNode {
  const say = useWords('funders');
  const { may } = useSession();
  const line = useAccountLine();
  const { release, refuse } = useFunderSteps();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <Section title={say('waiting.title')}>
      {form.summary}
      <p className="sm-measure">
        {say('waiting.text', {
          name: account.proposedByName,
          account: line(account),
          accountName: account.accountName,
        })}
      </p>
      {!account.mayRelease && <p>{say('waiting.own')}</p>}
      {may('funder-account.release') && (
        <ButtonRow>
          {account.mayRelease && (
            <Button
              busy={form.busy}
              onPress={() =>
                form.onSubmit(async () => {
                  await release(account.id);
                  onDone('waiting.released');
                })()
              }
            >
              {say('waiting.release')}
            </Button>
          )}
          <Button
            look="secondary"
            busy={form.busy}
            onPress={() =>
              form.onSubmit(async () => {
                await refuse(account.id, say('waiting.refusedNote'));
                onDone('waiting.refused');
              })()
            }
          >
            {say('waiting.refuse')}
          </Button>
        </ButtonRow>
      )}
    </Section>
  );
}

function History({ accounts }: { readonly accounts: readonly FunderAccount[] }): ReactNode {
  const say = useWords('funders');
  const line = useAccountLine();
  return (
    <Section title={say('history.title')}>
      <DataTable<FunderAccount>
        caption={say('history.title')}
        captionHidden
        dense
        rows={accounts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'where', heading: say('history.account'), rowHeading: true, cell: line },
          { key: 'name', heading: say('history.name'), cell: (row) => row.accountName },
          {
            key: 'state',
            heading: say('history.state'),
            cell: (row) => (
              <>
                <Tag tone={TONES[row.state]}>{say(`history.states.${row.state}`)}</Tag>
                {row.replacedAt && (
                  <span className="sm-small"> {say('history.until', { date: sayDateOf(row.replacedAt) })}</span>
                )}
              </>
            ),
          },
          {
            key: 'proposed',
            heading: say('history.proposed'),
            cell: (row) => say('history.whoWhen', { name: row.proposedByName, date: sayDateOf(row.proposedAt) }),
          },
          {
            key: 'decided',
            heading: say('history.decided'),
            cell: (row) =>
              row.decidedByName && row.decidedAt
                ? say('history.whoWhen', { name: row.decidedByName, date: sayDateOf(row.decidedAt) })
                : say('history.noOneYet'),
          },
          { key: 'note', heading: say('history.note'), cell: (row) => row.note },
        ]}
      />
    </Section>
  );
}

function Facts({ funder }: { readonly funder: Funder }): ReactNode {
  const say = useWords('funders');
  const line = useAccountLine();
  const released = funder.accounts.find(({ state }) => state === 'released');
  return (
    <SummaryList
      rows={[
        { key: 'code', label: say('one.code'), value: funder.code },
        { key: 'kind', label: say('kind'), value: say(`kinds.${funder.kind}`) },
        ...(funder.streams.length === 0
          ? []
          : [
              {
                key: 'streams',
                label: say('one.streams'),
                value: funder.streams.map((stream) => say(`one.streamNames.${stream}`)).join(', '),
              },
            ]),
        {
          key: 'address',
          label: say('one.address'),
          value: funder.address ? (
            <Exact words>{Object.values(funder.address).join(', ')}</Exact>
          ) : (
            say('one.councilAddress')
          ),
        },
        {
          key: 'from',
          label: say('paysFrom'),
          value: released ? line(released) : <strong>{say('noAccount')}</strong>,
        },
      ]}
    />
  );
}

function Shown(): ReactNode {
  const say = useWords('funders');
  const { may } = useSession();
  const { id = '' } = useParams();
  const { propose, change } = useFunderSteps();
  const [done, setDone] = useState<Done | null>(null);
  const { data: funder, error } = useFunder(id);
  if (error) throw error;
  const waiting = funder?.accounts.find(({ state }) => state === 'proposed');
  return (
    <Frame
      title={funder ? say('one.title', { name: funder.name }) : say('funder')}
      width="wide"
      above={<BackLink href={paths.funders()}>{say('back')}</BackLink>}
    >
      {done && (
        <Notice kind={done === 'propose.unchanged' ? 'info' : 'success'} live>
          <p>{say(done)}</p>
        </Notice>
      )}
      {!funder && <Loading />}
      {funder && (
        <>
          {funder.accounts.every(({ state }) => state !== 'released') && !waiting && (
            <Notice kind="warn">
              <p>{say('none')}</p>
            </Notice>
          )}
          <Facts funder={funder} />
          <p>
            <TextLink href={paths.funderStatement(funder.id)}>{say('statement.open')}</TextLink>
          </p>
          {waiting && <Waiting account={waiting} onDone={setDone} />}
          {funder.accounts.length > 0 && <History accounts={funder.accounts} />}
          {may('funder.change') && (
            <Details summary={say('change.title')}>
              <p>{say('change.lead')}</p>
              <FunderForm
                key={`${funder.name}${funder.streams.join()}`}
                funder={funder}
                button={say('change.button')}
                onSend={async ({ name, address, streams }) => {
                  await change(funder.id, { name, address, streams: [...streams] });
                  setDone('change.saved');
                }}
              />
            </Details>
          )}
          {may('funder-account.propose') && (
            <Section title={say('propose.title')} lead={say('propose.lead')}>
              <AccountForm
                key={funder.accounts.length}
                button={say('propose.button')}
                onSend={async (details) => {
                  const { unchanged } = await propose(funder.id, details);
                  setDone(unchanged ? 'propose.unchanged' : 'propose.proposed');
                }}
              />
            </Section>
          )}
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="funder.view">
      <Shown />
    </SignedIn>
  );
}
