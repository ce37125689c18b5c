// The seven steps from knowing the money to looking back at how it worked: where I am, in words and in a picture.
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { classes, useKit } from './kit.tsx';

export type StepState = 'done' | 'now' | 'later';

export type Step = {
  readonly key: string;
  readonly title: ReactNode;
  readonly picture?: ReactNode;
  readonly text?: ReactNode;
  /** Absent where the steps only explain. */
  readonly state?: StepState;
  readonly href?: string;
};

export function Steps({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }): ReactNode {
  const { labels, Link } = useKit();
  const said = { done: labels.stepDone, now: labels.stepNow, later: labels.stepLater };
  return (
    <ol className="sm-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={classes('sm-step', step.state && `sm-step--${step.state}`)}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="sm-step__mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          {step.picture && <span className="sm-step__picture">{step.picture}</span>}
          <div className="sm-step__body">
            <p className="sm-step__title">{step.href ? <Link href={step.href}>{step.title}</Link> : step.title}</p>
            {step.state && <p className="sm-step__state">{said[step.state]}</p>}
            {step.text && <p className="sm-step__text">{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
