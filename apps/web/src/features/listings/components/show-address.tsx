// Whether the public sees a whole address: yes, no, or as it is for the kind of organisation.
import type { ReactNode } from 'react';
import { Radios } from '../../../ui/choice-field.tsx';
import { useWords } from '../../../words/use-words.ts';

export type Shown = 'usual' | 'yes' | 'no';

export const showValue = (show: boolean | null): Shown => (show === null ? 'usual' : show ? 'yes' : 'no');
export const showText = (shown: Shown): boolean | null => (shown === 'usual' ? null : shown === 'yes');

export function ShowAddress({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: Shown;
  readonly onChange: (value: Shown) => void;
}): ReactNode {
  const say = useWords('listings');
  return (
    <Radios
      id={id}
      label={say('own.show.label')}
      hint={say('own.show.hint')}
      value={value}
      onChange={onChange}
      choices={[
        { value: 'usual', label: say('own.show.usual') },
        { value: 'yes', label: say('own.show.yes') },
        { value: 'no', label: say('own.show.no') },
      ]}
    />
  );
}
