// The letter that opens an account: shown once, to be printed and handed over.
import type { ReactNode } from 'react';
import { sayDateOf } from '../../../format/dates.ts';
import { useSession } from '../../../shell/session.tsx';
import { Arrival } from '../../../ui/arrival.tsx';
import { Button, ButtonRow, PrintButton } from '../../../ui/button.tsx';
import { Exact } from '../../../ui/exact.tsx';
import { Section } from '../../../ui/layout.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { PaperLetter as Letter } from '../api/paper-accounts.ts';

export function PaperLetter({ letter, onDone }: { readonly letter: Letter; readonly onDone: () => void }): ReactNode {
  const say = useWords('accounts');
  const { session } = useSession();
  return (
    <Arrival of={letter.code}>
      <div className="sm-no-print">
        <Notice kind="warn" live title={say('paperLetter.title')}>
          <p>{say('paperLetter.once')}</p>
        </Notice>
      </div>
      <Section title={session.councilName ?? ''}>
        <p>{say('paperLetter.hello', { name: letter.name })}</p>
        <p>{say('paperLetter.from', { council: session.councilName ?? '' })}</p>
        <p>
          {say('paperLetter.how')}{' '}
          <strong className="sm-break">
            <Exact>{letter.url}</Exact>
          </strong>
        </p>
        <SummaryList
          rows={[
            {
              key: 'name',
              label: say('paperLetter.signInName'),
              value: (
                <strong className="sm-break">
                  <Exact>{letter.signInName}</Exact>
                </strong>
              ),
            },
            {
              key: 'code',
              label: say('paperLetter.code'),
              value: (
                <strong>
                  <Exact>{letter.code}</Exact>
                </strong>
              ),
            },
          ]}
        />
        <p>{say('paperLetter.until', { day: sayDateOf(letter.expiresAt) })}</p>
        <p>{say('paperLetter.keep')}</p>
      </Section>
      <ButtonRow>
        <PrintButton>{say('paperLetter.print')}</PrintButton>
        <Button onPress={onDone}>{say('paperLetter.done')}</Button>
      </ButtonRow>
    </Arrival>
  );
}
