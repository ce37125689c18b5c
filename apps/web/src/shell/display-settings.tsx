// The panel in which a reader chooses colours and the size of the text.
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Radios } from '../ui/choice-field.tsx';
import { useWords } from '../words/use-words.ts';
import { applyDisplay, readDisplay, TEXTS, THEMES } from './display.ts';

export function DisplaySettings({ onDone }: { readonly onDone: () => void }): ReactNode {
  const say = useWords();
  const [display, setDisplay] = useState(readDisplay);
  useEffect(() => applyDisplay(display), [display]);
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
