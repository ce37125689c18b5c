// Writes an invoice or credit note as UBL 2.1 by EN 16931 and Peppol BIS Billing 3.0, so that any public body's
// finance system can read it (Procurement Act 2023 s.67). Plain data in, the same bytes out every time.

import {
  checkInvoiceDocument,
  formatQuantity,
  type InvoiceDocument,
  type InvoiceDocumentFault,
  type InvoiceLine,
  type InvoiceParty,
  type InvoiceTotals,
  type VatBreakdown,
} from '@support-market/domain/invoices/invoice-document';
import type { ExemptionReason, VatTreatment } from '@support-market/domain/invoices/vat';
import { formatDecimal, type Pence, pence } from '@support-market/domain/shared/money';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import { wordsIn } from '@support-market/words/words-in';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import { sayExemption } from '../documents/words.ts';
import { xmlLibrary } from '../late-libraries.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const CUSTOMIZATION = {
  peppol: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  en16931: 'urn:cen.eu:en16931:2017',
} as const;
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const CREDIT_TRANSFER = '30';
const ARRANGED_ELSEWHERE = '31';
/** UNTDID 1153: the buyer's order number. UNTDID 1001: an invoicing data sheet, the only type a line may point to. */
const ORDER_NUMBER = 'ON';
const LINE_OBJECT = '130';

export interface UblOptions {
  /** Peppol BIS Billing 3.0 unless plain EN 16931 is asked for. */
  readonly customization?: keyof typeof CUSTOMIZATION;
}

/** Only characters XML 1.0 allows, runs of white space as one blank. Forbidden ones become a visible mark, never nothing. */
function clean(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Adds one basic element; an empty text adds nothing, for Peppol forbids empty elements (R008). */
function basic(
  parent: XMLBuilder,
  name: string,
  text: string | undefined,
  attributes: Record<string, string> = {},
): void {
  const value = text === undefined ? '' : clean(text);
  // The builder leaves what looks like an entity alone; escaping each ampersand first keeps "&amp;" as it was typed.
  if (value !== '') parent.ele(`cbc:${name}`, attributes).txt(value.replaceAll('&', '&amp;'));
}

function amount(parent: XMLBuilder, name: string, value: Pence): void {
  basic(parent, name, formatDecimal(value), { currencyID: 'GBP' });
}

function percent(basisPoints: number): string {
  return formatDecimal(pence(basisPoints)).replace(/\.?0+$/, '') || '0';
}

function period(parent: XMLBuilder, span: InvoiceLine['period']): void {
  if (!span) return;
  const element = parent.ele('cac:InvoicePeriod');
  basic(element, 'StartDate', span.startDate.toString());
  basic(element, 'EndDate', span.endDate.toString());
}

function party(
  parent: XMLBuilder,
  role: string,
  who: InvoiceParty,
  tax: { vatNumber?: string; taxReference?: string },
): void {
  const element = parent.ele(`cac:${role}`).ele('cac:Party');
  basic(element, 'EndpointID', who.electronicAddress.id, { schemeID: who.electronicAddress.scheme });
  basic(element.ele('cac:PartyIdentification'), 'ID', who.reference);
  basic(element.ele('cac:PartyName'), 'Name', who.name);
  const address = element.ele('cac:PostalAddress');
  const [street, additional, ...more] = who.address.lines.map(clean).filter((line) => line !== '');
  basic(address, 'StreetName', street);
  basic(address, 'AdditionalStreetName', additional);
  basic(address, 'CityName', who.address.town);
  basic(address, 'PostalZone', who.address.postcode);
  if (more.length > 0) basic(address.ele('cac:AddressLine'), 'Line', more.join(', '));
  basic(address.ele('cac:Country'), 'IdentificationCode', who.address.countryCode ?? 'GB');
  for (const [number, scheme] of [
    [tax.vatNumber, 'VAT'],
    [tax.taxReference, 'TAX'],
  ] as const) {
    if (!number) continue;
    const taxScheme = element.ele('cac:PartyTaxScheme');
    basic(taxScheme, 'CompanyID', number);
    basic(taxScheme.ele('cac:TaxScheme'), 'ID', scheme);
  }
  const legal = element.ele('cac:PartyLegalEntity');
  basic(legal, 'RegistrationName', who.name);
  basic(legal, 'CompanyID', who.companyNumber || who.charityNumber);
  if (role === 'AccountingSupplierParty' && who.charityNumber) {
    basic(legal, 'CompanyLegalForm', wordsIn().say('documents')('ubl.charity', { number: who.charityNumber }));
  }
  if (who.email || who.phone) {
    const contact = element.ele('cac:Contact');
    basic(contact, 'Telephone', who.phone);
    basic(contact, 'ElectronicMail', who.email);
  }
}

/** BR-O-02 forbids both parties' VAT numbers; a tax reference is private, so it shows only where a rule needs it. */
function sellerTax(document: InvoiceDocument): { vatNumber?: string; taxReference?: string } {
  const { seller, lines } = document;
  if (lines.some((line) => line.vat.category === 'O')) return {};
  if (seller.vatNumber) return { vatNumber: seller.vatNumber };
  return seller.taxReference ? { taxReference: seller.taxReference } : {};
}

function buyerTax(document: InvoiceDocument): { vatNumber?: string } {
  const outside = document.lines.some((line) => line.vat.category === 'O');
  return outside || !document.buyer.vatNumber ? {} : { vatNumber: document.buyer.vatNumber };
}

function paymentMeans(root: XMLBuilder, document: InvoiceDocument): void {
  const means = root.ele('cac:PaymentMeans');
  const account = document.payeeAccount;
  basic(means, 'PaymentMeansCode', account ? CREDIT_TRANSFER : ARRANGED_ELSEWHERE);
  // A credit note has no due date of its own in UBL; it stands here (BT-9).
  if (document.typeCode === '381') basic(means, 'PaymentDueDate', document.dueDate.toString());
  basic(means, 'PaymentID', document.number);
  if (!account) return;
  const payee = means.ele('cac:PayeeFinancialAccount');
  basic(payee, 'ID', account.accountNumber);
  basic(payee, 'Name', account.accountName);
  basic(payee.ele('cac:FinancialInstitutionBranch'), 'ID', account.sortCode);
}

function category(
  parent: XMLBuilder,
  name: 'TaxCategory' | 'ClassifiedTaxCategory',
  vat: Pick<VatTreatment | VatBreakdown, 'category' | 'rateBasisPoints' | 'exemptionCode'> & {
    readonly exemptionReasons?: readonly ExemptionReason[];
  },
): void {
  const element = parent.ele(`cac:${name}`);
  basic(element, 'ID', vat.category);
  if (vat.category !== 'O') basic(element, 'Percent', percent(vat.rateBasisPoints));
  // The reason belongs to the breakdown; on a line EN 16931 has no place for it.
  if (name === 'TaxCategory' && (vat.category === 'E' || vat.category === 'O')) {
    basic(element, 'TaxExemptionReasonCode', vat.exemptionCode);
    basic(element, 'TaxExemptionReason', sayExemption(vat.exemptionReasons ?? []));
  }
  basic(element.ele('cac:TaxScheme'), 'ID', 'VAT');
}

function totals(root: XMLBuilder, sums: InvoiceTotals): void {
  const tax = root.ele('cac:TaxTotal');
  amount(tax, 'TaxAmount', sums.vatPence);
  for (const group of sums.vat) {
    const subtotal = tax.ele('cac:TaxSubtotal');
    amount(subtotal, 'TaxableAmount', group.taxablePence);
    amount(subtotal, 'TaxAmount', group.vatPence);
    category(subtotal, 'TaxCategory', group);
  }
  const monetary = root.ele('cac:LegalMonetaryTotal');
  amount(monetary, 'LineExtensionAmount', sums.linesPence);
  amount(monetary, 'TaxExclusiveAmount', sums.linesPence);
  amount(monetary, 'TaxInclusiveAmount', sums.totalPence);
  if (sums.prepaidPence !== 0n) amount(monetary, 'PrepaidAmount', sums.prepaidPence);
  if (sums.roundingPence !== 0n) amount(monetary, 'PayableRoundingAmount', sums.roundingPence);
  amount(monetary, 'PayableAmount', sums.payablePence);
}

function invoiceLine(root: XMLBuilder, line: InvoiceLine, isCredit: boolean): void {
  const element = root.ele(isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine');
  basic(element, 'ID', line.id);
  basic(element, isCredit ? 'CreditedQuantity' : 'InvoicedQuantity', formatQuantity(line.quantityMillionths), {
    unitCode: line.unitCode,
  });
  amount(element, 'LineExtensionAmount', line.netPence);
  period(element, line.period);
  if (line.orderLineReference) basic(element.ele('cac:OrderLineReference'), 'LineID', line.orderLineReference);
  if (line.orderReference) {
    const reference = element.ele('cac:DocumentReference');
    basic(reference, 'ID', line.orderReference, { schemeID: ORDER_NUMBER });
    basic(reference, 'DocumentTypeCode', LINE_OBJECT);
  }
  const adjustment = line.adjustment;
  if (adjustment && adjustment.amountPence !== 0n) {
    const isCharge = adjustment.amountPence > 0n;
    const change = element.ele('cac:AllowanceCharge');
    basic(change, 'ChargeIndicator', String(isCharge));
    basic(change, 'AllowanceChargeReason', adjustment.reason);
    amount(change, 'Amount', isCharge ? adjustment.amountPence : pence(-adjustment.amountPence));
  }
  const item = element.ele('cac:Item');
  basic(item, 'Name', line.description);
  category(item, 'ClassifiedTaxCategory', line.vat);
  const price = element.ele('cac:Price');
  amount(price, 'PriceAmount', line.pricePence);
  if (line.priceQuantity !== 1) basic(price, 'BaseQuantity', String(line.priceQuantity), { unitCode: line.unitCode });
}

/**
 * The document as UTF-8 XML. Refuses, with the rule's code and the line where there is one, what a receiver would
 * refuse. Notes are joined into one, for Peppol allows only one (R002).
 */
export function writeUblInvoice(
  document: InvoiceDocument,
  options: UblOptions = {},
): Result<Uint8Array, InvoiceDocumentFault> {
  const checked = checkInvoiceDocument(document);
  if (!checked.ok) return refuse(checked.code, checked.details);
  const isCredit = document.typeCode === '381';
  const kind = isCredit ? 'CreditNote' : 'Invoice';
  const root = xmlLibrary()
    .create({ version: '1.0', encoding: 'UTF-8' })
    .ele(kind, {
      xmlns: `${UBL}:${kind}-2`,
      'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
      'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
    });
  basic(root, 'CustomizationID', CUSTOMIZATION[options.customization ?? 'peppol']);
  basic(root, 'ProfileID', PROFILE);
  basic(root, 'ID', document.number);
  basic(root, 'IssueDate', document.issueDate.toString());
  if (!isCredit) basic(root, 'DueDate', document.dueDate.toString());
  basic(root, isCredit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode', document.typeCode);
  basic(
    root,
    'Note',
    [...(document.isSelfBilled ? [wordsIn().say('documents')('ubl.selfBilled')] : []), ...document.notes].join(' '),
  );
  basic(root, 'DocumentCurrencyCode', 'GBP');
  basic(root, 'BuyerReference', document.buyerReference);
  period(root, document.period);
  if (document.orderReference) basic(root.ele('cac:OrderReference'), 'ID', document.orderReference);
  for (const preceding of document.precedingInvoices) {
    const reference = root.ele('cac:BillingReference').ele('cac:InvoiceDocumentReference');
    basic(reference, 'ID', preceding.number);
    basic(reference, 'IssueDate', preceding.issueDate.toString());
  }
  party(root, 'AccountingSupplierParty', document.seller, sellerTax(document));
  party(root, 'AccountingCustomerParty', document.buyer, buyerTax(document));
  paymentMeans(root, document);
  if (clean(document.paymentTerms)) basic(root.ele('cac:PaymentTerms'), 'Note', document.paymentTerms);
  totals(root, checked.value);
  for (const line of document.lines) invoiceLine(root, line, isCredit);
  return ok(new TextEncoder().encode(`${root.end({ prettyPrint: true })}\n`));
}
