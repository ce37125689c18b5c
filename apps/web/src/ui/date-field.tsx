// A date in three boxes: the way people copy it from a letter, and the easiest to put right.
import type { ReactNode } from 'react';
import { type FieldBase, FieldSet } from './field.tsx';
import { classes, useKit } from './kit.tsx';

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export const EMPTY_DATE: DateParts = { day: '', month: '', year: '' };

/** "2026-11-03" from what was typed, or null where that day does not exist. A year has four figures. */
export function dateFromParts(parts: DateParts): string | null {
  if (!/^\s*\d{1,2}\s*$/.test(parts.day) || !/^\s*\d{1,2}\s*$/.test(parts.month) || !/^\s*\d{4}\s*$/.test(parts.year)) {
    return null;
  }
  const [day, month, year] = [Number(parts.day), Number(parts.month), Number(parts.year)];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (longest === undefined || day < 1 || day > longest || year < 1900) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The three boxes from "2026-11-03". */
export function partsFromDate(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** A day as it was typed: one that does not exist is for the server to name. */
export const typedDate = (date: DateParts): string =>
  dateFromParts(date) ?? `${date.year.padStart(4, '0')}-${date.month.padStart(2, '0')}-${date.day.padStart(2, '0')}`;

export type DateFieldProps = FieldBase & {
  readonly value: DateParts;
  readonly onChange: (value: DateParts) => void;
  /** For a birthday only. */
  readonly birthday?: boolean;
};

export function DateField(props: DateFieldProps): ReactNode {
  const { id, value, onChange, error, birthday } = props;
  const { labels } = useKit();
  const boxes = [
    { part: 'day', label: labels.day, complete: 'bday-day' },
    { part: 'month', label: labels.month, complete: 'bday-month' },
    { part: 'year', label: labels.year, complete: 'bday-year' },
  ] as const;
  return (
    <FieldSet {...props} role="group">
      <div className="govuk-date-input" id={`${id}-boxes`}>
        {boxes.map(({ part, label, complete }, index) => {
          const boxId = index === 0 ? id : `${id}-${part}`;
          return (
            <div key={part} className="govuk-date-input__item">
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={boxId}>
                  {label}
                </label>
                <input
                  id={boxId}
                  name={`${props.name ?? id}-${part}`}
                  className={classes(
                    'govuk-input govuk-date-input__input',
                    part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
                    error && 'govuk-input--error',
                  )}
                  type="text"
                  inputMode="numeric"
                  autoComplete={birthday ? complete : 'off'}
                  value={value[part]}
                  aria-invalid={error ? true : undefined}
                  onChange={(event) => onChange({ ...value, [part]: event.target.value })}
                />
              </div>
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}
