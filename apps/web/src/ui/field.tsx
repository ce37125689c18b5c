// What every question on a form shares: a label, a hint, an error in its place, and the ids that tie them together.
import type { ReactNode } from 'react';
import { classes, useKit } from './kit.tsx';

export type FieldBase = {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Plain words, already chosen. Its presence marks the field as wrong. */
  readonly error?: string | undefined;
  readonly name?: string;
  /** "l" where the question is the page's heading in all but name. */
  readonly labelSize?: 'm' | 'l';
  readonly optional?: boolean;
  /** The id of the form that the answer belongs to, where it stands outside of it. */
  readonly form?: string;
};

/** The ids of hint and error, for `aria-describedby`. */
export function describedBy(field: Pick<FieldBase, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = classes(field.hint ? `${field.id}-hint` : null, field.error ? `${field.id}-error` : null);
  return ids === '' ? undefined : ids;
}

export function ErrorMessage({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const { labels } = useKit();
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">{labels.error}</span> {children}
    </p>
  );
}

function Optional(): ReactNode {
  const { labels } = useKit();
  return <span className="sm-optional"> {labels.optional}</span>;
}

/** One control with its label. */
export function Field(props: FieldBase & { readonly children: ReactNode }): ReactNode {
  const { id, label, hint, error, labelSize, optional, children } = props;
  return (
    <div className={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      <label className={classes('govuk-label', labelSize && `govuk-label--${labelSize}`)} htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldSet(props: FieldBase & { readonly role?: 'group'; readonly children: ReactNode }): ReactNode {
  const { id, label, hint, error, labelSize, optional, role, children } = props;
  return (
    <div className={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy(props)}>
        <legend className={classes('govuk-fieldset__legend', labelSize && `govuk-fieldset__legend--${labelSize}`)}>
          {label}
          {optional && <Optional />}
        </legend>
        {hint && (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        )}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        {children}
      </fieldset>
    </div>
  );
}
