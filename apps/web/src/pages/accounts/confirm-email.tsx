// Finishing a new account with the link from the message: the mailbox and the password together prove who it is.
import type { ReactNode } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { useMayWork } from '../../features/accounts/api/mailed-link.ts';
import { paths } from '../../paths.ts';
import { AccountNeedsScripts } from '../../shell/account-needs-scripts.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const { token = '' } = useParams();
  const { pathname } = useLocation();
  const mayWork = useMayWork(token);
  const { refresh } = useSession();
  const navigate = useNavigate();
  const form = useFormState({
    initial: { password: '' },
    words: useProblemWords(),
    check: ({ password }) => (password === '' ? { password: 'field.required' } : {}),
  });
  const submit = form.onSubmit(async ({ password }) => {
    const { email, storeId } = await take(api.POST('/api/accounts/confirm', { body: { token, password } }));
    await take(api.POST('/api/session', { body: { email, password } }));
    await refresh();
    // Who signed up to list what they do goes on with it.
    await navigate(storeId ? paths.providerNewListing(storeId) : paths.front(), { replace: true });
  });
  if (!mayWork)
    return (
      <Frame title={say('confirm.title')} width="reading">
        <Notice
          kind="warn"
          actions={
            <>
              <LinkButton href={paths.signIn()}>{say('signIn.button')}</LinkButton>
              <LinkButton href={paths.signUp()} look="secondary">
                {say('signIn.signUp')}
              </LinkButton>
            </>
          }
        >
          <p>{say('confirm.gone')}</p>
        </Notice>
      </Frame>
    );
  return (
    <Frame title={say('confirm.title')} width="reading">
      {form.summary}
      <p>{say('confirm.lead')}</p>
      <AccountNeedsScripts />
      <Form onSubmit={submit} action={pathname}>
        <PasswordField label={say('password')} autoComplete="current-password" {...form.field('password')} />
        <Button type="submit" busy={form.busy}>
          {say('confirm.button')}
        </Button>
      </Form>
    </Frame>
  );
}
