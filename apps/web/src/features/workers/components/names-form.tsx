// A worker's name and reference: the same form to add somebody and to put somebody right.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';

export interface Names {
  readonly name: string;
  readonly reference: string | null;
}

export function NamesForm({
  initial = { name: '', reference: null },
  button,
  onSend,
}: {
  readonly initial?: Names;
  readonly button: string;
  readonly onSend: (names: Names) => Promise<unknown>;
}): ReactNode {
  const say = useWords('workers');
  const form = useFormState({
    initial: { name: initial.name, reference: initial.reference ?? '' },
    words: useProblemWords(),
    check: ({ name }) => (isBlank(name) ? { name: 'field.required' } : {}),
  });
  return (
    <Form
      onSubmit={form.onSubmit(async ({ name, reference }) => {
        await onSend({ name: name.trim(), reference: isBlank(reference) ? null : reference.trim() });
      })}
    >
      {form.summary}
      <TextField label={say('name')} width={20} autoComplete="off" {...form.field('name')} />
      <TextField
        label={say('reference')}
        hint={say('referenceHint')}
        width={10}
        optional
        autoComplete="off"
        {...form.field('reference')}
      />
      <Button type="submit" busy={form.busy}>
        {button}
      </Button>
    </Form>
  );
}
