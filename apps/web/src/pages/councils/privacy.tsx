// What a council keeps about people here, in its own words and in what the program does for every council.
import type { ReactNode } from 'react';
import { CouncilPage, Linked, Paragraphs } from '../../features/councils/components/council-page.tsx';
import { Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('councils');
  return (
    <CouncilPage page="privacy">
      {({ name, privacy }) => (
        <>
          <Section title={say('privacy.notice')}>
            {privacy.notice ? <Paragraphs text={privacy.notice} /> : <p>{say('privacy.none', { council: name })}</p>}
          </Section>
          <Section title={say('privacy.kept')}>
            <p>{say('privacy.keptOne')}</p>
            <p>{say('privacy.keptTwo')}</p>
            <p>{say('privacy.keptThree')}</p>
          </Section>
          <Section title={say('privacy.ask')}>
            <p>
              <Linked
                text={privacy.email ? say('privacy.askText', { email: privacy.email }) : say('privacy.askNone')}
              />
            </p>
          </Section>
          <Section title={say('privacy.office')}>
            <p>{say('privacy.officeText')}</p>
          </Section>
        </>
      )}
    </CouncilPage>
  );
}
