// Who sold and who pays, as they were when the invoice was made: its document stays the same when a name, an address or an
// account changes later.

import { currentAddress } from '@support-market/db/current-address';
import type { Tx } from '@support-market/db/pool';
import type { FunderKind } from '@support-market/domain/funders/funder-kinds';
import { sql } from 'kysely';
import { invoiceWithParties, PAYER_NAME } from './invoices.repo.ts';

export interface InvoiceParties {
  readonly councilCode: string;
  readonly councilAddress: string;
  readonly councilCity: string;
  readonly councilPostcode: string;
  readonly councilEmail: string;
  readonly funderCode: string;
  readonly funderKind: FunderKind;
  readonly funderAddress: string | null;
  readonly funderCity: string | null;
  readonly funderPostcode: string | null;
  readonly sellerName: string;
  readonly sellerKind: string;
  readonly sellerAddress: string | null;
  readonly sellerCity: string | null;
  readonly sellerPostcode: string | null;
  readonly sellerEmail: string | null;
  readonly vatNumber: string | null;
  readonly taxReference: string | null;
  readonly companyNumber: string | null;
  readonly charityNumber: string | null;
  readonly cqcLocationId: string | null;
  /** By an agreement of the seller with this council, made by the day of the invoice. */
  readonly isSelfBilled: boolean;
  readonly accountName: string | null;
  readonly sortCode: string | null;
  readonly accountNumber: string | null;
  readonly payerName: string;
  readonly holderAddress: string | null;
  readonly holderCity: string | null;
  readonly holderPostcode: string | null;
  readonly personReference: string | null;
  readonly personAddress: string | null;
  readonly personPostcode: string | null;
  /** What the people on its lines were called, by their id. */
  readonly personNames: Readonly<Record<string, string>>;
}

/** Keeps the parties of new invoices and credit notes, whose lines are there. */
export async function keepParties(tx: Tx, councilId: string, invoiceIds: readonly string[]): Promise<void> {
  await sql`
    insert into invoice_parties (council_id, invoice_id, parties)
    select ${councilId}, invoice.id, jsonb_build_object(
             'councilCode', council.code, 'councilAddress', council.address_line, 'councilCity', council.city, 'councilPostcode', council.postcode,
             'councilEmail', council.email, 'funderCode', funder.code, 'funderKind', funder.kind, 'funderAddress', funder.address_line,
             'funderCity', funder.city, 'funderPostcode', funder.postcode, 'payerName', ${PAYER_NAME})
           || jsonb_build_object(
             'sellerName', organisation.name, 'sellerKind', organisation.kind, 'sellerAddress', organisation.address_line, 'sellerCity', organisation.city,
             'sellerPostcode', organisation.postcode, 'sellerEmail', organisation.email, 'vatNumber', organisation.vat_number,
             'taxReference', organisation.tax_reference, 'companyNumber', organisation.company_number, 'charityNumber', organisation.charity_number,
             'cqcLocationId', organisation.cqc_location_id, 'isSelfBilled', coalesce(agreement.self_billing_agreed_on <= invoice.issue_date, false),
             'accountName', account.account_name, 'sortCode', account.sort_code, 'accountNumber', account.account_number)
           || jsonb_build_object(
             'holderAddress', holder.address_line, 'holderCity', holder.city, 'holderPostcode', holder.postcode, 'personReference', person.reference,
             'personAddress', ${currentAddress(councilId, 'person.id', sql`invoice.issue_date`, 'address_line')},
             'personPostcode', ${currentAddress(councilId, 'person.id', sql`invoice.issue_date`, 'postcode')},
             'personNames', named.names)
      from ${invoiceWithParties(councilId)}
      join (select line.invoice_id, jsonb_object_agg(served.id, served.full_name) as names
              from invoice_lines as line join people as served on served.council_id = ${councilId} and served.id = line.person_id
             where line.council_id = ${councilId} and line.invoice_id = any(${[...invoiceIds]}::text[]) group by line.invoice_id) as named on named.invoice_id = invoice.id
      left join agreements as agreement on agreement.council_id = ${councilId} and agreement.organisation_id = invoice.organisation_id
      left join payee_accounts as account on account.council_id = ${councilId} and account.organisation_id = invoice.organisation_id and account.state in ('in-force', 'held')
     where invoice.council_id = ${councilId} and invoice.id = any(${[...invoiceIds]}::text[])
    returning invoice_id`.execute(tx);
}

export async function findParties(tx: Tx, councilId: string, invoiceId: string): Promise<InvoiceParties | undefined> {
  const { rows } = await sql<{ parties: InvoiceParties }>`
    select parties from invoice_parties where council_id = ${councilId} and invoice_id = ${invoiceId}`.execute(tx);
  return rows[0]?.parties;
}
