// Messages as sentences, newest first, each with a way to what it is about.
import { MESSAGE_KINDS } from '@support-market/domain/shared/message-kinds';
import type { SayRecorded } from '@support-market/words/say';
import type { ReactNode } from 'react';
import { londonTime, sayDay, sayTime } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { useSession } from '../../../shell/session.tsx';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Message, useReadMessage } from '../api/messages.ts';

/**
 * The page of what a message is about, by the id that it names; the first that it names counts. A message to an
 * organisation opens the provider's side.
 */
const PLACES: Readonly<Record<string, (id: string, theirs: boolean) => string>> = {
  questionReportId: () => paths.questionReports(),
  questionId: (id) => paths.question(id),
  visitId: (id, theirs) => (theirs ? paths.providerVisit(id) : paths.visit(id)),
  listingId: paths.providerListing,
  organisationId: paths.providerChecks,
  invoiceId: paths.invoice,
  orderId: (id, theirs) => (theirs ? paths.providerOrder(id) : paths.order(id)),
  priceRiseId: paths.priceRise,
  feedId: paths.feed,
};

function addressOf({ details, personId }: Message, provides: boolean): string | null {
  for (const [name, place] of Object.entries(PLACES)) {
    const id = details[name];
    if (typeof id === 'string' && id !== '') return place(id, provides && personId === null);
  }
  return null;
}

/** The sentence of a message; one that this page does not know yet still says that there is something to see. */
export function useMessageWords(): (message: Message) => string {
  const say = useWords('messages') as unknown as SayRecorded;
  return ({ kind, details }) => {
    const known = MESSAGE_KINDS.find((one) => one === kind);
    const count = typeof details['count'] === 'number' ? details['count'] : 1;
    const serviceDate =
      typeof details['serviceDate'] === 'string' ? { serviceDate: sayDay(details['serviceDate']) } : {};
    return say(`kinds.${known ?? 'other'}`, { note: '', ...details, ...serviceDate, count }).trim();
  };
}

export function MessageList({
  messages,
  withNames = false,
}: {
  readonly messages: readonly Message[];
  readonly withNames?: boolean;
}): ReactNode {
  const say = useWords('messages');
  const words = useMessageWords();
  const { may } = useSession();
  const read = useReadMessage();
  if (read.error) throw read.error;
  return (
    <ul className="sm-plain-list sm-stack">
      {messages.map((message) => {
        const when = `${sayDay(londonTime(message.createdAt).toPlainDate().toString())}, ${sayTime(message.createdAt)}`;
        const address = addressOf(message, may('visit.record'));
        return (
          <li key={message.id} id={message.id} tabIndex={-1}>
            <p className="sm-soft sm-small">
              {message.readAt === null && <Tag tone="look">{say('new')}</Tag>} {when}
              {withNames && message.personName && <> · {say('for', { name: message.personName })}</>}
            </p>
            <p>{words(message)}</p>
            <div className="sm-button-row">
              {address && (
                <TextLink href={address} about={when}>
                  {say('open')}
                </TextLink>
              )}
              {message.readAt === null && (
                <Button
                  look="link"
                  busy={read.isPending && read.variables === message.id}
                  about={say('readAbout', { when })}
                  // the button goes, so the message that it stood in takes its focus
                  onPress={() =>
                    read.mutate(message.id, { onSuccess: () => document.getElementById(message.id)?.focus() })
                  }
                >
                  {say('read')}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
