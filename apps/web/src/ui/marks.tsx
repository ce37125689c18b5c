// Small signs that carry words: a state, a proof with its date, whose money it is.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { classes } from './kit.tsx';

export type TagTone = 'plain' | 'go' | 'look' | 'harm' | 'quiet';

/** A state in words; the colour only repeats it. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: TagTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <strong className={classes('sm-tag', `sm-tag--${tone}`)}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </strong>
  );
}

/** A proof with the date it was last checked; a stale one says so in its words. */
export function TrustMark({
  children,
  checked,
  stale,
}: {
  /** "Rated Good by the Care Quality Commission". */
  readonly children: ReactNode;
  /** "Checked 3 November 2026". */
  readonly checked?: ReactNode;
  readonly stale?: boolean;
}): ReactNode {
  return (
    <div className={classes('sm-trust', stale && 'sm-trust--stale')}>
      <Icon name={stale ? 'alert' : 'badge'} size={26} />
      <div>
        <p className="sm-trust__what">{children}</p>
        {checked && <p className="sm-trust__when">{checked}</p>}
      </div>
    </div>
  );
}

export function TrustMarks({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="sm-trusts">{children}</div>;
}
