// Asking someone to join with one role, for one person's budget or one organisation where the role needs it.

import { ORGANISATION_ROLES, ROLES, type Role } from '@support-market/domain/access/roles';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { api, take } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { Radios, Select } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const OF_AN_ORGANISATION: readonly Role[] = ORGANISATION_ROLES;

export function Page(): ReactNode {
  return (
    <SignedIn action="account.invite">
      <Invite />
    </SignedIn>
  );
}

function Invite(): ReactNode {
  const say = useWords('accounts');
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <Frame title={say('invite.title')} width="reading" above={<BackLink href={paths.accounts()} />}>
      {sentTo === null ? (
        <InviteForm onSent={setSentTo} />
      ) : (
        <Notice
          kind="success"
          live
          title={say('invite.done')}
          actions={
            <>
              <Button onPress={() => setSentTo(null)}>{say('invite.another')}</Button>
              <LinkButton href={paths.accounts()} look="secondary">
                {say('accounts.title')}
              </LinkButton>
            </>
          }
        >
          <p>{say('invite.doneText', { email: sentTo })}</p>
        </Notice>
      )}
    </Frame>
  );
}

function InviteForm({ onSent }: { readonly onSent: (email: string) => void }): ReactNode {
  const say = useWords('accounts');
  const [found, setFound] = useState<readonly { readonly id: string; readonly name: string }[] | null>(null);
  const form = useFormState({
    initial: {
      theirEmail: '',
      role: 'provider' as Role,
      personReference: '',
      organisationName: '',
      organisationId: '',
    },
    words: useProblemWords(),
    check: ({ theirEmail, role, personReference, organisationId }) => ({
      ...(isBlank(theirEmail) && { theirEmail: 'field.required' }),
      ...(role === 'budget-holder' && isBlank(personReference) && { personReference: 'field.required' }),
      ...(OF_AN_ORGANISATION.includes(role) && organisationId === '' && { organisationName: 'invitation.not_known' }),
    }),
    fieldFor: (pointer) =>
      (({ '/email': 'theirEmail', '/organisationId': 'organisationName' }) as const)[pointer as '/email'],
  });
  const { role, organisationName } = form.values;
  const find = async (): Promise<void> => {
    const name = organisationName.trim();
    try {
      const { items } =
        name.length < 2
          ? { items: [] }
          : await take(api.GET('/api/invitations/organisations', { params: { query: { name } } }));
      setFound(items);
      form.set({ organisationId: items[0]?.id ?? '' });
    } catch (cause) {
      form.fail(cause);
    }
  };
  const submit = form.onSubmit(async (values) => {
    const email = values.theirEmail.trim();
    const body = {
      email,
      role: values.role,
      ...(values.role === 'budget-holder' && { personReference: values.personReference.trim() }),
      ...(OF_AN_ORGANISATION.includes(values.role) && { organisationId: values.organisationId }),
    };
    await take(api.POST('/api/invitations', { body }));
    onSent(email);
  });
  return (
    <>
      {form.summary}
      <p>{say('invite.lead')}</p>
      <Form onSubmit={submit}>
        <TextField
          label={say('invite.email')}
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          width={30}
          {...form.field('theirEmail')}
        />
        <Select
          label={say('invite.role')}
          choices={ROLES.map((each) => ({ value: each, label: say(`roles.${each}`) }))}
          {...form.field('role')}
        />
        {role === 'budget-holder' && (
          <TextField
            label={say('invite.reference')}
            hint={say('invite.referenceHint')}
            width={20}
            {...form.field('personReference')}
          />
        )}
        {OF_AN_ORGANISATION.includes(role) && (
          <>
            <TextField label={say('invite.organisation')} width={30} {...form.field('organisationName')} />
            <ButtonRow>
              <Button look="secondary" onPress={() => void find()}>
                {say('invite.find')}
              </Button>
            </ButtonRow>
            <div role="status">{found?.length === 0 && <p>{say('invite.noneFound')}</p>}</div>
            {found !== null && found.length > 0 && (
              <Radios
                label={say('invite.choose')}
                choices={found.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.field('organisationId')}
              />
            )}
          </>
        )}
        <Button type="submit" busy={form.busy}>
          {say('invite.button')}
        </Button>
      </Form>
    </>
  );
}
