// One question before something that cannot be undone. The browser's own dialog keeps the focus and hears Escape. The way
// back comes first, so that it has the first focus: a second press of Enter must change nothing.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';

export type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** "Yes, cancel this visit". */
  readonly confirm: string;
  /** "No, keep it". */
  readonly cancel: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

export function Dialog(props: DialogProps): ReactNode {
  const { open, title, children, confirm, cancel, danger, busy = false, onConfirm, onCancel } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className="sm-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      <div className="sm-button-row">
        <Button look="secondary" onPress={onCancel}>
          {cancel}
        </Button>
        <Button look={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
