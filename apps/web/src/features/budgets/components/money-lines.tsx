// One bar for each line of money, with the sentence that says what the number means.
import { scopeOf } from '@support-market/domain/access/permissions';
import type { ReactNode } from 'react';
import { sayShortDate } from '../../../format/dates.ts';
import { formatPence } from '../../../format/money.ts';
import { paths } from '../../../paths.ts';
import { useSession } from '../../../shell/session.tsx';
import { LinkButton, TextLink } from '../../../ui/button.tsx';
import { MoneyBar } from '../../../ui/money.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { MoneyLine } from '../api/view-money.ts';

/** "£132" where it is whole pounds, as people say it; "£0.85" below a pound. */
function aboutPounds(pence: number): string {
  return pence >= 100 ? formatPence(pence).replace(/\.00$/, '') : formatPence(pence);
}

export function MoneyLines({
  personId,
  lines,
  own,
  selfFunded,
  headingLevel = 3,
}: {
  readonly personId: string;
  readonly lines: readonly MoneyLine[];
  /** The reader's own: only then may a sentence say "you". */
  readonly own: boolean;
  /** Their own money alone, which has no last day. */
  readonly selfFunded: boolean;
  readonly headingLevel?: 2 | 3;
}): ReactNode {
  const say = useWords('budgets');
  const { session, may } = useSession();
  const maySeeStatements = session.roles.some(({ role }) => scopeOf(role, 'statement.view') !== undefined);
  const sentence = (line: MoneyLine): string => {
    const date = sayShortDate(line.endsOn);
    if (line.daysLeft === 0) return say('ended', { date });
    if (selfFunded && line.awardedPence === 0) return say('ownEmpty');
    if (line.leftPence <= 0) return say('nothingLeft');
    if (selfFunded) return say('ownLeft');
    if (line.aboutPerWeekPence === null) return say('lastDays', { date });
    return say('perWeek', { amount: aboutPounds(line.aboutPerWeekPence), date });
  };
  return (
    <div className="sm-stack">
      {lines.map((line) => (
        <div key={line.id}>
          <MoneyBar
            label={line.name}
            headingLevel={headingLevel}
            spentPence={line.spentPence}
            spokenForPence={line.spokenForPence}
            leftPence={line.leftPence}
            note={
              line.holderName
                ? say('heldBy', { arrangement: line.arrangementName, holder: line.holderName })
                : line.arrangementName
            }
            sentence={
              <>
                {sentence(line)}
                {line.owedPence > 0 && <strong> {say(own ? 'owed' : 'owedOf', { owedPence: line.owedPence })}</strong>}
                {line.purse && (
                  <>
                    {' '}
                    {line.holderName
                      ? say('purse', { holder: line.holderName, leftPence: line.purse.leftPence })
                      : say('purseYou', { leftPence: line.purse.leftPence })}
                    {line.purse.over && line.purse.limitPence !== null && (
                      <strong> {say('purseOver', { limitPence: line.purse.limitPence })}</strong>
                    )}
                  </>
                )}
              </>
            }
          />
          <div className="sm-button-row">
            {maySeeStatements && (
              <TextLink href={paths.personStatement(personId, line.id)} about={say('about', { line: line.name })}>
                {say('statement')}
              </TextLink>
            )}
            {may('budget.change') && (
              <TextLink href={paths.changeLine(personId, line.id)} about={say('about', { line: line.name })}>
                {say('changeLine')}
              </TextLink>
            )}
            {line.mayPayByCard && (
              <LinkButton
                href={paths.newCardPayment(line.id)}
                look="secondary"
                small
                about={say('about', { line: line.name })}
              >
                {say('cardPayment')}
              </LinkButton>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
