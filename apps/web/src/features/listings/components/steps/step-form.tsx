// One step: what is asked, why, and the button that saves it and goes on.
import type { FormEvent, ReactNode } from 'react';
import { Button, ButtonRow, LinkButton } from '../../../../ui/button.tsx';
import { Form } from '../../../../ui/form.tsx';
import { useWords } from '../../../../words/use-words.ts';

export interface StepProps {
  /** Goes on to the next step, when this one is saved. */
  readonly onDone: () => Promise<void>;
}

export function StepForm({
  summary,
  busy,
  onSubmit,
  skip,
  children,
}: {
  readonly summary: ReactNode;
  readonly busy: boolean;
  readonly onSubmit: (event: FormEvent) => void;
  /** Where to go without saying anything; left out where something is needed. */
  readonly skip?: string;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords('listings');
  return (
    <Form onSubmit={onSubmit}>
      {summary}
      {children}
      <ButtonRow>
        <Button type="submit" busy={busy}>
          {say('steps.goOn')}
        </Button>
        {skip && (
          <LinkButton look="secondary" href={skip}>
            {say('steps.skip')}
          </LinkButton>
        )}
      </ButtonRow>
    </Form>
  );
}
