// Keeping a found listing for a person until they choose: one button, which says what a press would do now.
import { type ReactNode, useState } from 'react';
import { isProblem } from '../../../api/problem.ts';
import { paths } from '../../../paths.ts';
import { useSession } from '../../../shell/session.tsx';
import { Button, TextLink } from '../../../ui/button.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { useKeptMarks, useKeptSteps } from '../api/kept-listings.ts';

export function KeepListing({
  listingId,
  title,
  personId,
  own,
  short = false,
}: {
  readonly listingId: string;
  readonly title: string;
  /** For whom; nothing is shown where that is not known. */
  readonly personId: string | undefined;
  readonly own: boolean;
  /** One word, beside many others: the page says for whom, and where the list is. */
  readonly short?: boolean;
}): ReactNode {
  const say = useWords('kept-listings');
  const problemWords = useProblemWords();
  const { may } = useSession();
  const { data } = useKeptMarks(personId);
  const { keep, remove } = useKeptSteps();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (refusal && !isProblem(refusal)) throw refusal;
  if (personId === undefined || !data?.mayKeep || !may('listing.keep')) return null;
  const kept = data.items.find((mark) => mark.listingId === listingId);
  const press = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await (kept ? remove(kept.id) : keep(personId, listingId));
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
    }
  };
  const name = data.personName;
  const words = kept
    ? say(short ? 'takeOffShort' : 'takeOff')
    : say(short ? 'keepShort' : own ? 'keep' : 'keepFor', { name });
  return (
    <div className={short ? 'sm-keep sm-keep--short' : 'sm-keep'}>
      <Button
        look="secondary"
        small
        icon={kept ? 'check' : 'heart'}
        about={title}
        busy={busy}
        onPress={() => void press()}
      >
        {words}
      </Button>
      <p className="sm-keep__said" role="status">
        {isProblem(refusal) && problemWords(refusal.code, refusal.details)}
        {kept && !refusal && short && <span className="govuk-visually-hidden">{say('keptShort')}</span>}
        {kept && !refusal && !short && <TextLink href={paths.personKept(personId)}>{say('kept')}</TextLink>}
      </p>
    </div>
  );
}
