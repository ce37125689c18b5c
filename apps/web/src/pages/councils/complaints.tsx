// How to complain to a council, and to whom after that.
import type { ReactNode } from 'react';
import { CouncilPage, Paragraphs, Reach } from '../../features/councils/components/council-page.tsx';
import { Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('councils');
  return (
    <CouncilPage page="complaints">
      {({ name, contact, complaints }) => {
        const telephone = complaints.telephone || contact.telephone;
        const email = complaints.email || contact.email;
        return (
          <>
            {complaints.process ? (
              <Section title={say('complaints.how')}>
                <Paragraphs text={complaints.process} />
              </Section>
            ) : (
              <p>{say('complaints.none', { council: name })}</p>
            )}
            {(telephone || email || contact.address) && (
              <Section title={say('complaints.send')}>
                <Reach telephone={telephone} email={email} address={contact.address} />
                {complaints.answerDays > 0 && <p>{say('complaints.answer', { count: complaints.answerDays })}</p>}
              </Section>
            )}
            <Section title={say('complaints.next')}>
              <p>{say('complaints.nextText')}</p>
              <p>{say('complaints.ombudsman')}</p>
            </Section>
          </>
        );
      }}
    </CouncilPage>
  );
}
