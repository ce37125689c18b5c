// The reader's own choice of colours and text size: kept on the device, and put on the page by assets/display-1.js
// before anything is drawn.
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Radios } from '../ui/choice-field.tsx';
import { useWords } from '../words/use-words.ts';

const STORE = 'display';
const THEMES = ['device', 'light', 'dark', 'contrast'] as const;
const TEXTS = ['normal', 'large', 'largest'] as const;

export type Display = { readonly theme: (typeof THEMES)[number]; readonly text: (typeof TEXTS)[number] };

function oneOf<Value extends string>(list: readonly Value[], value: unknown): Value | undefined {
  return list.find((each) => each === value);
}

export function readDisplay(): Display {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    const from = typeof saved === 'object' && saved !== null ? saved : {};
    return {
      theme: oneOf(THEMES, 'theme' in from ? from.theme : null) ?? 'device',
      text: oneOf(TEXTS, 'text' in from ? from.text : null) ?? 'normal',
    };
  } catch {
    return { theme: 'device', text: 'normal' };
  }
}

export function applyDisplay(display: Display): void {
  const { dataset } = document.documentElement;
  if (display.theme === 'device') delete dataset['theme'];
  else dataset['theme'] = display.theme;
  if (display.text === 'normal') delete dataset['text'];
  else dataset['text'] = display.text;
}

export function DisplaySettings({ onDone }: { readonly onDone: () => void }): ReactNode {
  const say = useWords();
  const [display, setDisplay] = useState(readDisplay);
  useEffect(() => {
    applyDisplay(display);
    try {
      localStorage.setItem(STORE, JSON.stringify(display));
    } catch {
      // Storage may be switched off; the choice then lasts until the page is closed.
    }
  }, [display]);
  return (
    <div className="sm-display">
      <div className="sm-display__choices">
        <Radios
          id="display-theme"
          label={say('displaySettings.theme')}
          value={display.theme}
          onChange={(theme) => setDisplay({ ...display, theme })}
          choices={THEMES.map((theme) => ({ value: theme, label: say(`displaySettings.${theme}`) }))}
        />
        <Radios
          id="display-text"
          label={say('displaySettings.text')}
          value={display.text}
          onChange={(text) => setDisplay({ ...display, text })}
          choices={TEXTS.map((text) => ({ value: text, label: say(`displaySettings.${text}`) }))}
        />
      </div>
      <p className="sm-soft">{say('displaySettings.saved')}</p>
      <Button look="secondary" onPress={onDone}>
        {say('displaySettings.done')}
      </Button>
    </div>
  );
}
