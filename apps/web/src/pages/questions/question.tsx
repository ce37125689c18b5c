// One question with what was written by both sides, in the order of time; who can read it; and writing on.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { type Question, useQuestion, useQuestionSteps } from '../../features/questions/api/questions.ts';
import { LONGEST_WORDS, useOtherSide, useReadBy } from '../../features/questions/components/question-words.ts';
import { ReportEntry } from '../../features/questions/components/report-entry.tsx';
import { sayVisit } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, LinkButton, TextLink } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="question.view">
      <Shown />
    </SignedIn>
  );
}

function Entries({ question }: { readonly question: Question }): ReactNode {
  const say = useWords('questions');
  const { organisationName } = question;
  const writer = ({ side, own, writtenBy }: Question['items'][number]): string => {
    const who = side === 'provider' ? organisationName : say('personWrote');
    if (own) return say('youWrote');
    return writtenBy === null ? who : say('wroteAs', { name: writtenBy, side: who });
  };
  return (
    <ol className="sm-plain-list sm-thread">
      {question.items.toReversed().map((entry) => (
        <li key={entry.id} className={entry.side === question.side ? 'sm-thread__ours' : 'sm-thread__theirs'}>
          <p className="sm-soft sm-small">
            {writer(entry)}, {sayVisit(entry.writtenAt)}
          </p>
          <p className="sm-lines" dir="auto">
            {entry.words}
          </p>
          {entry.side !== question.side && <ReportEntry entryId={entry.id} />}
        </li>
      ))}
    </ol>
  );
}

function WriteOn({ question, onSent }: { readonly question: Question; readonly onSent: () => void }): ReactNode {
  const say = useWords('questions');
  const { session } = useSession();
  const { writeOn } = useQuestionSteps();
  const keyFor = useIdempotencyKey();
  const form = useFormState({
    initial: { words: '' },
    words: useProblemWords(),
    keepAs: `${session.accountId} ${question.id}`,
    check: ({ words }) => (isBlank(words) ? { words: 'field.required' } : {}),
  });
  return (
    <Form
      onSubmit={form.onSubmit(async (values) => {
        const words = values.words.trim();
        // What was written before counts too: the same answer twice is meant twice.
        await writeOn(keyFor({ words, after: question.entries }), question.id, words);
        form.set({ words: '' });
        onSent();
      })}
    >
      {form.summary}
      <TextArea
        label={say('words')}
        hint={
          question.side === 'person' && question.orderId === null
            ? say('notNamed', { organisation: question.organisationName })
            : undefined
        }
        rows={4}
        maxLength={LONGEST_WORDS}
        {...form.field('words')}
      />
      <Button type="submit" icon="message" busy={form.busy}>
        {say('send')}
      </Button>
    </Form>
  );
}

function Shown(): ReactNode {
  const say = useWords('questions');
  const { session } = useSession();
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useQuestion(id, cursor);
  const otherSide = useOtherSide();
  const readBy = useReadBy();
  const [sent, setSent] = useState(false);
  if (error) throw error;
  return (
    <Frame
      title={data ? say('one', { title: data.title }) : say('title')}
      caption={data && otherSide(data)}
      width="reading"
      above={<BackLink href={paths.questions()}>{say('back')}</BackLink>}
    >
      {!data && <Loading lines={6} />}
      {data && (
        <>
          <p>
            {readBy({
              side: data.side,
              readers: data.readers,
              organisationName: data.organisationName,
              personName: data.personName === session.name ? undefined : data.personName,
            })}
          </p>
          <p className="sm-button-row">
            {data.slug === null ? (
              <span>{say('gone')}</span>
            ) : (
              <TextLink href={paths.listing(data.slug)}>{say('listing', { title: data.title })}</TextLink>
            )}
            {data.orderId && (
              <TextLink href={data.side === 'provider' ? paths.providerOrder(data.orderId) : paths.order(data.orderId)}>
                {say('order')}
              </TextLink>
            )}
          </p>
          {data.nextCursor && (
            <LinkButton href={paths.question(id, data.nextCursor)} look="secondary">
              {say('earlier')}
            </LinkButton>
          )}
          <Entries question={data} />
          {sent && (
            <Notice kind="success" live>
              <p>{say('sent')}</p>
            </Notice>
          )}
          {data.mayWrite ? <WriteOn question={data} onSent={() => setSent(true)} /> : <p>{say('closed')}</p>}
        </>
      )}
    </Frame>
  );
}
