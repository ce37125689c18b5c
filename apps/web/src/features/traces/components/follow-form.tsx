// Asks what to follow and why; the why is shown to the people whose money it is.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';

/** What a link to a trace carries in the browser's own state, so that reasons never stand in an address. */
export type TraceState = { readonly reason?: string };

export function FollowForm({ reference = '' }: { readonly reference?: string }): ReactNode {
  const say = useWords('traces');
  const navigate = useNavigate();
  const form = useFormState({
    initial: { reference, why: '' },
    words: useProblemWords(),
    prefix: 'follow-',
    check: (values) => ({
      ...(values.reference.trim().length < 3 ? { reference: 'field.required' } : {}),
      ...(isBlank(values.why) || values.why.trim().length < 5 ? { why: 'field.required' } : {}),
    }),
  });
  const submit = form.onSubmit((values) => {
    const state: TraceState = { reason: values.why.trim() };
    void navigate(paths.trace(encodeURIComponent(values.reference.trim())), { state });
  });
  return (
    <>
      {form.summary}
      <Form onSubmit={submit} label={say('follow.title')}>
        <TextField
          label={say('follow.reference')}
          hint={say('follow.referenceHint')}
          width={20}
          {...form.field('reference')}
        />
        <TextField label={say('follow.reason')} hint={say('follow.reasonHint')} {...form.field('why')} />
        <Button type="submit" icon="forward">
          {say('follow.button')}
        </Button>
      </Form>
    </>
  );
}
