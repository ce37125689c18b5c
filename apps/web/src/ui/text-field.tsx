// Questions answered by typing: a line, several lines, money, a password, a file.
import { withoutTurning } from '@support-market/domain/shared/visible-text';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { useDocument } from './document.tsx';
import { describedBy, Field, type FieldBase } from './field.tsx';
import { Icon } from './icon.tsx';
import { classes, useKit } from './kit.tsx';

export type TextFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  readonly autoComplete?: string;
  /** Roughly how many characters the answer has. */
  readonly width?: 3 | 5 | 10 | 20 | 30;
  readonly spellCheck?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
};

export function TextField(props: TextFieldProps): ReactNode {
  const { id, value, onChange, type = 'text', width, prefix, suffix, error } = props;
  const input = (
    <input
      id={id}
      name={props.name ?? id}
      type={type}
      className={classes('govuk-input', width && `sm-width-${width}`, error && 'govuk-input--error')}
      value={value}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete}
      spellCheck={props.spellCheck}
      aria-describedby={describedBy(props)}
      aria-invalid={error ? true : undefined}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(withoutTurning(event.target.value))}
    />
  );
  return (
    <Field {...props}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

/** Pounds as a person types them ("1,234.50"); the caller reads them with `parsePounds`. The label says it is money. */
export function MoneyField(props: Omit<TextFieldProps, 'type' | 'inputMode' | 'prefix'>): ReactNode {
  return <TextField width={10} spellCheck={false} autoComplete="off" {...props} inputMode="decimal" prefix="£" />;
}

/** A time as a person types it ("9:30am", "14.00"); the caller reads it with `parseClock`. */
export function TimeField(props: Omit<TextFieldProps, 'type' | 'inputMode'>): ReactNode {
  return <TextField width={10} spellCheck={false} autoComplete="off" {...props} />;
}

/** "09:30" from "9:30am", "9.30", "0930", "2pm", "noon"; null where it is not a time of day. */
export function parseClock(text: string): string | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, '');
  if (words === 'noon' || words === 'midday') return '12:00';
  if (words === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(words);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  const half = match[3];
  if (half && (hour < 1 || hour > 12)) return null;
  if (!half && match[2] === undefined) return null;
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export type TextAreaProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** How many letters fit. What is pasted is never cut without a word: who comes near is told, and who goes over. */
  readonly maxLength?: number;
};

/** From here on the room that is left is said. */
const NEARLY_FULL = 0.8;

export function TextArea(props: TextAreaProps): ReactNode {
  const { id, value, onChange, rows = 5, maxLength, error } = props;
  const { sayRoom } = useKit();
  const left = maxLength === undefined ? null : maxLength - value.length;
  const isTold = maxLength !== undefined && value.length > maxLength * NEARLY_FULL;
  const roomId = `${id}-room`;
  const described = classes(describedBy(props), isTold && roomId);
  return (
    <Field {...props}>
      <textarea
        id={id}
        name={props.name ?? id}
        className={classes('govuk-textarea', error && 'govuk-textarea--error')}
        rows={rows}
        value={value}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(withoutTurning(event.target.value))}
      />
      {isTold && left !== null && (
        <p
          id={roomId}
          className={classes('sm-room', left < 0 ? 'govuk-error-message' : 'govuk-hint')}
          role={left < 0 ? 'status' : undefined}
        >
          {sayRoom(left)}
        </p>
      )}
    </Field>
  );
}

export type PasswordFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
};

export function PasswordField(props: PasswordFieldProps): ReactNode {
  const { id, value, onChange, error } = props;
  const { labels } = useKit();
  const isDocument = useDocument() !== null;
  const [shown, setShown] = useState(false);
  return (
    <Field {...props}>
      <div className="sm-password">
        <input
          id={id}
          name={props.name ?? id}
          type={shown ? 'text' : 'password'}
          className={classes('govuk-input', 'sm-width-20', error && 'govuk-input--error')}
          value={value}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(props)}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button
          look="secondary"
          controls={id}
          hidden={isDocument}
          words={{ show: labels.showPassword, hide: labels.hidePassword }}
          onPress={() => setShown(!shown)}
        >
          {shown ? labels.hidePassword : labels.showPassword}
        </Button>
      </div>
    </Field>
  );
}

export type FileUploadProps = FieldBase & {
  /** For example ".csv,text/csv". */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

export function FileUpload(props: FileUploadProps): ReactNode {
  const { id, accept, multiple, files, onChange, error } = props;
  const { labels } = useKit();
  return (
    <Field {...props}>
      <input
        id={id}
        name={props.name ?? id}
        type="file"
        className={classes('sm-file', error && 'sm-file--error')}
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange([...(event.target.files ?? [])])}
      />
      {files.length > 0 && (
        <ul className="sm-plain-list" aria-label={labels.chosenFiles}>
          {files.map((file) => (
            <li key={file.name} className="sm-with-icon">
              <Icon name="document" /> {file.name}
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
