// The three things that say where somebody is paid, typed as they stand on a bank card or letter.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import type { AccountDetails } from '../api/payee-accounts.ts';

const digits = (text: string): string => text.replace(/[\s-]/g, '');

export function AccountForm({
  button,
  onSend,
}: {
  readonly button: string;
  readonly onSend: (details: AccountDetails) => Promise<unknown>;
}): ReactNode {
  const say = useWords('payee-accounts');
  const form = useFormState({
    initial: { accountName: '', sortCode: '', accountNumber: '' },
    words: useProblemWords(),
    check: ({ accountName, sortCode, accountNumber }) => ({
      ...(isBlank(accountName) && { accountName: 'field.required' }),
      ...(!/^\d{6}$/.test(digits(sortCode)) && { sortCode: 'field.sort_code' }),
      ...(!/^\d{8}$/.test(digits(accountNumber)) && { accountNumber: 'field.account_number' }),
    }),
    fieldFor: (pointer) =>
      (({ '/accountNumber': 'accountNumber', '/sortCode': 'sortCode', '/accountName': 'accountName' }) as const)[
        pointer as '/sortCode'
      ],
  });
  return (
    <>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(({ accountName, sortCode, accountNumber }) =>
          onSend({
            accountName: accountName.trim(),
            sortCode: digits(sortCode),
            accountNumber: digits(accountNumber),
          }),
        )}
      >
        <TextField label={say('form.name')} width={30} {...form.field('accountName')} />
        <TextField
          label={say('form.sortCode')}
          hint={say('form.sortCodeHint')}
          inputMode="numeric"
          autoComplete="off"
          width={5}
          {...form.field('sortCode')}
        />
        <TextField
          label={say('form.number')}
          hint={say('form.numberHint')}
          inputMode="numeric"
          autoComplete="off"
          width={10}
          {...form.field('accountNumber')}
        />
        <Button type="submit" busy={form.busy}>
          {button}
        </Button>
      </Form>
    </>
  );
}
