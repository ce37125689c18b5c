// A sum that one officer asked for and may not decide alone: a second one agrees or says why not; the first may take it back.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { formatPence } from '../../../format/money.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import type { Exception } from '../api/exceptions.ts';

export function SecondOfficer({
  exception,
  proposal,
  onAgree,
  onRefuse,
}: {
  readonly exception: Exception;
  readonly proposal: NonNullable<Exception['proposal']>;
  readonly onAgree: () => Promise<unknown>;
  readonly onRefuse: (note: string) => Promise<unknown>;
}): ReactNode {
  const say = useWords('exceptions');
  const words = useProblemWords();
  const [refusing, setRefusing] = useState(false);
  const agree = useFormState({ initial: {}, words });
  const refuse = useFormState({
    initial: { why: '' },
    words,
    fieldFor: (pointer) => (pointer === '/note' ? 'why' : undefined),
    check: ({ why }) => (isBlank(why) ? { why: 'field.required' } : {}),
  });
  return (
    <Section title={say('second.title')}>
      {agree.summary}
      {refuse.summary}
      <p className="sm-measure">
        {say('second.asked', {
          name: proposal.byName,
          sumPence: proposal.amountPence,
          alonePence: exception.alonePence,
        })}
      </p>
      <blockquote className="sm-sides__quote">{proposal.note}</blockquote>
      {proposal.isOwn && (
        <Notice live>
          <p>{say('second.own')}</p>
        </Notice>
      )}
      {!refusing && (
        <ButtonRow>
          {!proposal.isOwn && (
            <Button busy={agree.busy} onPress={() => agree.onSubmit(onAgree)()}>
              {say('second.agree', { sum: formatPence(proposal.amountPence) })}
            </Button>
          )}
          <Button look="secondary" onPress={() => setRefusing(true)}>
            {say(proposal.isOwn ? 'second.takeBack' : 'second.refuse')}
          </Button>
        </ButtonRow>
      )}
      {refusing && (
        <Form onSubmit={refuse.onSubmit(({ why }) => onRefuse(why.trim()))}>
          <TextArea
            label={say(proposal.isOwn ? 'second.whyOwn' : 'second.why')}
            hint={say('second.whyHint')}
            rows={3}
            maxLength={1000}
            {...refuse.field('why')}
          />
          <Button type="submit" busy={refuse.busy}>
            {say(proposal.isOwn ? 'second.takeBack' : 'second.refuse')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
