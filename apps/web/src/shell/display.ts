// The reader's own choice of colours and text size: kept on the device, and put on the page by assets/display.js
// before anything is drawn. No React here, because public pages have none.

const STORE = 'display';
export const THEMES = ['device', 'light', 'dark', 'contrast'] as const;
export const TEXTS = ['normal', 'large', 'largest'] as const;

export type Display = { readonly theme: (typeof THEMES)[number]; readonly text: (typeof TEXTS)[number] };

function oneOf<Value extends string>(list: readonly Value[], value: unknown): Value | undefined {
  return list.find((each) => each === value);
}

/** What a choice means, from what was kept or picked; the device's own where it means nothing. */
export function asDisplay(theme: unknown, text: unknown): Display {
  return { theme: oneOf(THEMES, theme) ?? 'device', text: oneOf(TEXTS, text) ?? 'normal' };
}

export function readDisplay(): Display {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    const from = typeof saved === 'object' && saved !== null ? saved : {};
    return asDisplay('theme' in from ? from.theme : null, 'text' in from ? from.text : null);
  } catch {
    return asDisplay(null, null);
  }
}

/** Puts the choice on the page and keeps it. */
export function applyDisplay(display: Display): void {
  const { dataset } = document.documentElement;
  if (display.theme === 'device') delete dataset['theme'];
  else dataset['theme'] = display.theme;
  if (display.text === 'normal') delete dataset['text'];
  else dataset['text'] = display.text;
  try {
    localStorage.setItem(STORE, JSON.stringify(display));
  } catch {
    // Storage may be switched off; the choice then lasts until the page is closed.
  }
}
