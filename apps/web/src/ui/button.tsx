// Buttons say what will happen: a verb and its object. A link that looks like a button still goes somewhere.
import type { MouseEventHandler, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { classes, useKit } from './kit.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'link';

export type ButtonProps = {
  /** A verb and its object: "Place both orders". */
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  readonly onPress?: MouseEventHandler<HTMLButtonElement>;
  /** Work is under way: the button keeps its place and its focus, and a second press does nothing. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly small?: boolean;
  /** More words for screen readers where several buttons read the same: "the visit on Tuesday". */
  readonly about?: string;
  readonly name?: string;
  readonly value?: string;
  readonly expanded?: boolean;
  readonly controls?: string;
  /** Not there until a script shows it (rendering/public.ts). */
  readonly hidden?: boolean;
  /** What that script writes on it. */
  readonly words?: { readonly show: string; readonly hide: string };
  /** The id of the form that it sends, where it stands outside of it. */
  readonly form?: string;
};

function look(props: {
  look?: ButtonLook | undefined;
  wide?: boolean | undefined;
  small?: boolean | undefined;
}): string {
  return classes(
    'sm-button',
    props.look && props.look !== 'primary' && `sm-button--${props.look}`,
    props.wide && 'sm-button--wide',
    props.small && 'sm-button--small',
  );
}

export function Button(props: ButtonProps): ReactNode {
  const { children, icon, type = 'button', onPress, busy = false, about, name, value, expanded, controls } = props;
  return (
    <button
      type={type}
      className={look(props)}
      name={name}
      value={value}
      form={props.form}
      hidden={props.hidden}
      {...(props.hidden && { 'data-show': props.words?.show, 'data-hide': props.words?.hide })}
      aria-disabled={busy || undefined}
      aria-expanded={expanded}
      aria-controls={controls}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {about && <span className="govuk-visually-hidden"> {about}</span>}
      </span>
    </button>
  );
}

export type LinkButtonProps = {
  readonly children: ReactNode;
  readonly href: string;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly small?: boolean;
  readonly about?: string;
};

export function LinkButton(props: LinkButtonProps): ReactNode {
  const { Link } = useKit();
  const { children, href, icon, about } = props;
  return (
    <Link href={href} className={look(props)}>
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {about && <span className="govuk-visually-hidden"> {about}</span>}
      </span>
    </Link>
  );
}

export function ButtonRow({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="sm-button-row">{children}</div>;
}

export function TextLink({
  href,
  children,
  current,
  about,
}: {
  readonly href: string;
  readonly children: ReactNode;
  readonly current?: boolean;
  readonly about?: string;
}): ReactNode {
  const { Link } = useKit();
  return (
    <Link href={href} className="govuk-link" aria-current={current ? 'page' : undefined}>
      {children}
      {about && <span className="govuk-visually-hidden"> {about}</span>}
    </Link>
  );
}

export function PrintButton({ children }: { readonly children?: ReactNode }): ReactNode {
  const { labels } = useKit();
  return (
    <Button look="secondary" icon="print" onPress={() => window.print()}>
      {children ?? labels.print}
    </Button>
  );
}
