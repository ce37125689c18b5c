// Signing out without a script: nothing on such a page knows who is signed in, so it says so and offers the way out.
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';

export function PlainSignOut(): ReactNode {
  const say = useWords();
  return (
    <form action="/sign-out" method="post">
      <p>{say('needsScript.perhaps')}</p>
      <Button type="submit" look="secondary" small>
        {say('signOut')}
      </Button>
    </form>
  );
}
