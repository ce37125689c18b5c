// One letter as it goes into the envelope: printed here, and then taken off the list.
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLetter, usePrintedLetter } from '../../features/letters/api/letters.ts';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, PrintButton } from '../../ui/button.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="letter.view">
      <Letter />
    </SignedIn>
  );
}

function Letter(): ReactNode {
  const say = useWords('letters');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data: letter, error } = useLetter(id);
  const print = usePrintedLetter();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (error) throw error;
  if (fault) throw fault;
  if (!letter) return <PageLoading />;
  const done = async (): Promise<void> => {
    setBusy(true);
    try {
      await print(id);
      await navigate(paths.letters());
    } catch (cause) {
      setFault(cause);
    }
  };
  return (
    <Frame title={letter.subject} width="reading" above={<BackLink href={paths.letters()}>{say('back')}</BackLink>}>
      {letter.printedAt && (
        <Notice>
          <p>{say('alreadyPrinted', { day: sayDateOf(letter.printedAt) })}</p>
        </Notice>
      )}
      {letter.address.length === 0 && (
        <Notice kind="warn">
          <p>{say('noAddress')}</p>
        </Notice>
      )}
      <address className="sm-letter">{[letter.recipientName, ...letter.address].join('\n')}</address>
      <p>{sayDateOf(letter.createdAt)}</p>
      <p className="sm-letter sm-break">{letter.text}</p>
      <ButtonRow>
        <PrintButton>{say('print')}</PrintButton>
        {letter.printedAt === null && (
          <Button busy={busy} onPress={() => void done()}>
            {say('done')}
          </Button>
        )}
      </ButtonRow>
    </Frame>
  );
}
