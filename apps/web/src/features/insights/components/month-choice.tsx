// Chooses the months that the charts speak of; the address keeps the choice.
import { type ReactNode, useState } from 'react';
import { useToday } from '../../../format/server-clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/choice-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { monthsBefore, sayMonth } from '../months.ts';

export type MonthChoiceProps = {
  readonly from: string;
  readonly to: string;
  readonly onChoose: (from: string, to: string) => void;
};

export function MonthChoice({ from, to, onChoose }: MonthChoiceProps): ReactNode {
  const say = useWords('insights');
  const [chosen, setChosen] = useState({ from, to });
  const months = monthsBefore(useToday(), 36);
  const choices = [...new Set([...months, from, to])]
    .sort()
    .reverse()
    .map((month) => ({ value: month, label: sayMonth(month) }));
  return (
    <Form
      label={say('months.title')}
      onSubmit={(event) => {
        event?.preventDefault();
        const [first, last] = [chosen.from, chosen.to].sort();
        onChoose(first ?? from, last ?? to);
      }}
    >
      <Select
        id="from-month"
        label={say('months.from')}
        value={chosen.from}
        choices={choices}
        onChange={(value) => setChosen({ ...chosen, from: value })}
      />
      <Select
        id="to-month"
        label={say('months.to')}
        value={chosen.to}
        choices={choices}
        onChange={(value) => setChosen({ ...chosen, to: value })}
      />
      <Button type="submit" look="secondary">
        {say('months.show')}
      </Button>
    </Form>
  );
}
