// Accounts for a person without an e-mail address, and for those who help them: made here, and handed over on paper.

import { SIGN_IN_NAME } from '@support-market/domain/access/paper-codes';
import { PAPER_ROLES } from '@support-market/domain/access/roles';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import {
  type PaperLetter as Letter,
  usePaperAccounts,
  usePaperSteps,
} from '../../features/accounts/api/paper-accounts.ts';
import { PaperLetter } from '../../features/accounts/components/paper-letter.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { ErrorSummary, Form, useFormState } from '../../ui/form.tsx';
import { BackLink, EmptyState, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { personId = '' } = useParams();
  return (
    <SignedIn action="account.hand-over">
      <Accounts personId={personId} />
    </SignedIn>
  );
}

function Accounts({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const { data, error } = usePaperAccounts(personId);
  const { newCode } = usePaperSteps(personId);
  const [letter, setLetter] = useState<Letter | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (error) throw error;
  if (refusal && !isProblem(refusal)) throw refusal;
  if (!data) return <PageLoading />;
  const { personName: name, active, items } = data;
  const again = async (accountId: string): Promise<void> => {
    setRefusal(null);
    try {
      setLetter(await newCode(accountId));
    } catch (cause) {
      setRefusal(cause);
    }
  };
  return (
    <Frame
      title={say('paperAccounts.titleOf', { name })}
      width="reading"
      above={<BackLink href={paths.personRecord(personId)} />}
    >
      {letter ? (
        <PaperLetter letter={letter} onDone={() => setLetter(null)} />
      ) : (
        <>
          {isProblem(refusal) && <ErrorSummary faults={[{ text: problemWords(refusal.code, refusal.details) }]} />}
          {active ? (
            <p>{say('paperAccounts.lead', { name })}</p>
          ) : (
            <Notice kind="warn">
              <p>{say('paperAccounts.ended', { name })}</p>
            </Notice>
          )}
          <Section title={say('paperAccounts.items')}>
            <DataTable
              caption={say('paperAccounts.items')}
              captionHidden
              rows={items}
              rowKey={({ accountId }) => accountId}
              empty={<EmptyState title={say('paperAccounts.none')} />}
              columns={[
                { key: 'name', heading: say('accounts.name'), rowHeading: true, cell: (one) => one.name },
                {
                  key: 'signInName',
                  heading: say('paperAccounts.signInName'),
                  cell: (one) => <span className="sm-break">{one.signInName}</span>,
                },
                { key: 'role', heading: say('accounts.role'), cell: (one) => say(`roles.${one.role}`) },
                {
                  key: 'code',
                  heading: say('accounts.action'),
                  cell: (one) => (
                    <Button
                      look="secondary"
                      small
                      about={say('accounts.about', { name: one.name })}
                      onPress={() => void again(one.accountId)}
                    >
                      {say('paperAccounts.newCode')}
                    </Button>
                  ),
                },
              ]}
            />
          </Section>
          {active && <MakeForm personId={personId} name={name} onMade={setLetter} />}
        </>
      )}
    </Frame>
  );
}

function MakeForm({
  personId,
  name,
  onMade,
}: {
  readonly personId: string;
  readonly name: string;
  readonly onMade: (letter: Letter) => void;
}): ReactNode {
  const say = useWords('accounts');
  const { make } = usePaperSteps(personId);
  const form = useFormState({
    initial: { role: 'budget-holder' as (typeof PAPER_ROLES)[number], name, signInName: '' },
    words: useProblemWords(),
    check: (values) => ({
      ...(isBlank(values.name) && { name: 'field.required' }),
      ...(values.signInName.trim() !== '' &&
        !SIGN_IN_NAME.test(values.signInName.trim().toLowerCase()) && { signInName: 'sign_in_name.not_valid' }),
    }),
  });
  return (
    <Section title={say('paperAccounts.make')}>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async (values) => {
          const signInName = values.signInName.trim();
          onMade(await make({ name: values.name.trim(), role: values.role, ...(signInName && { signInName }) }));
        })}
      >
        <Radios
          id="role"
          label={say('paperAccounts.role')}
          hint={say('paperAccounts.roleHint')}
          value={form.values.role}
          onChange={(value) => {
            const role = PAPER_ROLES.find((one) => one === value) ?? 'budget-holder';
            form.set({ role, name: role === 'budget-holder' ? name : '' });
          }}
          choices={PAPER_ROLES.map((value) => ({ value, label: say(`paperAccounts.roles.${value}`, { name }) }))}
        />
        <TextField label={say('paperAccounts.name')} width={30} {...form.field('name')} />
        <TextField
          label={say('paperAccounts.chosen')}
          hint={say('paperAccounts.chosenHint')}
          optional
          width={20}
          spellCheck={false}
          {...form.field('signInName')}
        />
        <Button type="submit" busy={form.busy}>
          {say('paperAccounts.makeYes')}
        </Button>
      </Form>
    </Section>
  );
}
