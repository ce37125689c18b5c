// One invoice: what it is for, line by line, how it stands, its papers, and paying it where it is the reader's to pay.

import { type ReactNode, useRef, useState } from 'react';
import { useParams } from 'react-router';
import {
  type Invoice,
  invoicePaper,
  newPaymentKey,
  remittancePaper,
  useInvoice,
  useSettleInvoice,
} from '../../features/invoices/api/invoices.ts';
import { InvoiceStateTag } from '../../features/invoices/components/invoice-words.tsx';
import { sayDate, sayDateOf, sayMinutes, sayPeriod, sayShortDate } from '../../format/dates.ts';
import { formatPence } from '../../format/money.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Exact } from '../../ui/exact.tsx';
import { useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

/** The one who pays an invoice says that it is paid, or that what a credit note takes back is there again. */
function Paying({ invoice, onDone }: { readonly invoice: Invoice; readonly onDone: () => void }): ReactNode {
  const say = useWords('invoices');
  const settle = useSettleInvoice(invoice.id);
  const key = useRef(newPaymentKey());
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const own = invoice.payerKind === 'holder' && invoice.payerOrganisationId === invoice.organisationId;
  const back = invoice.totalPence < 0;
  const part = back ? 'payBack' : 'pay';
  const words = { name: invoice.organisationName, totalPence: Math.abs(invoice.totalPence) };
  const title = say(own ? `${part}.drawTitle` : `${part}.title`);
  if (!back && !invoice.canPayNow) {
    return (
      <Section title={title}>
        <p className="sm-measure">{say('pay.notYet')}</p>
      </Section>
    );
  }
  return (
    <Section title={title}>
      {form.summary}
      <p className="sm-measure">{say(own ? `${part}.drawText` : `${part}.text`, words)}</p>
      <Button onPress={() => form.onSubmit(() => settle(key.current).then(onDone))()} busy={form.busy}>
        {say(own ? `${part}.draw` : `${part}.button`, words)}
      </Button>
    </Section>
  );
}

function standing(invoice: Invoice, say: ReturnType<typeof useWords<'invoices'>>): string {
  const { paidOn, paidAt, runReference, settledHow } = invoice;
  const isCredit = invoice.kind === 'credit-note';
  if (invoice.state === 'paid' && settledHow) {
    if (isCredit) return say('how.creditBack', { date: paidOn ? sayDate(paidOn) : '' });
    return say(`how.${settledHow as 'drawn-down'}`, { date: paidOn ? sayDate(paidOn) : '' });
  }
  if (invoice.state === 'paid')
    return say('how.run', { run: runReference ?? '', date: paidAt ? sayDateOf(paidAt) : '' });
  if (invoice.state === 'paying') return say('how.paying', { run: runReference ?? '' });
  if (invoice.state === 'held') return say('how.held');
  if (invoice.state === 'closed' && (isCredit || invoice.creditNotes.length > 0)) return say('how.credited');
  if (invoice.totalPence === 0) return say('how.nothing');
  if (isCredit && invoice.payerKind !== 'funder') return say('how.creditOwed', { name: invoice.organisationName });
  if (isCredit) return say('how.creditWaits');
  return say('how.waiting', { date: sayDate(invoice.dueDate) });
}

const mayBeCredited = ({ kind, state }: Invoice): boolean =>
  kind === 'invoice' && (state === 'approved' || state === 'paid');

function Facts({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const say = useWords('invoices');
  const { may, scopes } = useSession();
  const desk = scopes('invoice.view').has('council');
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'from',
            label: say('from'),
            value: (
              <>
                {invoice.organisationName}
                {invoice.organisationEmail && (
                  <span className="sm-under">
                    <a className="sm-break" href={`mailto:${invoice.organisationEmail}`}>
                      <Exact>{invoice.organisationEmail}</Exact>
                    </a>
                  </span>
                )}
                {invoice.organisationTelephone && (
                  <span className="sm-under">
                    <Exact>{invoice.organisationTelephone}</Exact>
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'payer',
            label: say('payer'),
            value: say(`payerKinds.${invoice.payerKind}`, { name: invoice.payerName }),
          },
          { key: 'period', label: say('period'), value: sayPeriod(invoice.periodStart, invoice.periodEnd) },
          { key: 'made', label: say('made'), value: sayDate(invoice.issueDate) },
          ...(invoice.creditsInvoiceId
            ? [
                {
                  key: 'credits',
                  label: say('credit.takesBackFrom'),
                  value: <TextLink href={paths.invoice(invoice.creditsInvoiceId)}>{invoice.creditsNumber}</TextLink>,
                },
                { key: 'reason', label: say('credit.why'), value: invoice.reason },
              ]
            : []),
          ...invoice.creditNotes.map((note) => ({
            key: note.id,
            label: say('credit.note'),
            value: (
              <>
                <TextLink href={paths.invoice(note.id)}>{note.number}</TextLink>: <Money pence={note.totalPence} />
              </>
            ),
          })),
          {
            key: 'state',
            label: say('state'),
            value: (
              <>
                <InvoiceStateTag invoice={invoice} /> <span>{standing(invoice, say)}</span>
              </>
            ),
          },
          ...(desk && invoice.runId
            ? [
                {
                  key: 'run',
                  label: say('run'),
                  value: <TextLink href={paths.paymentRun(invoice.runId)}>{invoice.runReference}</TextLink>,
                },
              ]
            : []),
          ...(desk && invoice.exceptionId
            ? [
                {
                  key: 'exception',
                  label: say('waitsFor'),
                  value: <TextLink href={paths.financeException(invoice.exceptionId)}>{say('settleIt')}</TextLink>,
                },
              ]
            : []),
        ]}
      />
      {invoice.state !== 'held' && (
        <ButtonRow>
          <a className="sm-button sm-button--secondary" href={invoicePaper(invoice.id, 'pdf')}>
            {say('papers.pdf')}
          </a>
          <a className="sm-button sm-button--secondary" href={invoicePaper(invoice.id, 'xml')} download>
            {say('papers.xml')}
          </a>
          {may('invoice.credit') && mayBeCredited(invoice) && (
            <TextLink href={paths.creditInvoice(invoice.id)}>{say('credit.open')}</TextLink>
          )}
          {invoice.remittanceId && !invoice.mine && (
            <a className="sm-button sm-button--secondary" href={remittancePaper(invoice.remittanceId)}>
              {say('papers.remittance')}
            </a>
          )}
        </ButtonRow>
      )}
    </>
  );
}

function Lines({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const say = useWords('invoices');
  return (
    <Section title={say(invoice.kind === 'credit-note' ? 'credit.lines' : 'lines.title')}>
      <DataTable<Invoice['lines'][number]>
        caption={say('lines.title')}
        captionHidden
        rows={invoice.lines}
        rowKey={({ id }) => id}
        columns={[
          { key: 'date', heading: say('lines.date'), cell: (line) => sayShortDate(line.serviceDate) },
          {
            key: 'what',
            heading: say('lines.what'),
            rowHeading: true,
            cell: (line) => (
              <>
                {line.description}, {line.personName}
                {line.isPart && <span className="sm-small"> {say('lines.part')}</span>}
                {line.adjustmentPence !== 0 && (
                  <span className="sm-small">
                    {' '}
                    {say(line.adjustmentReason === 'billed-again' ? 'lines.billedAgain' : 'lines.settled', {
                      differencePence: line.adjustmentPence,
                    })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'much',
            heading: say('lines.much'),
            cell: (line) => (line.minutes === null ? String(line.quantity) : sayMinutes(line.minutes)),
          },
          { key: 'order', heading: say('lines.order'), cell: (line) => line.orderReference },
          { key: 'sum', heading: say('lines.sum'), number: true, cell: (line) => <Money pence={line.grossPence} /> },
        ]}
        foot={[
          {
            key: 'vat',
            cell:
              invoice.vatPence === 0
                ? say('lines.noVat')
                : say(invoice.roundingPence === 0 ? 'lines.vat' : 'lines.vatRounded', {
                    netPence: invoice.netPence,
                    vatPence: invoice.vatPence,
                    roundingPence: invoice.roundingPence,
                  }),
            span: 3,
          },
          { key: 'word', cell: <strong>{say('total')}</strong> },
          { key: 'total', cell: <Money pence={invoice.totalPence} strong />, number: true },
        ]}
      />
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('invoices');
  const { may, scopes } = useSession();
  const { id = '' } = useParams();
  const { data: invoice, error } = useInvoice(id);
  const [done, setDone] = useState(false);
  if (error) throw error;
  const isCredit = invoice?.kind === 'credit-note';
  const back =
    scopes('invoice.view').has('council') || may('invoice.pay') ? paths.invoices() : paths.providerInvoices();
  return (
    <Frame
      title={invoice ? say(isCredit ? 'credit.title' : 'one.title', { number: invoice.number }) : say('number')}
      lead={
        invoice &&
        say(isCredit ? 'credit.lead' : 'one.lead', {
          total: formatPence(Math.abs(invoice.totalPence)),
          name: invoice.organisationName,
        })
      }
      width="wide"
      above={<BackLink href={back}>{say('back')}</BackLink>}
    >
      {!invoice && <Loading />}
      {invoice?.state === 'held' && (
        <Notice kind="warn">
          <p>{say('heldText')}</p>
        </Notice>
      )}
      {invoice?.mine && invoice.state === 'approved' && invoice.totalPence !== 0 && (
        <Paying invoice={invoice} onDone={() => setDone(true)} />
      )}
      {done && (
        <Notice kind="success" live>
          <p>{say(isCredit ? 'payBack.done' : 'pay.done')}</p>
        </Notice>
      )}
      {invoice && <Facts invoice={invoice} />}
      {invoice && <Lines invoice={invoice} />}
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
