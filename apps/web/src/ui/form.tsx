// Forms that tell what went wrong where it went wrong: a summary that takes focus, and the same words at each field.
import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useDocument } from './document.tsx';
import { useKit } from './kit.tsx';

export type FormFault = {
  readonly fieldId?: string | undefined;
  readonly text: string;
  /** The words fit any field, so that in the summary they stand behind the field's own name. */
  readonly general?: boolean | undefined;
  /** What puts it right on another page, which opens beside this one so that nothing typed is lost. */
  readonly elsewhere?: string | undefined;
};

/** Where somebody signs in again whose session ended while they filled in a form. */
const SIGN_IN = '/sign-in';

/** What a field is called on the page: its label, or the question over its choices. */
function nameOf(fieldId: string): string {
  const field = document.getElementById(fieldId);
  const isChoice = field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type);
  const question = isChoice ? field.closest('fieldset')?.querySelector('legend') : null;
  const label = field && 'labels' in field ? (field.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null;
  return (question ?? label)?.textContent?.trim() ?? '';
}

/** "What it is called: fill this in." */
function withName(name: string, text: string): string {
  if (name === '') return text;
  return name.endsWith('?') ? `${name} ${text}` : `${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

export function ErrorSummary({
  faults,
  title,
  summaryRef,
}: {
  readonly faults: readonly FormFault[];
  readonly title?: string;
  readonly summaryRef?: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { labels } = useKit();
  const isDocument = useDocument() !== null;
  const own = useRef<HTMLDivElement>(null);
  const ref = summaryRef ?? own;
  // Each new set of faults takes the focus once, so that no reader misses it.
  useEffect(() => {
    if (faults.length > 0) ref.current?.focus();
  }, [faults, ref]);
  // The names are on the page only once its fields are, hence after the first drawing and before it is seen.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useLayoutEffect(() => {
    const general = faults.flatMap(({ fieldId, general }) => (general && fieldId ? [fieldId] : []));
    setNames(new Map(general.map((id) => [id, nameOf(id)])));
  }, [faults]);
  const isShown = faults.length > 0;
  // The tab says it too, for a reader who hears the title first or looks for the tab later.
  useEffect(() => {
    if (!isShown) return undefined;
    const title = document.title;
    const marked = `${labels.errorInTitle} ${title}`;
    document.title = marked;
    return () => {
      if (document.title === marked) document.title = title;
    };
  }, [isShown, labels.errorInTitle]);
  if (!isShown) return null;
  return (
    <div
      className="govuk-error-summary"
      ref={ref}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      // Without a script the browser itself brings the reader here.
      {...(isDocument && { autoFocus: true })}
    >
      <h2 className="govuk-error-summary__title" id="error-summary-title">
        {title ?? labels.errorSummaryTitle}
      </h2>
      <div className="govuk-error-summary__body">
        <ul className="govuk-list govuk-error-summary__list">
          {faults.map((fault) => (
            <li key={`${fault.fieldId ?? ''}${fault.text}`}>
              {fault.fieldId ? (
                <a
                  href={`#${fault.fieldId}`}
                  onClick={(event) => {
                    const field = document.getElementById(fault.fieldId ?? '');
                    if (!field) return;
                    event.preventDefault();
                    const label = field instanceof HTMLInputElement ? field.labels?.[0] : null;
                    (label ?? field).scrollIntoView?.();
                    field.focus({ preventScroll: true });
                  }}
                >
                  {withName(names.get(fault.fieldId) ?? '', fault.text)}
                </a>
              ) : fault.elsewhere ? (
                <a href={fault.elsewhere} target="_blank" rel="noreferrer">
                  {fault.text}
                </a>
              ) : (
                fault.text
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The shape of problem+json that a form can read; api/problem.ts throws it. */
export type ProblemLike = {
  readonly code: string;
  readonly errors?:
    | readonly {
        readonly pointer: string;
        readonly code: string;
        readonly details?: Readonly<Record<string, unknown>> | undefined;
      }[]
    | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
};

function isProblemLike(value: unknown): value is ProblemLike {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

export type FormOptions<Values extends Record<string, unknown>> = {
  readonly initial: Values;
  /** Plain words for a problem code (and the field it is about, if any). Usually `useProblemWords()`. */
  readonly words: (code: string, details?: Readonly<Record<string, unknown>>, field?: string) => string;
  /** Faults found before asking the server: field → code. */
  readonly check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  /** Where the server's pointer has another name than the field: "/addressLine1" → "address". */
  readonly fieldFor?: (pointer: string) => (keyof Values & string) | undefined;
  /** Put before each field's id, where two forms share a page. */
  readonly prefix?: string;
  /** What was typed is kept under this name until it is sent, so that going back and forward again loses nothing. */
  readonly keepAs?: string | undefined;
};

// In memory alone: nothing that a person typed stays on a device after the page is closed.
const keptValues = new Map<string, Record<string, unknown>>();

export type FormState<Values extends Record<string, unknown>> = {
  readonly values: Values;
  readonly busy: boolean;
  readonly faults: readonly FormFault[];
  /** Spread into a field: `<TextField label="…" {...form.field('email')} />`. */
  readonly field: <Name extends keyof Values & string>(
    name: Name,
  ) => {
    readonly id: string;
    readonly name: Name;
    readonly value: Values[Name];
    readonly onChange: (value: Values[Name]) => void;
    readonly error: string | undefined;
  };
  readonly set: (values: Partial<Values>) => void;
  readonly reset: (values?: Values) => void;
  /** Shows faults that did not come from sending: a Problem, or codes by field. */
  readonly fail: (cause: unknown) => void;
  /** Makes a submit handler: checks, sends, and turns a Problem into errors. Other errors are thrown on. */
  readonly onSubmit: (send: (values: Values) => Promise<unknown> | unknown) => (event?: FormEvent) => void;
  readonly summary: ReactNode;
};

/**
 * The state of one form. `initial` is read once. A fault stays until the form is sent again, so that the
 * summary and the fields never disagree while a person puts things right.
 */
export function useFormState<Values extends Record<string, unknown>>(options: FormOptions<Values>): FormState<Values> {
  const { initial, words, check, prefix = '', keepAs } = options;
  // A form that was sent without a script comes back with what was typed and what was wrong.
  const posted = useDocument()?.posted ?? null;
  // The name tells which form it was, so what is kept under it has the shape of this form's values.
  const [values, setValues] = useState(
    () => ({ ...initial, ...(keepAs ? keptValues.get(keepAs) : {}), ...posted?.values }) as Values,
  );
  const change = (some: Partial<Values>): void =>
    setValues((now) => {
      const next = { ...now, ...some };
      if (keepAs) keptValues.set(keepAs, next);
      return next;
    });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly problem: ProblemLike } | null>(
    posted?.problem ? { problem: posted.problem } : null,
  );
  const [unexpected, setUnexpected] = useState<unknown>(null);
  const sending = useRef(false);

  // A fault that was not foreseen belongs to the page's error screen, not to the form.
  if (unexpected) throw unexpected;

  const nameFor = (pointer: string): (keyof Values & string) | undefined => {
    const given = options.fieldFor?.(pointer);
    if (given !== undefined) return given;
    const whole = pointer.replace(/^\//, '').replaceAll('/', '.');
    const first = whole.split('.')[0] ?? '';
    return Object.hasOwn(initial, whole) ? whole : Object.hasOwn(initial, first) ? first : undefined;
  };

  const [faults, errorOf] = readFaults();
  function readFaults(): readonly [readonly FormFault[], ReadonlyMap<string, string>] {
    const list: FormFault[] = [];
    const byName = new Map<string, string>();
    if (failure) {
      const { problem } = failure;
      for (const each of problem.errors ?? []) {
        const name = nameFor(each.pointer);
        const details = each.details ?? problem.details;
        const text = words(each.code, details, name);
        const general = /^(field|date)\.[^@]*$/.test(each.code) && text === words(each.code, details);
        if (name !== undefined && byName.has(name)) continue;
        if (name !== undefined) byName.set(name, text);
        list.push({ fieldId: name === undefined ? undefined : prefix + name, text, general });
      }
      const isSignedOut = problem.code === 'session.required';
      if (list.length === 0) {
        list.push({
          text: words(problem.code, problem.details, isSignedOut ? 'form' : undefined),
          elsewhere: isSignedOut ? SIGN_IN : undefined,
        });
      }
    }
    return [list, byName];
  }

  const fail = useCallback((cause: unknown) => {
    if (isProblemLike(cause)) setFailure({ problem: cause });
    else setUnexpected(cause instanceof Error ? cause : new Error(String(cause)));
  }, []);

  const onSubmit = (send: (values: Values) => Promise<unknown> | unknown) => (event?: FormEvent) => {
    event?.preventDefault();
    if (sending.current) return;
    const found = Object.entries(check?.(values) ?? {}).filter(([, code]) => typeof code === 'string');
    if (found.length > 0) {
      const errors = found.map(([name, code]) => ({ pointer: `/${name}`, code: String(code) }));
      setFailure({ problem: { code: 'request.invalid', errors } });
      return;
    }
    sending.current = true;
    setBusy(true);
    setFailure(null);
    void Promise.resolve()
      .then(() => send(values))
      .then(() => keepAs && keptValues.delete(keepAs))
      .catch(fail)
      .finally(() => {
        sending.current = false;
        setBusy(false);
      });
  };

  return {
    values,
    busy,
    faults,
    field: (name) => ({
      id: prefix + name,
      name,
      value: values[name],
      onChange: (value) => change({ [name]: value } as unknown as Partial<Values>),
      error: errorOf.get(name),
    }),
    set: change,
    reset: (next) => {
      if (keepAs) keptValues.delete(keepAs);
      setValues(next ?? initial);
      setFailure(null);
    },
    fail,
    onSubmit,
    summary: failure ? <StableSummary key="summary" failure={failure} faults={faults} /> : null,
  };
}

/** Takes focus once for each failure, not at every keystroke that draws the form again. */
function StableSummary({
  failure,
  faults,
}: {
  readonly failure: object;
  readonly faults: readonly FormFault[];
}): ReactNode {
  const [kept, setKept] = useState({ failure, faults });
  if (kept.failure !== failure) setKept({ failure, faults });
  return <ErrorSummary faults={kept.failure === failure ? kept.faults : faults} />;
}

/** A form without the browser's own bubbles, which vanish and cannot be styled or read again. */
export function Form({
  onSubmit,
  children,
  label,
  action,
}: {
  readonly onSubmit: (event: FormEvent) => void;
  /** Where it is posted by itself, without a script; only for forms that the server takes so. */
  readonly action?: string;
  readonly children: ReactNode;
  readonly label?: string;
}): ReactNode {
  return (
    <form
      noValidate
      onSubmit={onSubmit}
      aria-label={label}
      className="sm-form"
      {...(action === undefined ? {} : { action, method: 'post' })}
    >
      {children}
    </form>
  );
}
