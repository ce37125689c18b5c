// For whom somebody is looking, and with which money: the address says it, so that it stays from page to page.
import { ID_PATTERN } from '@support-market/domain/shared/ids';
import { useSession } from '../../../shell/session.tsx';
import { type PayingLine, usePayingLines } from '../api/list-paying-lines.ts';
import { lineIn } from './question.ts';

const ID = new RegExp(ID_PATTERN);

export type ForWhom = {
  /** Undefined for a stranger, and where none of several is chosen. */
  readonly personId: string | undefined;
  /** Whether the reader looks for themselves. */
  readonly own: boolean;
  /** Whether the reader acts for more than one, of whom none is chosen. */
  readonly several: boolean;
  /** The money that could pay; none where no one is chosen. */
  readonly lines: readonly PayingLine[];
  readonly lineId: string | undefined;
  /** By the name that its owner knows. */
  readonly lineName: string | undefined;
};

export function useForWhom(query: URLSearchParams): ForWhom {
  const { session, known } = useSession();
  const named = query.get('person');
  const asked = named !== null && ID.test(named) && session.signedIn ? named : undefined;
  const lines = usePayingLines(asked);
  const isStranger = known && !session.signedIn;
  // A link from somebody who pays with a line shows a stranger the public prices.
  const chosen = isStranger ? '' : lineIn(query);
  const ofLine = lines.find(({ lineId }) => lineId === chosen)?.personId;
  const people = new Set(lines.map(({ personId }) => personId));
  const selves = session.roles.flatMap(({ role, personId }) =>
    role === 'budget-holder' && personId ? [personId] : [],
  );
  const [only] = people.size === 0 && selves.length === 1 ? selves : people.size === 1 ? [...people] : [];
  const personId = asked ?? ofLine ?? only;
  // With one person's money to choose from, prices are shown for the line that pays most.
  const main = lines.find((line) => line.main && line.personId === personId)?.lineId;
  const lineId = (chosen ?? main) || undefined;
  return {
    personId,
    own: personId !== undefined && selves.includes(personId),
    several: personId === undefined && people.size > 1,
    // No one chooses among the money of everybody: first comes whose it is.
    lines: personId === undefined ? [] : lines,
    lineId,
    lineName: lines.find((line) => line.lineId === lineId)?.lineName,
  };
}
