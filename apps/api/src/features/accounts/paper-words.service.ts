// A person is told when an account is made on paper for them or for somebody who helps them, and when a code for one is
// printed: a code opens the whole account, and the officer who prints it could use it.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import type { AppContext } from '../../platform/context.ts';
import { councilReach } from '../../platform/council-reach.repo.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { tell } from '../../ports/mail/letters.repo.ts';
import { paperAccountLetter, paperCodeLetter } from './account-mails.ts';
import { peopleBehind, wordAddressesOf } from './paper-codes.repo.ts';

/** An account that is opened with a code on paper. */
export interface PaperAccount {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
}

interface PaperWord {
  readonly what: 'made' | 'printed';
  readonly account: PaperAccount;
  /** The person for whom it was done; null where it was done for the account alone. */
  readonly personId: string | null;
}

/** Tells each person whose account it is or whom it may act for, and where there is none, the one whose name it bears. */
export async function tellOfPaper(
  tx: Tx,
  { clock }: Pick<AppContext, 'clock'>,
  { councilId }: Viewer,
  { what, account, personId }: PaperWord,
): Promise<void> {
  const ids = [
    ...new Set([...(personId === null ? [] : [personId]), ...(await peopleBehind(tx, councilId, account.id))]),
  ];
  const { name, signInName } = account;
  await recordMessages(
    tx,
    clock,
    councilId,
    ids.map((id) => ({
      personId: id,
      kind: what === 'made' ? ('account.handed-over' as const) : ('paper-code.printed' as const),
      details: { accountName: name, signInName },
    })),
  );
  const reach = await councilReach(tx, councilId, clock);
  const letterTo = what === 'made' ? paperAccountLetter : paperCodeLetter;
  const people = await wordAddressesOf(tx, councilId, ids, clock.today());
  const recipients = people.length > 0 ? people : [{ name, email: null, personId: null }];
  for (const to of recipients)
    await tell(tx, clock, councilId, to, letterTo({ to: to.name, accountName: name, signInName, reach }));
}
