// The auditor's desk: follow one pound, prove the books, and search who did or looked at what.
import type { ReactNode } from 'react';
import { BooksCheck } from '../../features/audit-entries/components/books-check.tsx';
import { EntriesSearch } from '../../features/audit-entries/components/entries-search.tsx';
import { FollowForm } from '../../features/traces/components/follow-form.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

function Shown(): ReactNode {
  const say = useWords('audit-entries');
  const sayTraces = useWords('traces');
  const { may } = useSession();
  return (
    <Frame title={say('title')} lead={say('lead')} width="wide">
      <Section title={sayTraces('follow.title')} lead={sayTraces('follow.lead')}>
        <FollowForm />
      </Section>
      <Section title={say('books.title')} lead={say('books.lead')}>
        <BooksCheck />
      </Section>
      {may('audit-entry.view') && (
        <Section title={say('search.title')} lead={say('search.lead')}>
          <EntriesSearch />
        </Section>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="ledger.trace">
      <Shown />
    </SignedIn>
  );
}
