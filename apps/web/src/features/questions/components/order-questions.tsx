// What was asked about the things on an order: the threads stay with it, for both sides.
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { Section } from '../../../ui/layout.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useQuestions } from '../api/questions.ts';

export function OrderQuestions({ orderId }: { readonly orderId: string }): ReactNode {
  const say = useWords('questions');
  const { data } = useQuestions({ orderId });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={say('ofOrder')}>
      <ul className="govuk-list">
        {data.items.map(({ id, title, entries }) => (
          <li key={id}>
            <TextLink href={paths.question(id)}>{say('ofOrderOne', { title, count: entries })}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
