// Opening an account with the name and the code of a letter: a password is chosen, and the person is signed in.

import { SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api, take } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { AccountNeedsScripts } from '../../shell/account-needs-scripts.tsx';
import { homeFor } from '../../shell/navigation.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SESSION_KEY, type Session, useSession } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { PasswordField, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { refresh } = useSession();
  const form = useFormState({
    initial: { signInName: '', code: '', password: '' },
    words: useProblemWords(),
    check: (values) => ({
      ...(isBlank(values.signInName) && { signInName: 'field.required' }),
      ...(isBlank(values.code) && { code: 'field.required@letterCode' }),
      ...(values.password.length < SHORTEST_PASSWORD && { password: 'field.minLength' }),
    }),
  });
  const submit = form.onSubmit(async ({ signInName, code, password }) => {
    const used = await take(api.POST('/api/paper-codes/use', { body: { signInName, code, password } }));
    await take(api.POST('/api/session', { body: { email: used.signInName, password } }));
    await refresh();
    const session = queries.getQueryData<Session>(SESSION_KEY);
    await navigate(homeFor(session?.roles.map((held) => held.role) ?? []), { replace: true });
  });
  return (
    <Frame title={say('paperCode.title')} width="reading" above={<BackLink href={paths.signIn()} />}>
      {form.summary}
      <p>{say('paperCode.lead')}</p>
      <AccountNeedsScripts />
      <Form onSubmit={submit} action={paths.paperCode()}>
        <TextField
          label={say('paperCode.signInName')}
          autoComplete="username"
          spellCheck={false}
          width={30}
          {...form.field('signInName')}
        />
        <TextField
          label={say('paperCode.code')}
          hint={say('paperCode.codeHint')}
          autoComplete="one-time-code"
          spellCheck={false}
          width={20}
          {...form.field('code')}
        />
        <PasswordField
          label={say('newPassword')}
          hint={say('newPasswordHint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <Button type="submit" busy={form.busy}>
          {say('paperCode.button')}
        </Button>
      </Form>
    </Frame>
  );
}
