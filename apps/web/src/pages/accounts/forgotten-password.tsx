// Asking for a new password. The answer is the same whether the address has an account or not.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { api, take } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { useDone } from '../../ui/document.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const { session } = useSession();
  const [sentTo, setSentTo] = useState(useDone()?.['email'] ?? null);
  const form = useFormState({
    initial: { email: '' },
    words: problemWords,
    check: ({ email }) => (isBlank(email) ? { email: 'field.required' } : {}),
  });
  const submit = form.onSubmit(async ({ email }) => {
    await take(api.POST('/api/password-resets', { body: { email: email.trim() } }));
    setSentTo(email.trim());
  });
  return (
    <Frame title={say('forgot.title')} width="reading" above={<BackLink href={paths.signIn()} />}>
      {sentTo !== null ? (
        <Notice
          kind="success"
          live
          title={say('forgot.doneTitle')}
          actions={session.demonstration && <LinkButton href={paths.outbox()}>{say('forgot.outbox')}</LinkButton>}
        >
          <p>{say('forgot.doneText', { email: sentTo })}</p>
        </Notice>
      ) : (
        <>
          {form.summary}
          <p>{say('forgot.lead')}</p>
          <p>{say('forgot.noEmail')}</p>
          <Form onSubmit={submit} action={paths.forgotPassword()}>
            <TextField
              label={say('email')}
              type="email"
              inputMode="email"
              autoComplete="username"
              spellCheck={false}
              width={30}
              {...form.field('email')}
            />
            <Button type="submit" busy={form.busy}>
              {say('forgot.button')}
            </Button>
          </Form>
        </>
      )}
    </Frame>
  );
}
