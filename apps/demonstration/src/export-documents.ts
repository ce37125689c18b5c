// Writes a sample of real documents (invoices, bank files, remittances, statements) as the pages would give them.

import { documentOf } from '@support-market/api/features/invoices/invoices.service';
import { readFile } from '@support-market/api/features/payment-files/payment-files.repo';
import { fileName } from '@support-market/api/features/payment-files/payment-files.service';
import { findRemittance } from '@support-market/api/features/remittances/remittances.repo';
import { remittanceBytes } from '@support-market/api/features/remittances/remittances.routes';
import { statementDocument } from '@support-market/api/features/statements/statements.service';
import { invoicePdf } from '@support-market/api/ports/documents/invoice-pdf';
import { statementPdf } from '@support-market/api/ports/documents/statement-pdf';
import { writeUblInvoice } from '@support-market/api/ports/e-invoices/ubl-invoice';
import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import { Temporal } from 'temporal-polyfill';
import {
  demonstrationCouncils,
  sampleFiles,
  sampleInvoices,
  sampleRemittances,
  sampleStatements,
} from './export-documents.repo.ts';

const MOST = 25;

const EVERYTHING: Reach = {
  council: true,
  personIds: [],
  selfFunders: true,
  byAccountMandate: false,
  mandateOrganisationIds: [],
  byCaseload: false,
  organisationIds: [],
};

export interface ExportedDocuments {
  readonly invoices: number;
  readonly 'payment files': number;
  readonly remittances: number;
  readonly statements: number;
}

/** Writes at most 25 of each kind of the demonstration councils; answers how many of each. */
export async function exportDocuments(
  db: Db,
  write: (name: string, bytes: Uint8Array) => void,
): Promise<ExportedDocuments> {
  const counts = { invoices: 0, 'payment files': 0, remittances: 0, statements: 0 };
  const scope = { accountId: 'system', today: Temporal.PlainDate.from('2000-01-01'), reach: EVERYTHING };
  for (const councilId of await demonstrationCouncils(db)) {
    await inTransaction(db, councilId, async (tx) => {
      const limit = (written: number): number => Math.max(0, MOST - written);
      for (const id of await sampleInvoices(tx, councilId, limit(counts.invoices))) {
        const document = await documentOf(tx, { ...scope, councilId }, id);
        const xml = writeUblInvoice(document);
        if (!xml.ok)
          throw new Error(`invoice ${document.number} cannot be written: ${xml.code} ${JSON.stringify(xml.details)}`);
        write(`invoice-${document.number}.xml`, xml.value);
        write(`invoice-${document.number}.pdf`, await invoicePdf(document));
        counts.invoices += 1;
      }
      for (const id of await sampleFiles(tx, councilId, limit(counts['payment files']))) {
        const file = await readFile(tx, councilId, id);
        if (!file) continue;
        write(fileName(file).replace('.xml', `-${councilId.slice(-4)}.xml`), file.bytes);
        counts['payment files'] += 1;
      }
      for (const id of await sampleRemittances(tx, councilId, limit(counts.remittances))) {
        const paper = await findRemittance(tx, { ...scope, councilId }, id);
        if (!paper) continue;
        write(`remittance-${paper.number}-${councilId.slice(-4)}.pdf`, await remittanceBytes(paper));
        counts.remittances += 1;
      }
      for (const { lineId, reference, month } of await sampleStatements(tx, councilId, limit(counts.statements))) {
        const issued = month.toPlainDate({ day: 1 }).add({ months: 1 });
        const paper = await statementDocument(tx, councilId, lineId, month, issued);
        write(`statement-${reference}-${lineId.slice(-6)}-${month.toString()}.pdf`, await statementPdf(paper));
        counts.statements += 1;
      }
    });
  }
  return counts;
}
