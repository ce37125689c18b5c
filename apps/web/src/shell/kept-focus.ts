// A press may take away the very button that was pressed; a reader with a keyboard should not start again at the top.

/**
 * Watches a page while it is shown: when what had the focus is gone, the focus goes to the answer (a notice that is said
 * aloud), or else to the heading. Focus that a person or the page has already moved stays. Answers how to stop.
 */
export function keepFocus(page: HTMLElement): () => void {
  let held: Element | null = null;
  const remember = ({ target }: FocusEvent): void => {
    held = target instanceof Element ? target : null;
  };
  // A press with a mouse beside everything gives the focus up.
  const forget = (): void => {
    held = null;
  };
  const observer = new MutationObserver(() => {
    if (held === null || held.isConnected || document.activeElement !== document.body) return;
    held = null;
    const answer = page.querySelector<HTMLElement>('.sm-notice[role="status"]') ?? page.querySelector('h1');
    answer?.focus();
  });
  page.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  observer.observe(page, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
    observer.disconnect();
  };
}
