// What a ledger account is in plain words; the ledger's own names are for programs.
import type { Stream } from '@support-market/domain/budgets/streams';
import type { AccountPurpose } from '@support-market/domain/ledger/accounts';
import { useWords } from '../../../words/use-words.ts';
import type { Thread } from '../api/follow-reference.ts';

/** Words for an account by its id, such as "payable:org_1"; null for what is no account of the ledger. */
export type AccountWords = (accountId: string) => string | null;

/** The line, the person and the provider of a thread are those whom its accounts are about. */
export function useAccountWords(
  thread: Pick<Thread, 'lineName' | 'personReference' | 'organisationName'>,
): AccountWords {
  const say = useWords('traces');
  const fundings: Readonly<Record<Stream, string>> = say('fundings', { returnObjects: true });
  return (accountId) => {
    const [purpose = '', about = ''] = accountId.split(':');
    const accounts: Readonly<Record<AccountPurpose, string>> = say('accounts', {
      returnObjects: true,
      funding: fundings[about as Stream] ?? about,
      line: thread.lineName,
      person: thread.personReference,
      provider: thread.organisationName ?? say('aProvider'),
    });
    return accounts[purpose as AccountPurpose] ?? null;
  };
}
