// The accessibility statement of one council: how this place can be used, what does not work yet, and what to do then.
// Source: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, reg. 8.
import type { ReactNode } from 'react';
import { CouncilPage, Paragraphs } from '../../features/councils/components/council-page.tsx';
import { sayDate } from '../../format/dates.ts';
import { Section } from '../../ui/layout.tsx';
import { WithoutScripts } from '../../ui/without-scripts.tsx';
import { useWords } from '../../words/use-words.ts';

const PARTS = ['problems', 'burden', 'exempt'] as const;

export function Page(): ReactNode {
  const say = useWords('councils');
  return (
    <CouncilPage page="accessibility">
      {({ name, accessibility }) => {
        const { status, testedOn, testedBy, answerDays } = accessibility;
        const tested = testedOn && {
          day: sayDate(testedOn),
          by: testedBy,
        };
        return (
          <>
            <Section title={say('accessibility.can')}>
              <p>{say('accessibility.canOne')}</p>
              <p className="sm-needs-scripts">{say('accessibility.canTwo')}</p>
              <WithoutScripts>
                <p>{say('accessibility.canByBrowser')}</p>
              </WithoutScripts>
            </Section>
            <Section title={say('accessibility.status')}>
              <p>{say(`accessibility.statusText.${status || 'unknown'}`, { council: name })}</p>
            </Section>
            {PARTS.filter((part) => accessibility[part] !== '').map((part) => (
              <Section key={part} title={say(`accessibility.${part}`)}>
                <Paragraphs text={accessibility[part]} />
              </Section>
            ))}
            <Section title={say('accessibility.tell')}>
              <p>{say('accessibility.tellText', { council: name })}</p>
              {answerDays > 0 && <p>{say('accessibility.answer', { count: answerDays })}</p>}
            </Section>
            <Section title={say('accessibility.enforce')}>
              <p>{say('accessibility.enforceText')}</p>
            </Section>
            <Section title={say('accessibility.tested')}>
              <p>
                {tested
                  ? say(testedBy ? 'accessibility.testedText' : 'accessibility.testedOn', tested)
                  : say('accessibility.testedNone', { council: name })}
              </p>
            </Section>
          </>
        );
      }}
    </CouncilPage>
  );
}
