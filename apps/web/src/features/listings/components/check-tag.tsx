// How far something that is asked of an organisation is done.
import type { ReactNode } from 'react';
import { Tag, type TagTone } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OwnChecks } from '../api/own-checks.ts';

type State = OwnChecks['checks'][number]['state'];

const TONES: Readonly<Record<State, TagTone>> = { done: 'go', soon: 'look', lapsed: 'harm', lacking: 'plain' };

export function CheckTag({ state }: { readonly state: State }): ReactNode {
  const say = useWords('listings');
  return <Tag tone={TONES[state]}>{say(`checks.states.${state}`)}</Tag>;
}
