// What an audit event is called in plain words; one that has no words yet is still said, by the noun it is about.
import { useWords } from '../../../words/use-words.ts';

export type EntryWords = { readonly event: string; readonly noun: string; readonly kind: 'look' | 'change' };

export type EventWords = {
  readonly event: (entry: EntryWords) => string;
  readonly role: (role: string) => string;
  /** Every event that has words, for choosing from. */
  readonly known: readonly { readonly value: string; readonly label: string }[];
};

export function useEventWords(): EventWords {
  const say = useWords('audit-entries');
  // Keys have a space where events have a dot, because a dot means "within" in words.
  const events: Readonly<Record<string, string>> = say('events', { returnObjects: true });
  const roles: Readonly<Record<string, string>> = say('roles', { returnObjects: true });
  return {
    event: ({ event, noun, kind }) =>
      events[event.replace('.', ' ')] ??
      say(kind === 'look' ? 'unknownLook' : 'unknownChange', { noun: noun.replaceAll('-', ' ') }),
    role: (role) => roles[role] ?? say('program'),
    known: Object.entries(events)
      .map(([key, label]) => ({ value: key.replace(' ', '.'), label }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
  };
}
