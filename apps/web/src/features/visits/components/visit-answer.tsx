// The two answers to a visit: one tap for yes, and room to say what was wrong.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../../../api/problem.ts';
import { Arrival } from '../../../ui/arrival.tsx';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { ErrorSummary, Form, useFormState } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { useConfirmVisits } from '../api/confirm-visits.ts';
import type { Visit } from '../api/list-visits.ts';
import { useQueryVisit } from '../api/query-visit.ts';
import { whenOf } from './visit-words.tsx';

export type Answered = { readonly confirmed: number; readonly waiting: number } | { readonly queried: string };

/** Both answers for one visit. `onAnswered` hears what was said, so that the page can say thank you. */
export function VisitAnswer({
  visit,
  onAnswered,
}: {
  readonly visit: Visit;
  readonly onAnswered: (answered: Answered) => void;
}): ReactNode {
  const say = useWords('visits');
  const problemWords = useProblemWords();
  const confirm = useConfirmVisits();
  /** Null until they first say that something was wrong. */
  const [asking, setAsking] = useState<boolean | null>(null);
  const about = { name: visit.organisationName, when: whenOf(visit) };
  if (asking) {
    return (
      <Arrival of="query">
        <VisitQuery visit={visit} onDone={onAnswered} onCancel={() => setAsking(false)} />
      </Arrival>
    );
  }
  const answers = (
    <>
      {confirm.error && isProblem(confirm.error) && (
        <ErrorSummary faults={[{ text: problemWords(confirm.error.code, confirm.error.details) }]} />
      )}
      <ButtonRow>
        <Button
          icon="check"
          busy={confirm.isPending}
          about={say('confirm.yesAbout', about)}
          onPress={() =>
            // the promise, not mutate's callbacks: this card may be gone by the time the list is fresh
            void confirm.mutateAsync([visit.id]).then(
              (done) => onAnswered({ confirmed: done.confirmed, waiting: done.waitingForFinance.length }),
              () => undefined,
            )
          }
        >
          {say('confirm.yes')}
        </Button>
        {visit.state === 'recorded' && (
          <Button look="secondary" about={say('confirm.wrongAbout', about)} onPress={() => setAsking(true)}>
            {say('confirm.wrong')}
          </Button>
        )}
      </ButtonRow>
    </>
  );
  return asking === null ? answers : <Arrival of="answers">{answers}</Arrival>;
}

function VisitQuery({
  visit,
  onDone,
  onCancel,
}: {
  readonly visit: Visit;
  readonly onDone: (answered: Answered) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const say = useWords('visits');
  const query = useQueryVisit();
  const form = useFormState({
    initial: { note: '' },
    words: useProblemWords(),
    prefix: `${visit.id}-`,
    check: ({ note }) => (isBlank(note) ? { note: 'field.required@whatWasWrong' } : {}),
  });
  const submit = form.onSubmit(async ({ note }) => {
    await query.mutateAsync({ id: visit.id, note: note.trim() });
    onDone({ queried: visit.organisationName });
  });
  return (
    <Form onSubmit={submit} label={say('confirm.wrong')}>
      {form.summary}
      <Notice kind="warn">
        <p>{say('confirm.danger')}</p>
        <p>{say('confirm.worry', { organisation: visit.organisationName })}</p>
      </Notice>
      <TextArea
        label={say('confirm.note')}
        hint={say('confirm.noteHint', { organisation: visit.organisationName })}
        rows={3}
        maxLength={1000}
        {...form.field('note')}
      />
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say('confirm.send')}
        </Button>
        <Button look="secondary" onPress={onCancel}>
          {say('confirm.keep')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

/** Thank you, and what happens next. */
export function AnsweredNotice({ answered }: { readonly answered: Answered | null }): ReactNode {
  const say = useWords('visits');
  if (answered === null) return null;
  if ('queried' in answered) {
    return (
      <Arrival of={answered}>
        <Notice kind="success" live>
          <p>{say('confirm.sent', { organisation: answered.queried })}</p>
        </Notice>
      </Arrival>
    );
  }
  return (
    <Arrival of={answered}>
      <Notice kind="success" live>
        <p>{say('confirm.done', { count: answered.confirmed })}</p>
        {answered.waiting > 0 && <p>{say('confirm.finance', { count: answered.waiting })}</p>}
      </Notice>
    </Arrival>
  );
}
