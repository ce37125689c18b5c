// Messages that stay on the page where they belong: said aloud when they appear, never flying in and away.
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { classes } from './kit.tsx';

export type NoticeKind = 'info' | 'success' | 'warn' | 'harm';

const ICON_OF = { info: 'info', success: 'done', warn: 'alert', harm: 'warning' } as const;

export type NoticeProps = {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Appeared because of what the person just did: read out politely. */
  readonly live?: boolean;
  readonly actions?: ReactNode;
};

export function Notice({ kind = 'info', title, children, live, actions }: NoticeProps): ReactNode {
  return (
    <div className={classes('sm-notice', `sm-notice--${kind}`)} {...(live && { role: 'status', tabIndex: -1 })}>
      <Icon name={ICON_OF[kind]} size={26} />
      <div className="sm-notice__body">
        {title && <p className="sm-notice__title">{title}</p>}
        {children}
        {actions && <div className="sm-button-row">{actions}</div>}
      </div>
    </div>
  );
}

/** A strip across the whole page: what this place is, or what is wrong everywhere. */
export function Banner({
  kind = 'info',
  children,
}: {
  readonly kind?: NoticeKind;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={classes('sm-banner', `sm-banner--${kind}`)}>
      <div className="sm-container sm-with-icon">
        <Icon name={ICON_OF[kind]} />
        <div>{children}</div>
      </div>
    </div>
  );
}
