// Having the council look at something that the other side wrote: folded, with what happens then.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Details } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { reportEntry } from '../api/question-reports.ts';

export function ReportEntry({ entryId }: { readonly entryId: string }): ReactNode {
  const say = useWords('questions');
  const [done, setDone] = useState(false);
  const form = useFormState({
    initial: { reason: '' },
    words: useProblemWords(),
    prefix: `${entryId}-`,
    check: ({ reason }) => (isBlank(reason) ? { reason: 'field.required' } : {}),
  });
  if (done)
    return (
      <Notice kind="success" live>
        <p>{say('report.done')}</p>
      </Notice>
    );
  return (
    <Details summary={say('report.open')}>
      <Form
        onSubmit={form.onSubmit(async ({ reason }) => {
          await reportEntry(entryId, reason.trim());
          setDone(true);
        })}
      >
        {form.summary}
        <p>{say('report.text')}</p>
        <p>{say('report.danger')}</p>
        <TextArea label={say('report.reason')} rows={3} maxLength={500} {...form.field('reason')} />
        <Button type="submit" look="secondary" small busy={form.busy}>
          {say('report.send')}
        </Button>
      </Form>
    </Details>
  );
}
