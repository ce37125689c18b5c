// What was checked about an organisation, each with its date; in one line for a result, as proofs for a page.
import type { TrustMarkKind } from '@support-market/domain/listings/trust-marks';
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { Icon } from '../../../ui/icon.tsx';
import { TrustMark, TrustMarks } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';

export type Mark = {
  readonly kind: TrustMarkKind;
  readonly detail: string | null;
  readonly date: string | null;
};

/** What a mark's date is of, where it is not the day of a check. */
const DATED: Readonly<Partial<Record<TrustMarkKind, 'mark.until' | 'mark.on'>>> = {
  insured: 'mark.until',
  'says-insured': 'mark.until',
  'says-dbs': 'mark.on',
  'insurance-ended': 'mark.on',
};

export function useMarkWords() {
  const say = useWords('listings');
  return {
    what: (mark: Mark): string => {
      if (mark.kind === 'regulated') {
        return mark.detail ? say('mark.rated', { rating: mark.detail }) : say('mark.regulated');
      }
      if (mark.kind === 'charity') return say('mark.charity', { number: mark.detail ?? '' });
      return say(`mark.${mark.kind}`);
    },
    when: (mark: Mark): string | null => {
      if (mark.date === null) return null;
      return say(DATED[mark.kind] ?? 'mark.checked', { date: sayDate(mark.date) });
    },
  };
}

/** The two that matter most, in a line. */
export function MarksInShort({ marks }: { readonly marks: readonly Mark[] }): ReactNode {
  const { what, when } = useMarkWords();
  const shown = marks.slice(0, 2);
  if (shown.length === 0) return null;
  return (
    <ul className="sm-plain-list sm-listing__marks">
      {shown.map((mark) => (
        <li key={mark.kind} className="sm-with-icon">
          <Icon name="badge" size={20} />
          <span>
            {what(mark)}
            {when(mark) && <span className="sm-soft">. {when(mark)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Marks({ marks, stale }: { readonly marks: readonly Mark[]; readonly stale?: boolean }): ReactNode {
  const { what, when } = useMarkWords();
  const say = useWords('listings');
  if (marks.length === 0) return <p>{say('mark.none')}</p>;
  return (
    <TrustMarks>
      {marks.map((mark) => (
        <TrustMark
          key={mark.kind}
          checked={when(mark)}
          stale={mark.kind === 'insurance-ended' || Boolean(stale && mark.kind === 'confirmed')}
        >
          {what(mark)}
        </TrustMark>
      ))}
    </TrustMarks>
  );
}
