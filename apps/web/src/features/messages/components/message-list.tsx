// Messages as sentences, newest first, each with a way to what it is about.
import type { ReactNode } from 'react';
import { londonTime, sayDay, sayTime } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Message, useReadMessage } from '../api/messages.ts';

const KINDS = [
  'order.placed',
  'order.accepted',
  'order.declined',
  'order.cancelled',
  'visit.corrected',
  'visit.missed',
  'visit.queried',
  'visit.settled',
  'invoice.to-pay',
  'invoice.billed',
  'invoice.paid-directly',
  'payment.returned',
  'remittance.sent',
  'top-up.received',
  'top-up.mismatch',
  'top-up.taken-twice',
] as const;

function addressOf({ details }: Message): string | null {
  const id = (name: string) => (typeof details[name] === 'string' ? details[name] : null);
  const [order, visit, invoice] = [id('orderId'), id('visitId'), id('invoiceId')];
  if (visit) return paths.visit(visit);
  if (invoice) return paths.invoice(invoice);
  return order ? paths.order(order) : null;
}

/** The sentence of a message; one that this page does not know yet still says that there is something to see. */
export function useMessageWords(): (message: Message) => string {
  const say = useWords('messages');
  return ({ kind, details }) => {
    const known = KINDS.find((one) => one === kind);
    const count = typeof details['invoices'] === 'number' ? details['invoices'] : 1;
    const serviceDate =
      typeof details['serviceDate'] === 'string' ? { serviceDate: sayDay(details['serviceDate']) } : {};
    return say(`kinds|${known ?? 'other'}` as 'title', {
      note: '',
      ...details,
      ...serviceDate,
      count,
      keySeparator: '|',
    }).trim();
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
  const read = useReadMessage();
  if (read.error) throw read.error;
  return (
    <ul className="sm-plain-list sm-stack">
      {messages.map((message) => {
        const when = `${sayDay(londonTime(message.createdAt).toPlainDate().toString())}, ${sayTime(message.createdAt)}`;
        const address = addressOf(message);
        return (
          <li key={message.id}>
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
                  onPress={() => read.mutate(message.id)}
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
