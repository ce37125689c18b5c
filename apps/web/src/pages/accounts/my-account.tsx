// What belongs to the account itself: who I am here, my password, and where I am signed in.

import { SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, take } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Exact } from '../../ui/exact.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn>
      <MyAccount />
    </SignedIn>
  );
}

function MyAccount(): ReactNode {
  const say = useWords('accounts');
  const { session } = useSession();
  return (
    <Frame title={say('account.title')} width="reading">
      <WhoIAm />
      {session.councils
        .filter(({ slug }) => slug !== session.councilSlug)
        .map((council) => (
          <SwitchCouncil key={council.slug} {...council} />
        ))}
      <Section title={say('account.passwordTitle')}>
        <ChangePassword />
      </Section>
      <Section title={say('account.sessionsTitle')} lead={say('account.sessionsText')}>
        <EndSessions />
      </Section>
    </Frame>
  );
}

function WhoIAm(): ReactNode {
  const say = useWords('accounts');
  const { session } = useSession();
  const roles = session.roles.map(({ role, organisationName }) =>
    organisationName === null ? say(`roles.${role}`) : `${say(`roles.${role}`)}, ${organisationName}`,
  );
  return (
    <SummaryList
      rows={[
        { key: 'name', label: say('account.name'), value: session.name },
        session.email === null
          ? { key: 'signInName', label: say('account.signInName'), value: <Exact>{session.signInName}</Exact> }
          : { key: 'email', label: say('account.email'), value: <Exact>{session.email}</Exact> },
        { key: 'council', label: say('account.council'), value: session.councilName },
        {
          key: 'roles',
          label: say('account.roles'),
          value:
            roles.length === 0 ? (
              say('account.noRole')
            ) : (
              <ul className="sm-plain-list">
                {roles.map((role) => (
                  <li key={role}>{role}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function SwitchCouncil({ slug, name }: { readonly slug: string; readonly name: string }): ReactNode {
  const say = useWords('accounts');
  const { refresh } = useSession();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const submit = form.onSubmit(async () => {
    await take(api.PUT('/api/session/council', { body: { councilSlug: slug } }));
    await refresh();
  });
  return (
    <>
      {form.summary}
      <Form onSubmit={submit}>
        <Button type="submit" look="secondary" busy={form.busy}>
          {say('account.switch', { council: name })}
        </Button>
      </Form>
    </>
  );
}

function ChangePassword(): ReactNode {
  const say = useWords('accounts');
  const [changed, setChanged] = useState(false);
  const form = useFormState({
    initial: { currentPassword: '', newPassword: '' },
    words: useProblemWords(),
    check: (values) => ({
      ...(values.currentPassword === '' && { currentPassword: 'field.required' }),
      ...(values.newPassword.length < SHORTEST_PASSWORD && { newPassword: 'password.too_short' }),
    }),
  });
  const submit = form.onSubmit(async (body) => {
    setChanged(false);
    await take(api.PUT('/api/account/password', { body }));
    form.reset();
    setChanged(true);
  });
  return (
    <>
      {changed && (
        <Notice kind="success" live title={say('account.changed')}>
          <p>{say('account.changedText')}</p>
        </Notice>
      )}
      {form.summary}
      <Form onSubmit={submit}>
        <PasswordField
          label={say('account.current')}
          autoComplete="current-password"
          {...form.field('currentPassword')}
        />
        <PasswordField
          label={say('account.new')}
          hint={say('newPasswordHint')}
          autoComplete="new-password"
          {...form.field('newPassword')}
        />
        <Button type="submit" busy={form.busy}>
          {say('account.change')}
        </Button>
      </Form>
    </>
  );
}

function EndSessions(): ReactNode {
  const say = useWords('accounts');
  const navigate = useNavigate();
  const { refresh } = useSession();
  const [asking, setAsking] = useState(false);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const end = form.onSubmit(async () => {
    await take(api.DELETE('/api/sessions'));
    await navigate(`${paths.signIn()}?out=1`);
    await refresh();
  });
  return (
    <>
      {form.summary}
      <Button look="secondary" onPress={() => setAsking(true)}>
        {say('account.end')}
      </Button>
      <Dialog
        open={asking}
        title={say('account.endAsk')}
        confirm={say('account.endYes')}
        cancel={say('account.endNo')}
        busy={form.busy}
        onConfirm={() => end()}
        onCancel={() => setAsking(false)}
      >
        <p>{say('account.endText')}</p>
      </Dialog>
    </>
  );
}
