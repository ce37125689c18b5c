// How somebody's time with the council ended, or will: one sentence, true on the day on which it is read.
import type { PersonState } from '@support-market/domain/people/person-states';
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { useToday } from '../../../format/server-clock.ts';
import { useWords } from '../../../words/use-words.ts';

export function HowItEnded({
  name,
  state,
  lastDay,
}: {
  readonly name: string;
  readonly state: PersonState;
  readonly lastDay: string | null;
}): ReactNode {
  const say = useWords('people');
  const today = useToday();
  const isToCome = lastDay !== null && lastDay >= today;
  const day = sayDate(lastDay ?? '');
  const leaves = state === 'moved-away' || state === 'left';
  return (
    <p>
      {leaves && isToCome ? say(`ending.leaving.${state}`, { name, day }) : say(`ending.is.${state}`, { name, day })}
    </p>
  );
}
