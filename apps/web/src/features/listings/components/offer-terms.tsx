// The terms of what is sold, asked alike when it is added and when it is changed: how short it may be, how late it can be
// cancelled, and its VAT.
import type { ReactNode } from 'react';
import { Radios } from '../../../ui/choice-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';

const VAT = ['welfare', 'standard', 'zero'] as const;
export type Vat = (typeof VAT)[number];

/** A whole number up to the most that the API takes; null for anything else. */
export const whole = (text: string, most: number): number | null =>
  /^\s*\d{1,5}\s*$/.test(text) && Number(text) <= most ? Number(text) : null;

/** What is wrong with the two numbers, by their fields; both may be left out. */
export function faultsOfTerms({
  minimumMinutes,
  noticeHours,
}: {
  readonly minimumMinutes: string;
  readonly noticeHours: string;
}) {
  return {
    ...(minimumMinutes.trim() !== '' &&
      whole(minimumMinutes, 1_440) === null && { minimumMinutes: 'field.maximum' as const }),
    ...(noticeHours.trim() !== '' && whole(noticeHours, 720) === null && { noticeHours: 'field.maximum' as const }),
  };
}

interface AskedField<Value> {
  readonly id: string;
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

export function OfferTerms({
  minimum,
  notice,
  vat,
}: {
  /** Null where the unit is no length of time. */
  readonly minimum: AskedField<string> | null;
  readonly notice: AskedField<string>;
  readonly vat: AskedField<Vat>;
}): ReactNode {
  const say = useWords('listings');
  return (
    <>
      {minimum && (
        <TextField
          label={say('own.offer.minimum')}
          hint={say('own.offer.minimumHint')}
          optional
          width={5}
          inputMode="numeric"
          {...minimum}
        />
      )}
      <TextField
        label={say('own.offer.notice')}
        hint={say('own.offer.noticeHint')}
        optional
        width={5}
        inputMode="numeric"
        {...notice}
      />
      <Radios
        label={say('own.offer.vat')}
        hint={say('own.offer.vatHint')}
        {...vat}
        choices={VAT.map((value) => ({ value, label: say(`own.offer.vatOf.${value}`) }))}
      />
    </>
  );
}
