// Asking about a listing before buying: who reads it, how long an answer usually takes, and the way to what was asked already.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { paths } from '../../../paths.ts';
import { useSession } from '../../../shell/session.tsx';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { useAsking, useQuestionSteps } from '../api/questions.ts';
import { LONGEST_WORDS, useReadBy } from './question-words.ts';

export function AskQuestion({
  listingId,
  personId,
  personName,
}: {
  readonly listingId: string;
  /** For whom; nothing is shown where that is not known. */
  readonly personId: string | undefined;
  /** Where it is not the reader. */
  readonly personName: string | undefined;
}): ReactNode {
  const say = useWords('questions');
  const { data } = useAsking(personId, listingId);
  if (personId === undefined || !data || (data.questionId === null && !data.mayAsk)) return null;
  const { usual } = data;
  return (
    <Section title={personName ? say('ask.titleFor', { name: personName }) : say('ask.title')}>
      {usual && <p>{say(`ask.usual.${usual.within}`, { count: usual.count })}</p>}
      {data.questionId === null ? (
        <AskForm
          listingId={listingId}
          personId={personId}
          personName={personName}
          readers={data.readers}
          organisation={data.organisationName}
        />
      ) : (
        <p>
          <TextLink href={paths.question(data.questionId)}>{say('ask.there')}</TextLink>
        </p>
      )}
    </Section>
  );
}

function AskForm({
  listingId,
  personId,
  personName,
  readers,
  organisation,
}: {
  readonly listingId: string;
  readonly personId: string;
  readonly personName: string | undefined;
  readonly readers: readonly string[];
  readonly organisation: string;
}): ReactNode {
  const say = useWords('questions');
  const { session } = useSession();
  const { ask } = useQuestionSteps();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const readBy = useReadBy();
  const form = useFormState({
    initial: { words: '' },
    words: useProblemWords(),
    prefix: 'ask-',
    keepAs: `${session.accountId} ${personId} ${listingId}`,
    check: ({ words }) => (isBlank(words) ? { words: 'field.required' } : {}),
  });
  return (
    <Form
      onSubmit={form.onSubmit(async (values) => {
        const body = { personId, listingId, words: values.words.trim() };
        const { id } = await ask(keyFor(body), body);
        await navigate(paths.question(id));
      })}
    >
      {form.summary}
      <p>{readBy({ side: 'person', readers, organisationName: organisation, personName })}</p>
      <TextArea
        label={say('ask.label')}
        hint={say('notNamed', { organisation })}
        rows={4}
        maxLength={LONGEST_WORDS}
        {...form.field('words')}
      />
      <Button type="submit" look="secondary" icon="message" busy={form.busy}>
        {say('ask.send')}
      </Button>
    </Form>
  );
}
