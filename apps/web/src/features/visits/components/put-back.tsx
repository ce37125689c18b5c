// How a finance officer undoes what was said of a visit or an order by mistake, with the reason that both sides read.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Details } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';

/** `what` can be put back where `isOpen`; the word that it was done stays when it no longer can. */
export function PutBack({
  what,
  isOpen,
  onPutBack,
}: {
  readonly what: 'visit' | 'order';
  readonly isOpen: boolean;
  readonly onPutBack: (reason: string) => Promise<unknown>;
}): ReactNode {
  const say = useWords('visits');
  const [done, setDone] = useState(false);
  const form = useFormState({
    initial: { reason: '' },
    words: useProblemWords(),
    check: ({ reason }) => (isBlank(reason) ? { reason: 'field.required@why' } : {}),
  });
  const submit = form.onSubmit(async ({ reason }) => {
    await onPutBack(reason.trim());
    setDone(true);
  });
  if (done)
    return (
      <Notice kind="success" live>
        <p>{say(`putBack.${what}.done`)}</p>
      </Notice>
    );
  if (!isOpen) return null;
  return (
    <Details summary={say(`putBack.${what}.summary`)}>
      <Form onSubmit={submit} label={say(`putBack.${what}.summary`)}>
        {form.summary}
        <p>{say(`putBack.${what}.lead`)}</p>
        <TextArea
          label={say('putBack.reason')}
          hint={say('putBack.reasonHint')}
          rows={3}
          maxLength={1000}
          {...form.field('reason')}
        />
        <Button type="submit" busy={form.busy}>
          {say(`putBack.${what}.button`)}
        </Button>
      </Form>
    </Details>
  );
}
