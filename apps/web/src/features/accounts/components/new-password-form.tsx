// One form for choosing a password, whether it is the first or a new one.

import { SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { PasswordField, TextField } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';

export type NewPasswordFormProps = {
  readonly button: string;
  /** Where it is posted by itself, without a script. */
  readonly action?: string;
  readonly askName?: boolean;
  /** What is said before the form; what was wrong stands above it. */
  readonly children?: ReactNode;
  readonly onSend: (values: { readonly name: string; readonly password: string }) => Promise<void>;
};

export function NewPasswordForm({
  button,
  action,
  askName = false,
  children,
  onSend,
}: NewPasswordFormProps): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const form = useFormState({
    initial: { name: '', password: '' },
    words: problemWords,
    check: (values) => ({
      ...(askName && isBlank(values.name) && { name: 'field.required@yourName' }),
      ...(values.password.length < SHORTEST_PASSWORD && { password: 'field.minLength' }),
    }),
  });
  return (
    <>
      {form.summary}
      {children}
      <Form
        onSubmit={form.onSubmit(({ name, password }) => onSend({ name: name.trim(), password }))}
        {...(action !== undefined && { action })}
      >
        {askName && (
          <TextField
            label={say('name')}
            hint={say('nameHint')}
            autoComplete="name"
            width={30}
            {...form.field('name')}
          />
        )}
        <PasswordField
          label={say('newPassword')}
          hint={say('newPasswordHint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <Button type="submit" busy={form.busy}>
          {button}
        </Button>
      </Form>
    </>
  );
}
