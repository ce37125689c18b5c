// What this place is, for someone who was sent a link.
import type { ReactNode } from 'react';
import { Page as Frame } from '../../shell/page.tsx';
import { Section } from '../../ui/layout.tsx';
import { STEP_KEYS, StepPicture } from '../../ui/pictures/steps.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords();
  const sayStep = useWords('steps');
  return (
    <Frame title={say('about.title')} lead={say('about.lead')} width="reading">
      <p>{say('about.one')}</p>
      <p>{say('about.two')}</p>
      <p>{say('about.three')}</p>
      <Section title={sayStep('title')}>
        <Steps
          label={sayStep('title')}
          steps={STEP_KEYS.map((key) => ({
            key,
            title: sayStep(`${key}.title`),
            text: sayStep(`${key}.text`),
            picture: <StepPicture step={key} size={48} />,
          }))}
        />
      </Section>
    </Frame>
  );
}
