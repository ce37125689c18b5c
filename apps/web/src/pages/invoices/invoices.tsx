// Invoices that wait to be paid by the holder of the money, and every invoice for finance.
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type InvoiceState, useBill, useInvoices } from '../../features/invoices/api/invoices.ts';
import { InvoicesTable } from '../../features/invoices/components/invoices-table.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Loading, SubNav } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

const STATES = ['approved', 'held', 'paying', 'paid', 'closed'] as const satisfies readonly InvoiceState[];

function Billing(): ReactNode {
  const say = useWords('invoices');
  const bill = useBill();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState<Awaited<ReturnType<typeof bill>> | null>(null);
  if (failure) throw failure;
  const start = () => {
    setBusy(true);
    bill()
      .then(setDone, setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {done && (
        <Notice kind="success" live>
          <p>{done.invoices === 0 ? say('bill.nothing') : say('bill.done', { count: done.invoices, ...done })}</p>
        </Notice>
      )}
      <p>
        <Button look="secondary" onPress={start} busy={busy}>
          {say('bill.button')}
        </Button>
      </p>
    </>
  );
}

function Shown(): ReactNode {
  const say = useWords('invoices');
  const { may, scopes } = useSession();
  const desk = scopes('invoice.view').has('council');
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const state = STATES.find((one) => one === query.get('state')) ?? (desk ? 'approved' : undefined);
  const toPay = !desk && state === undefined;
  const { data, error } = useInvoices({ cursor, ...(toPay ? { toPay } : { state }) });
  if (error) throw error;
  const address = (values: Record<string, string>) => `${paths.invoices()}?${new URLSearchParams(values).toString()}`;
  const now: Record<string, string> = state === undefined ? {} : { state };
  return (
    <Frame title={say(desk ? 'all.title' : 'toPay.title')} lead={say(desk ? 'all.lead' : 'toPay.lead')} width="wide">
      {may('invoice.bill') && <Billing />}
      <SubNav
        label={say('filter')}
        items={
          desk
            ? STATES.map((one) => ({
                href: address({ state: one }),
                label: say(`states.${one}`),
                current: state === one,
              }))
            : [
                { href: paths.invoices(), label: say('toPay.tab'), current: toPay },
                { href: address({ state: 'paid' }), label: say('states.paid'), current: state === 'paid' },
              ]
        }
      />
      {!data && <Loading />}
      {data && data.items.length === 0 && (
        <EmptyState title={say(toPay ? 'toPay.empty' : 'empty')}>{toPay && <p>{say('toPay.emptyText')}</p>}</EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <InvoicesTable invoices={data.items} side={desk ? 'finance' : 'payer'} caption={say('all.title')} />
          <Pagination
            firstHref={cursor ? address(now) : undefined}
            nextHref={data.nextCursor ? address({ ...now, cursor: data.nextCursor }) : undefined}
          />
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="invoice.view">
      <Shown />
    </SignedIn>
  );
}
