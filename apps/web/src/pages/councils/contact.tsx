// How a council is reached, and whom to tell when somebody is not safe.
import type { ReactNode } from 'react';
import { CouncilPage, Reach } from '../../features/councils/components/council-page.tsx';
import { paths } from '../../paths.ts';
import { useKit } from '../../ui/kit.tsx';
import { Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('councils');
  const { Link } = useKit();
  return (
    <CouncilPage page="contact">
      {({ slug, name, contact, safety }) => (
        <>
          {contact.telephone || contact.email || contact.address ? (
            <Reach {...contact} />
          ) : (
            <p>{say('contact.none', { council: name })}</p>
          )}
          <Section title={say('contact.safety')}>
            {safety.emergencyTelephone && (
              <p>
                <strong>{say('contact.emergency', { number: safety.emergencyTelephone })}</strong>
              </p>
            )}
            {safety.telephone || safety.email ? (
              <>
                <p>{say('contact.worry')}</p>
                <Reach {...safety} />
              </>
            ) : (
              <p>{say('contact.worryNone')}</p>
            )}
          </Section>
          <Section title={say('contact.other')}>
            <p>{say('contact.otherText')}</p>
            <ul>
              {(['complaints', 'privacy', 'accessibility'] as const).map((page) => (
                <li key={page}>
                  <Link href={paths[page]({ council: slug })}>{say(`${page}.title`)}</Link>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </CouncilPage>
  );
}
