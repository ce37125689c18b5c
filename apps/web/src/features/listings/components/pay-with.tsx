// Whose money the prices are shown for. Changing it changes prices, never what is found.
import { type ReactNode, useId } from 'react';
import { Select } from '../../../ui/choice-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { PayingLine } from '../api/list-paying-lines.ts';

export function PayWith({
  lines,
  lineId,
  onChange,
}: {
  readonly lines: readonly PayingLine[];
  readonly lineId: string | undefined;
  readonly onChange: (lineId: string) => void;
}): ReactNode {
  const say = useWords('listings');
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <Select
      id={id}
      label={say('payWith.label')}
      value={lineId ?? ''}
      onChange={onChange}
      choices={[
        { value: '', label: say('payWith.anyone') },
        ...lines.map((line) => ({
          value: line.lineId,
          label: line.lineName,
        })),
      ]}
    />
  );
}
