// What a ledger account is in plain words; the ledger's own names are for programs.
import type { AccountPurpose } from '@support-market/domain/ledger/accounts';
import { useWords } from '../../../words/use-words.ts';
import type { Thread } from '../api/follow-reference.ts';

/** Words for an account by its id, such as "payable:fun_1:org_1"; null for what is no account of the ledger. */
export type AccountWords = (accountId: string) => string | null;

/** The line, its funder, the person and the provider of a thread are those whom its accounts are about. */
export function useAccountWords(
  thread: Pick<Thread, 'lineName' | 'funderName' | 'personReference' | 'organisationName'>,
): AccountWords {
  const say = useWords('traces');
  return (accountId) => {
    const [purpose = ''] = accountId.split(':');
    const accounts: Readonly<Record<AccountPurpose, string>> = say('accounts', {
      returnObjects: true,
      funder: thread.funderName,
      line: thread.lineName,
      person: thread.personReference,
      provider: thread.organisationName ?? say('aProvider'),
    });
    return accounts[purpose as AccountPurpose] ?? null;
  };
}
