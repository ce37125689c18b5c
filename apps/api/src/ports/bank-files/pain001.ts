// Writes a payment file as ISO 20022 pain.001 for UK banks: sort codes as GBDSC clearing members, sterling only.
// The same data always gives the same bytes, so that a file emitted again is the file that was approved.

import { type BankTextChange, bankText } from '@support-market/domain/payments/bank-text';
import {
  type BankParty,
  type CreditTransfer,
  checkPaymentFile,
  type PaymentBatch,
  type PaymentFile,
  type PaymentFileFault,
} from '@support-market/domain/payments/payment-file';
import { formatDecimal, pence } from '@support-market/domain/shared/money';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import { xmlLibrary } from '../late-libraries.ts';

export type Pain001Version = 'pain.001.001.09' | 'pain.001.001.03';

/** What was respelt for the bank, and in which payment (or batch, or the file itself). */
export interface RespeltText extends BankTextChange {
  readonly reference: string;
  readonly field: 'initiating_party' | 'debtor_name' | 'creditor_name' | 'remittance';
}

export interface WrittenPaymentFile {
  readonly bytes: Uint8Array;
  readonly version: Pain001Version;
  readonly count: number;
  readonly totalPence: bigint;
  readonly respelt: readonly RespeltText[];
}

const NAME_LENGTH = 140;
const REMITTANCE_LENGTH = 140;

function add(parent: XMLBuilder, name: string, text: string, attributes: Record<string, string> = {}): void {
  parent.ele(name, attributes).txt(text);
}

function account(parent: XMLBuilder, role: 'Dbtr' | 'Cdtr', party: BankParty): void {
  add(parent.ele(`${role}Acct`).ele('Id').ele('Othr'), 'Id', party.accountNumber);
}

function agent(parent: XMLBuilder, role: 'Dbtr' | 'Cdtr', party: BankParty): void {
  const member = parent.ele(`${role}Agt`).ele('FinInstnId').ele('ClrSysMmbId');
  add(member.ele('ClrSysId'), 'Cd', 'GBDSC');
  add(member, 'MmbId', party.sortCode);
}

function sum(transfers: readonly CreditTransfer[]): bigint {
  return transfers.reduce((total, { amountPence }) => total + amountPence, 0n);
}

/** UTF-8 bytes with counts and control sums, or the fault and the reference it belongs to. */
export function writePain001(
  file: PaymentFile,
  options: { readonly version?: Pain001Version } = {},
): Result<WrittenPaymentFile, PaymentFileFault> {
  const checked = checkPaymentFile(file);
  if (!checked.ok) return refuse(checked.code, checked.details);
  const version = options.version ?? 'pain.001.001.09';
  const respelt: RespeltText[] = [];
  const spell = (text: string, length: number, reference: string, field: RespeltText['field']): string => {
    const spelt = bankText(text, length);
    respelt.push(...spelt.changes.map((change) => ({ ...change, reference, field })));
    return spelt.text;
  };

  const root = xmlLibrary()
    .create({ version: '1.0', encoding: 'UTF-8' })
    .ele('Document', { xmlns: `urn:iso:std:iso:20022:tech:xsd:${version}` })
    .ele('CstmrCdtTrfInitn');
  const header = root.ele('GrpHdr');
  add(header, 'MsgId', file.messageId);
  add(header, 'CreDtTm', file.createdAt.toString({ smallestUnit: 'second' }));
  add(header, 'NbOfTxs', String(checked.value.count));
  add(header, 'CtrlSum', formatDecimal(pence(checked.value.totalPence)));
  add(header.ele('InitgPty'), 'Nm', spell(file.initiatingParty, NAME_LENGTH, file.messageId, 'initiating_party'));

  const writeTransfer = (parent: XMLBuilder, transfer: CreditTransfer): void => {
    const element = parent.ele('CdtTrfTxInf');
    const ids = element.ele('PmtId');
    add(ids, 'InstrId', transfer.endToEndId);
    add(ids, 'EndToEndId', transfer.endToEndId);
    add(element.ele('Amt'), 'InstdAmt', formatDecimal(transfer.amountPence), { Ccy: 'GBP' });
    agent(element, 'Cdtr', transfer.creditor);
    add(element.ele('Cdtr'), 'Nm', spell(transfer.creditor.name, NAME_LENGTH, transfer.endToEndId, 'creditor_name'));
    account(element, 'Cdtr', transfer.creditor);
    const remittance = spell(transfer.remittance, REMITTANCE_LENGTH, transfer.endToEndId, 'remittance');
    if (remittance !== '') add(element.ele('RmtInf'), 'Ustrd', remittance);
  };

  const writeBatch = (batch: PaymentBatch): void => {
    const element = root.ele('PmtInf');
    add(element, 'PmtInfId', batch.id);
    add(element, 'PmtMtd', 'TRF');
    add(element, 'BtchBookg', 'true');
    add(element, 'NbOfTxs', String(batch.transfers.length));
    add(element, 'CtrlSum', formatDecimal(pence(sum(batch.transfers))));
    const execution = element.ele('ReqdExctnDt');
    if (version === 'pain.001.001.09') add(execution, 'Dt', batch.executionDate.toString());
    else execution.txt(batch.executionDate.toString());
    add(element.ele('Dbtr'), 'Nm', spell(batch.debtor.name, NAME_LENGTH, batch.id, 'debtor_name'));
    account(element, 'Dbtr', batch.debtor);
    agent(element, 'Dbtr', batch.debtor);
    add(element, 'ChrgBr', 'SLEV');
    for (const transfer of batch.transfers) writeTransfer(element, transfer);
  };
  for (const batch of file.batches) writeBatch(batch);

  const bytes = new TextEncoder().encode(`${root.doc().end({ prettyPrint: true })}\n`);
  return ok({ bytes, version, ...checked.value, respelt });
}
