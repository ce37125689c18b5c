// Signing in, and going on to where the person was heading.

import { isBlank } from '@support-market/domain/shared/visible-text';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { AccountNeedsScripts } from '../../shell/account-needs-scripts.tsx';
import { homeFor, ownPage } from '../../shell/navigation.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SESSION_KEY, type Session, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { refresh } = useSession();
  // Once tried, what was said about the last visit no longer matters.
  const [tried, setTried] = useState(false);
  const next = ownPage(search.get('next'));
  const form = useFormState({
    initial: { email: '', password: '' },
    words: problemWords,
    check: (values) => ({
      ...(isBlank(values.email) && { email: 'field.required' }),
      ...(values.password === '' && { password: 'field.required' }),
    }),
  });
  const submit = form.onSubmit(async ({ email, password }) => {
    setTried(true);
    await take(api.POST('/api/session', { body: { email: email.trim(), password } }));
    await refresh();
    const session = queries.getQueryData<Session>(SESSION_KEY);
    await navigate(next ?? homeFor(session?.roles.map((held) => held.role) ?? []), {
      replace: true,
    });
  });
  return (
    <Frame title={say('signIn.title')} width="reading">
      {!tried && search.has('out') && <Notice kind="success" live title={say('signIn.signedOut')} />}
      {form.summary}
      <AccountNeedsScripts />
      <Form onSubmit={submit} action={paths.signIn()}>
        {next !== null && <input type="hidden" name="next" value={next} />}
        <TextField
          label={say('signIn.name')}
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
          width={30}
          {...form.field('email')}
        />
        <PasswordField label={say('password')} autoComplete="current-password" {...form.field('password')} />
        <Button type="submit" busy={form.busy}>
          {say('signIn.button')}
        </Button>
      </Form>
      <p className="sm-after-form">
        <TextLink href={paths.forgotPassword()}>{say('signIn.forgot')}</TextLink>
      </p>
      <p>
        <TextLink href={paths.paperCode()}>{say('signIn.letter')}</TextLink>
      </p>
      <p>
        {say('signIn.new')} <TextLink href={paths.signUp()}>{say('signIn.signUp')}</TextLink>
      </p>
    </Frame>
  );
}
