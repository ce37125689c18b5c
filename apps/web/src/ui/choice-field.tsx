// Questions answered by choosing: one of a list, one of a few, several of a few. Every target is 44 pixels or more.
import { type ReactNode, useState } from 'react';
import { describedBy, ErrorMessage, Field, type FieldBase, FieldSet } from './field.tsx';
import { classes } from './kit.tsx';

export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Shown only while this choice is chosen. */
  readonly more?: ReactNode;
};

export type SelectProps<Value extends string> = FieldBase & {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
};

/**
 * What a list shows: what was chosen last, until its owner says otherwise. An owner that keeps the choice in the page's
 * address answers a moment later; without this the list would jump back meanwhile, and the next arrow key would begin
 * from the old choice.
 */
function useShown<Value>(value: Value): [Value, (chosen: Value) => void] {
  const [shown, setShown] = useState(value);
  const [said, setSaid] = useState(value);
  if (said !== value) {
    setSaid(value);
    setShown(value);
  }
  return [shown, setShown];
}

export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { id, value, onChange, choices, error } = props;
  const [shown, setShown] = useShown(value);
  return (
    <Field {...props}>
      <select
        id={id}
        name={props.name ?? id}
        form={props.form}
        className={classes('govuk-select', error && 'govuk-select--error')}
        value={shown}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (!chosen) return;
          setShown(chosen.value);
          onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export type RadiosProps<Value extends string> = FieldBase & {
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  readonly inline?: boolean;
};

export function Radios<Value extends string>(props: RadiosProps<Value>): ReactNode {
  const { id, value, onChange, choices, inline } = props;
  return (
    <FieldSet {...props}>
      <div className={classes('govuk-radios', inline && 'sm-choices-inline')}>
        {choices.map((choice, index) => {
          const choiceId = index === 0 ? id : `${id}-${choice.value}`;
          const chosen = value === choice.value;
          return (
            <div key={choice.value} className="sm-choice">
              <div className="govuk-radios__item">
                <input
                  id={choiceId}
                  className="govuk-radios__input"
                  type="radio"
                  name={props.name ?? id}
                  value={choice.value}
                  checked={chosen}
                  aria-describedby={choice.hint ? `${choiceId}-choice-hint` : undefined}
                  onChange={() => onChange(choice.value)}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={choiceId}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div id={`${choiceId}-choice-hint`} className="govuk-hint govuk-radios__hint">
                    {choice.hint}
                  </div>
                )}
              </div>
              {choice.more && chosen && <div className="govuk-radios__conditional">{choice.more}</div>}
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

export type CheckboxesProps<Value extends string> = FieldBase & {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly choices: readonly Choice<Value>[];
};

export function Checkboxes<Value extends string>(props: CheckboxesProps<Value>): ReactNode {
  const { id, values, onChange, choices } = props;
  return (
    <FieldSet {...props}>
      <div className="govuk-checkboxes">
        {choices.map((choice, index) => {
          const choiceId = index === 0 ? id : `${id}-${choice.value}`;
          const chosen = values.includes(choice.value);
          return (
            <div key={choice.value} className="sm-choice">
              <div className="govuk-checkboxes__item">
                <input
                  id={choiceId}
                  className="govuk-checkboxes__input"
                  type="checkbox"
                  name={props.name ?? id}
                  value={choice.value}
                  checked={chosen}
                  aria-describedby={choice.hint ? `${choiceId}-choice-hint` : undefined}
                  onChange={() =>
                    onChange(chosen ? values.filter((each) => each !== choice.value) : [...values, choice.value])
                  }
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={choiceId}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div id={`${choiceId}-choice-hint`} className="govuk-hint govuk-checkboxes__hint">
                    {choice.hint}
                  </div>
                )}
              </div>
              {choice.more && chosen && <div className="govuk-checkboxes__conditional">{choice.more}</div>}
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

/** One box that says yes to one thing. */
export function Checkbox(props: {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string;
  /** What is sent where it is ticked and the form goes by itself; the browser's "on" where nothing is said. */
  readonly value?: string;
  readonly form?: string;
}): ReactNode {
  const { id, label, hint, error, checked, onChange } = props;
  const [shown, setShown] = useShown(checked);
  return (
    <div className={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            id={id}
            className="govuk-checkboxes__input"
            type="checkbox"
            name={props.name ?? id}
            value={props.value}
            form={props.form}
            checked={shown}
            aria-describedby={describedBy({ id, hint, error })}
            onChange={(event) => {
              setShown(event.target.checked);
              onChange(event.target.checked);
            }}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {label}
          </label>
          {hint && (
            <div id={`${id}-hint`} className="govuk-hint govuk-checkboxes__hint">
              {hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
