// An account for anyone: to keep a list, ask questions and buy with their own money.
import { SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { type ReactNode, useState } from 'react';
import { api, take } from '../api/client.ts';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { Button, LinkButton, TextLink } from '../ui/button.tsx';
import { Form, useFormState } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField, TextField } from '../ui/text-field.tsx';
import { useProblemWords, useWords } from '../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const [doneFor, setDoneFor] = useState<string | null>(null);
  const form = useFormState({
    initial: { name: '', email: '', password: '' },
    words: problemWords,
    check: (values) => ({
      ...(values.name.trim() === '' && { name: 'field.required' }),
      ...(values.email.trim() === '' && { email: 'field.required' }),
      ...(values.password.length < SHORTEST_PASSWORD && { password: 'field.minLength' }),
    }),
  });
  const submit = form.onSubmit(async ({ name, email, password }) => {
    const body = { name: name.trim(), email: email.trim(), password };
    await take(api.POST('/api/accounts', { body }));
    setDoneFor(body.email);
  });
  if (doneFor !== null) {
    return (
      <Frame title={say('signUp.title')} width="reading">
        <Notice
          kind="success"
          live
          title={say('signUp.doneTitle')}
          actions={<LinkButton href={paths.signIn()}>{say('signIn.button')}</LinkButton>}
        >
          <p>{say('signUp.doneText', { email: doneFor })}</p>
        </Notice>
      </Frame>
    );
  }
  return (
    <Frame title={say('signUp.title')} width="reading">
      {form.summary}
      <p>{say('signUp.lead')}</p>
      <Form onSubmit={submit}>
        <TextField label={say('name')} hint={say('nameHint')} autoComplete="name" width={30} {...form.field('name')} />
        <TextField
          label={say('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          width={30}
          {...form.field('email')}
        />
        <PasswordField
          label={say('newPassword')}
          hint={say('newPasswordHint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <Button type="submit" busy={form.busy}>
          {say('signUp.button')}
        </Button>
      </Form>
      <p className="sm-after-form">
        <TextLink href={paths.signIn()}>{say('signUp.have')}</TextLink>
      </p>
    </Frame>
  );
}
