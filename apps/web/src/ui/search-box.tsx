// The one search box: what would help, and near where. On a phone the two questions stand one above the other.
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { describedBy, ErrorMessage } from './field.tsx';

type Asked = {
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly error?: string | undefined;
};

export type SearchBoxProps = {
  readonly id: string;
  /** Names the search for people who move by landmarks. */
  readonly label: string;
  readonly what: Asked;
  readonly near?: Asked;
  readonly button: string;
  /** Where the question goes by itself, without a script; what else belongs to it names this form, `${id}-form`. */
  readonly action: string;
  readonly onSearch: (question: { readonly what: string; readonly near: string }) => void;
};

export function SearchBox({ id, label, what, near, button, action, onSearch }: SearchBoxProps): ReactNode {
  const [words, setWords] = useState(what.value ?? '');
  const [place, setPlace] = useState(near?.value ?? '');
  return (
    // biome-ignore lint/a11y/useSemanticElements: older screen readers know the role but not the search element
    <form
      id={`${id}-form`}
      action={action}
      role="search"
      aria-label={label}
      className="sm-search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ what: words.trim(), near: place.trim() });
      }}
    >
      <div className="sm-search__what">
        <label className="govuk-label sm-search__label" htmlFor={`${id}-what`}>
          {what.label}
        </label>
        {what.hint && (
          <div className="govuk-hint" id={`${id}-what-hint`}>
            {what.hint}
          </div>
        )}
        {what.error && <ErrorMessage id={`${id}-what-error`}>{what.error}</ErrorMessage>}
        <input
          id={`${id}-what`}
          name="what"
          type="search"
          className="govuk-input"
          value={words}
          aria-describedby={describedBy({ id: `${id}-what`, hint: what.hint, error: what.error })}
          aria-invalid={what.error ? true : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {near && (
        <div className="sm-search__near">
          <label className="govuk-label sm-search__label" htmlFor={`${id}-near`}>
            {near.label}
          </label>
          {near.hint && (
            <div className="govuk-hint" id={`${id}-near-hint`}>
              {near.hint}
            </div>
          )}
          {near.error && <ErrorMessage id={`${id}-near-error`}>{near.error}</ErrorMessage>}
          <input
            id={`${id}-near`}
            name="near"
            type="text"
            className="govuk-input"
            autoComplete="postal-code"
            spellCheck={false}
            value={place}
            aria-describedby={describedBy({ id: `${id}-near`, hint: near.hint, error: near.error })}
            aria-invalid={near.error ? true : undefined}
            onChange={(event) => setPlace(event.target.value)}
          />
        </div>
      )}
      <Button type="submit" icon="search">
        {button}
      </Button>
    </form>
  );
}
