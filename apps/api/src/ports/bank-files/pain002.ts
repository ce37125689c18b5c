// Reads and writes a bank's answer to a payment file (ISO 20022 pain.002 payment status report). The writer serves the
// bank sandbox; the reader trusts nothing, since the file comes by hand or by mail.

import type {
  BankBatchStatus,
  BankReason,
  BankResult,
  BankTransactionStatus,
} from '@support-market/domain/payments/bank-result';
import { bankText } from '@support-market/domain/payments/bank-text';
import { formatDecimal, parsePounds, pence } from '@support-market/domain/shared/money';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import { xmlLibrary } from '../late-libraries.ts';
import { readStrictXml, type XmlElement, type XmlFault } from './strict-xml.ts';

export type Pain002Version = 'pain.002.001.03' | 'pain.002.001.10';

export type Pain002Fault =
  | XmlFault
  | 'bank_result.not_a_status_report'
  | 'bank_result.original_missing'
  | 'bank_result.reference_missing'
  | 'bank_result.reference_repeats'
  | 'bank_result.amount_unreadable';

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.\d{2}$/;
const REASON_LENGTH = 105;

function child(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at?.children.find((inner) => inner.name === name), element);
}

function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((inner) => inner.name === name) ?? [];
}

function textOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return child(element, ...path)?.text || undefined;
}

function reasonsOf(element: XmlElement): readonly BankReason[] {
  return all(element, 'StsRsnInf').map((reason) => ({
    code: textOf(reason, 'Rsn', 'Cd') ?? textOf(reason, 'Rsn', 'Prtry') ?? '',
    words: all(reason, 'AddtlInf')
      .map(({ text }) => text)
      .join(' '),
  }));
}

function readTransaction(element: XmlElement): Result<BankTransactionStatus, Pain002Fault> {
  const endToEndId = textOf(element, 'OrgnlEndToEndId');
  if (endToEndId === undefined) return refuse('bank_result.reference_missing');
  const amount = child(element, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  const parsed = amount && amount.attributes['Ccy'] === 'GBP' ? parsePounds(amount.text) : undefined;
  if (amount && !parsed?.ok) return refuse('bank_result.amount_unreadable', { reference: endToEndId });
  return ok({
    endToEndId,
    status: textOf(element, 'TxSts'),
    reasons: reasonsOf(element),
    amountPence: parsed?.ok ? parsed.value : undefined,
  });
}

/** A payment named twice in one report would be ambiguous, so the report is refused whole. */
export function readPain002(bytes: Uint8Array): Result<BankResult, Pain002Fault> {
  const xml = readStrictXml(bytes);
  if (!xml.ok) return refuse(xml.code, xml.details);
  const report = child(xml.value, 'CstmrPmtStsRpt');
  if (xml.value.name !== 'Document' || !NAMESPACE.test(xml.value.namespace) || !report) {
    return refuse('bank_result.not_a_status_report');
  }
  const group = child(report, 'OrgnlGrpInfAndSts');
  const messageId = textOf(report, 'GrpHdr', 'MsgId');
  const originalMessageId = textOf(group, 'OrgnlMsgId');
  if (!group || messageId === undefined || originalMessageId === undefined)
    return refuse('bank_result.original_missing');

  const batches: BankBatchStatus[] = [];
  const seen = new Set<string>();
  for (const element of all(report, 'OrgnlPmtInfAndSts')) {
    const batchId = textOf(element, 'OrgnlPmtInfId');
    if (batchId === undefined) return refuse('bank_result.reference_missing');
    const transactions: BankTransactionStatus[] = [];
    for (const entry of all(element, 'TxInfAndSts')) {
      const transaction = readTransaction(entry);
      if (!transaction.ok) return refuse(transaction.code, transaction.details);
      const reference = transaction.value.endToEndId;
      if (seen.has(reference)) return refuse('bank_result.reference_repeats', { reference });
      seen.add(reference);
      transactions.push(transaction.value);
    }
    batches.push({ batchId, status: textOf(element, 'PmtInfSts'), reasons: reasonsOf(element), transactions });
  }
  return ok({
    messageId,
    createdAt: textOf(report, 'GrpHdr', 'CreDtTm') ?? '',
    originalMessageId,
    status: textOf(group, 'GrpSts'),
    reasons: reasonsOf(group),
    batches,
  });
}

function add(
  parent: XMLBuilder,
  name: string,
  text: string | undefined,
  attributes: Record<string, string> = {},
): void {
  if (text) parent.ele(name, attributes).txt(text);
}

function addReasons(parent: XMLBuilder, reasons: readonly BankReason[]): void {
  for (const reason of reasons) {
    const element = parent.ele('StsRsnInf');
    if (reason.code) add(element.ele('Rsn'), 'Cd', reason.code);
    add(element, 'AddtlInf', bankText(reason.words, REASON_LENGTH).text);
  }
}

/** A status report as a bank would send it, for the sandbox and tests. Deterministic. */
export function writePain002(result: BankResult, options: { readonly version?: Pain002Version } = {}): Uint8Array {
  const version = options.version ?? 'pain.002.001.10';
  const root = xmlLibrary()
    .create({ version: '1.0', encoding: 'UTF-8' })
    .ele('Document', { xmlns: `urn:iso:std:iso:20022:tech:xsd:${version}` })
    .ele('CstmrPmtStsRpt');
  const header = root.ele('GrpHdr');
  add(header, 'MsgId', result.messageId);
  add(header, 'CreDtTm', result.createdAt);
  const group = root.ele('OrgnlGrpInfAndSts');
  add(group, 'OrgnlMsgId', result.originalMessageId);
  add(group, 'OrgnlMsgNmId', version === 'pain.002.001.10' ? 'pain.001.001.09' : 'pain.001.001.03');
  add(group, 'GrpSts', result.status);
  addReasons(group, result.reasons);
  for (const batch of result.batches) {
    const element = root.ele('OrgnlPmtInfAndSts');
    add(element, 'OrgnlPmtInfId', batch.batchId);
    add(element, 'PmtInfSts', batch.status);
    addReasons(element, batch.reasons);
    for (const transaction of batch.transactions) {
      const entry = element.ele('TxInfAndSts');
      add(entry, 'OrgnlInstrId', transaction.endToEndId);
      add(entry, 'OrgnlEndToEndId', transaction.endToEndId);
      add(entry, 'TxSts', transaction.status);
      addReasons(entry, transaction.reasons);
      if (transaction.amountPence === undefined) continue;
      const amount = entry.ele('OrgnlTxRef').ele('Amt');
      add(amount, 'InstdAmt', formatDecimal(pence(transaction.amountPence)), { Ccy: 'GBP' });
    }
  }
  return new TextEncoder().encode(`${root.doc().end({ prettyPrint: true })}\n`);
}
