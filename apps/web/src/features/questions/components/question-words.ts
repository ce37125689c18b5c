// What several pages say of a question in the same words: with whom it is, and who can read it.
import { useSession } from '../../../shell/session.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { QuestionHead } from '../api/questions.ts';

/** As the server takes it. */
export const LONGEST_WORDS = 2_000;

/** Whom the reader talks with: the organisation, or somebody of whom it may know no more than an area. */
export function useOtherSide(): (question: Pick<QuestionHead, 'side' | 'organisationName' | 'personName'>) => string {
  const say = useWords('questions');
  return ({ side, organisationName, personName }) => {
    if (side === 'person') return organisationName;
    if (personName === '') return say('somebody');
    return /^[A-Z]{1,2}[0-9][A-Z0-9]?$/.test(personName) ? say('someone', { area: personName }) : personName;
  };
}

export function useReadBy(): (of: {
  readonly side: 'person' | 'provider';
  readonly readers: readonly string[];
  readonly organisationName: string;
  /** Where it is not the reader. */
  readonly personName: string | undefined;
}) => string {
  const say = useWords('questions');
  const { session } = useSession();
  return ({ side, readers, organisationName: organisation, personName }) => {
    if (side === 'provider') return say('readByProvider', { organisation });
    const others = [...(personName ? [personName] : []), ...readers.filter((name) => name !== session.name)];
    return say('readBy', { names: [say('you'), ...others].join(', '), organisation });
  };
}
