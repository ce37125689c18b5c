// Said without scripts before somebody signs in, makes an account or lists what they do: what works there and what does not.
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { TextLink } from '../ui/button.tsx';
import { WithoutScripts } from '../ui/without-scripts.tsx';
import { useWords } from '../words/use-words.ts';

export function AccountNeedsScripts({ toList = false }: { readonly toList?: boolean }): ReactNode {
  const say = useWords();
  return (
    <WithoutScripts>
      <p>
        {say(toList ? 'needsScript.store' : 'needsScript.account')}{' '}
        <TextLink href={paths.contact()}>{say('footer.contact')}</TextLink>
      </p>
    </WithoutScripts>
  );
}
