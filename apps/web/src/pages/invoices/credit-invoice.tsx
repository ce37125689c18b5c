// A finance officer takes an invoice back, whole or in part, and says why; the visits can be billed again at the right price.

import { parsePounds } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Invoice, newPaymentKey, useCreditInvoice, useInvoice } from '../../features/invoices/api/invoices.ts';
import { sayShortDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { MoneyField, TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const WAYS = ['again', 'all', 'part'] as const;
type Way = (typeof WAYS)[number];

const inPounds = (amount: number): string => (amount / 100).toFixed(2);

function Crediting({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const say = useWords('invoices');
  const go = useNavigate();
  const credit = useCreditInvoice(invoice.id);
  const key = useRef(newPaymentKey());
  const lines = invoice.lines.filter(({ remainingPence }) => remainingPence > 0);
  const ways = invoice.payerKind === 'funder' || invoice.state === 'paid' ? WAYS : WAYS.filter((way) => way !== 'part');
  const initial: Record<string, string> = {
    way: 'again',
    reason: '',
    ...Object.fromEntries(lines.map(({ id, remainingPence }) => [id, inPounds(remainingPence)])),
  };
  const form = useFormState({
    initial,
    words: useProblemWords(),
    check: (values) => ({
      ...(isBlank(values['reason'] ?? '') && { reason: 'field.required@why' }),
      ...(values['way'] === 'all'
        ? {}
        : Object.fromEntries(
            lines.flatMap(({ id }) => {
              const read = parsePounds(values[id] ?? '');
              return read.ok ? [] : [[id, read.code]];
            }),
          )),
    }),
  });
  const way = (form.values['way'] ?? 'again') as Way;
  const rightOf = (line: Invoice['lines'][number]): number => {
    if (way === 'all') return 0;
    const read = parsePounds(form.values[line.id] ?? '');
    return read.ok ? Number(read.value) : line.remainingPence;
  };
  return (
    <>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async (values) => {
          const changed = lines
            .map((line) => ({ id: line.id, rightPence: rightOf(line), before: line.remainingPence }))
            .filter(({ rightPence, before }) => rightPence !== before);
          const made = await credit(key.current, {
            reason: (values['reason'] ?? '').trim(),
            billAgain: way === 'again',
            lines: changed.map(({ id, rightPence }) => ({ id, rightPence })),
          });
          go(paths.invoice(made.id));
        })}
      >
        <Radios
          label={say('credit.how')}
          {...form.field('way')}
          choices={ways.map((one) => ({
            value: one,
            label: say(`credit.ways.${one}`),
            hint: say(`credit.wayHints.${one}`),
          }))}
        />
        {way !== 'all' && (
          <Section title={say('credit.right')}>
            {lines.map((line) => (
              <MoneyField
                key={line.id}
                label={say('credit.rightOne', {
                  date: sayShortDate(line.serviceDate),
                  what: `${line.description}, ${line.personName}`,
                })}
                hint={say('credit.rightHint', { sumPence: line.remainingPence })}
                width={10}
                {...form.field(line.id)}
              />
            ))}
          </Section>
        )}
        <TextArea
          label={say('credit.reason')}
          hint={say('credit.reasonHint')}
          maxLength={500}
          {...form.field('reason')}
        />
        <Button type="submit" busy={form.busy}>
          {say('credit.button')}
        </Button>
      </Form>
    </>
  );
}

function Shown(): ReactNode {
  const say = useWords('invoices');
  const { id = '' } = useParams();
  const { data: invoice, error } = useInvoice(id);
  if (error) throw error;
  return (
    <Frame
      title={invoice ? say('credit.pageTitle', { number: invoice.number }) : say('number')}
      lead={say('credit.pageLead')}
      above={<BackLink href={paths.invoice(id)}>{invoice?.number ?? say('back')}</BackLink>}
    >
      {!invoice && <Loading />}
      {invoice?.state === 'paid' && (
        <p className="sm-measure">
          {invoice.payerKind === 'funder'
            ? say('credit.paidHint')
            : say('credit.paidByThemHint', { payer: invoice.payerName })}
        </p>
      )}
      {invoice && <Crediting key={invoice.id} invoice={invoice} />}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="invoice.credit">
      <Shown />
    </SignedIn>
  );
}
