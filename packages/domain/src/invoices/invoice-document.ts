// An invoice or credit note as plain data with one way to add it up, so that the screen, the PDF, the
// electronic invoice and the ledger can never disagree by a penny. Rules: EN 16931 (BR-*), Peppol BIS Billing 3.0.

import type { Temporal } from 'temporal-polyfill';
import { divideHalfUp, type Pence, pence, shareOf } from '../shared/money.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { ExemptionReason, VatCategory, VatTreatment } from './vat.ts';

/** UNECE Recommendation 20 codes that we use: hour, minute, each, day, week, kilometre, mile. */
export type UnitCode = 'HUR' | 'MIN' | 'EA' | 'DAY' | 'WEE' | 'KMT' | 'SMI';

/** An electronic address: 0088 GS1 location number, 9932 GB VAT number, 0060 DUNS. E-mail is not accepted by Peppol. */
export interface ElectronicAddress {
  readonly scheme: '0088' | '9932' | '0060';
  readonly id: string;
}

export interface PostalAddress {
  readonly lines: readonly string[];
  readonly town: string;
  readonly postcode: string;
  /** ISO 3166 alpha-2; GB when left out. */
  readonly countryCode?: string;
}

export interface InvoiceParty {
  /** Our own reference for the organisation; always sent, for some sellers have no other identifier (BR-CO-26). */
  readonly reference: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly electronicAddress: ElectronicAddress;
  /** With its country: GB123456782. Never shown on an invoice outside the scope of VAT (BR-O-02). */
  readonly vatNumber?: string;
  /** Unique Taxpayer Reference or the like (BT-32); shown only where an exempt line needs it and there is no VAT number. */
  readonly taxReference?: string;
  readonly companyNumber?: string;
  readonly charityNumber?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** Six and eight digits. */
export interface UkBankAccount {
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly accountName: string;
}

export interface DatePeriod {
  readonly startDate: Temporal.PlainDate;
  /** The last day, itself included. */
  readonly endDate: Temporal.PlainDate;
}

/** Signed: below zero takes off (an allowance), above zero adds (a charge). */
export interface LineAdjustment {
  readonly amountPence: Pence;
  readonly reason: string;
}

export interface InvoiceLine {
  readonly id: string;
  readonly description: string;
  /** The order's human reference (BT-128) and the line in it (BT-132). */
  readonly orderReference?: string;
  readonly orderLineReference?: string;
  readonly period?: DatePeriod;
  /** Millionths of the unit, so that a third of a session is exact enough; see `wholeUnits` and `shareOfUnits`. */
  readonly quantityMillionths: number;
  readonly unitCode: UnitCode;
  /** The price of `priceQuantity` units: an hourly rate on minutes has a price quantity of 60. */
  readonly pricePence: Pence;
  readonly priceQuantity: number;
  readonly adjustment?: LineAdjustment;
  /** quantity × price ÷ price quantity, adjusted; may differ by a penny or two where a share was rounded. */
  readonly netPence: Pence;
  readonly vat: VatTreatment;
}

export interface InvoiceDocument {
  readonly number: string;
  /** 380 invoice, 381 credit note. Self-billed invoices stay 380: Peppol BIS Billing 3.0 refuses 389 (P0100). */
  readonly typeCode: '380' | '381';
  /** We write it on the seller's behalf under a recorded agreement; said on the document in words. */
  readonly isSelfBilled: boolean;
  readonly issueDate: Temporal.PlainDate;
  readonly dueDate: Temporal.PlainDate;
  readonly period: DatePeriod;
  /** The payer's own reference (BT-10); always present. */
  readonly buyerReference: string;
  readonly orderReference?: string;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  /** Where to pay. Without it the payment means is 31 (arranged elsewhere). */
  readonly payeeAccount?: UkBankAccount;
  readonly paymentTerms: string;
  readonly notes: readonly string[];
  /** The invoice that a credit note is against; several where it spans them. */
  readonly precedingInvoices: readonly { readonly number: string; readonly issueDate: Temporal.PlainDate }[];
  readonly prepaidPence: Pence;
  /** What makes the payable amount meet the sum of charges that were made with VAT in them (BT-114); nought when left out. */
  readonly roundingPence?: Pence;
  readonly lines: readonly InvoiceLine[];
}

export interface VatBreakdown {
  readonly category: VatCategory;
  readonly rateBasisPoints: number;
  readonly taxablePence: Pence;
  readonly vatPence: Pence;
  readonly exemptionCode?: string;
  /** One or several, for a category appears once (BR-E-01). */
  readonly exemptionReasons?: readonly ExemptionReason[];
}

export interface InvoiceTotals {
  readonly linesPence: Pence;
  readonly vat: readonly VatBreakdown[];
  readonly vatPence: Pence;
  readonly totalPence: Pence;
  readonly prepaidPence: Pence;
  readonly roundingPence: Pence;
  readonly payablePence: Pence;
}

const MILLION = 1_000_000;

/** Whole units (or whole minutes) as a quantity. Throws RangeError on a fraction. */
export function wholeUnits(count: number): number {
  const quantity = count * MILLION;
  if (!Number.isSafeInteger(count) || count < 0 || !Number.isSafeInteger(quantity)) {
    throw new RangeError(`not a whole quantity: ${count}`);
  }
  return quantity;
}

/** The part of a quantity that `partPence` of `wholePence` buys, to the nearest millionth: a visit paid from several streams. */
export function shareOfUnits(quantityMillionths: number, partPence: Pence, wholePence: Pence): number {
  return Number(divideHalfUp(BigInt(quantityMillionths) * partPence, wholePence));
}

/** "94", "0.333333": a quantity as a decimal without needless zeros. */
export function formatQuantity(quantityMillionths: number): string {
  const value = BigInt(quantityMillionths);
  const rest = (value % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return rest === '' ? `${value / 1_000_000n}` : `${value / 1_000_000n}.${rest}`;
}

/** quantity × price ÷ price quantity to the nearest penny, before any adjustment. */
export function linePrice(line: Pick<InvoiceLine, 'quantityMillionths' | 'pricePence' | 'priceQuantity'>): Pence {
  return pence(
    divideHalfUp(line.pricePence * BigInt(line.quantityMillionths), BigInt(line.priceQuantity) * BigInt(MILLION)),
  );
}

/**
 * Adds up lines: VAT is worked out once per category and rate from the category's total, half-up to the penny
 * (BR-CO-17), never line by line. Reasons of one category are joined, for a category appears once (BR-E-01).
 */
export function invoiceTotals(
  lines: readonly InvoiceLine[],
  prepaidPence: Pence = pence(0),
  roundingPence: Pence = pence(0),
): InvoiceTotals {
  const groups = new Map<
    string,
    { category: VatCategory; rate: number; net: bigint; codes: Set<string>; why: Set<ExemptionReason> }
  >();
  let net = 0n;
  for (const { netPence, vat } of lines) {
    net += netPence;
    const key = `${vat.category}${vat.rateBasisPoints}`;
    const group = groups.get(key) ?? {
      category: vat.category,
      rate: vat.rateBasisPoints,
      net: 0n,
      codes: new Set<string>(),
      why: new Set<ExemptionReason>(),
    };
    group.net += netPence;
    if (vat.exemptionCode) group.codes.add(vat.exemptionCode);
    if (vat.exemptionReason) group.why.add(vat.exemptionReason);
    groups.set(key, group);
  }
  let vatTotal = 0n;
  const vat = [...groups.values()].map(({ category, rate, net: taxable, codes, why }): VatBreakdown => {
    const vatPence = shareOf(pence(taxable), rate);
    vatTotal += vatPence;
    const [code] = codes;
    return {
      category,
      rateBasisPoints: rate,
      taxablePence: pence(taxable),
      vatPence,
      ...(code !== undefined && codes.size === 1 ? { exemptionCode: code } : {}),
      ...(why.size > 0 ? { exemptionReasons: [...why] } : {}),
    };
  });
  return {
    linesPence: pence(net),
    vat,
    vatPence: pence(vatTotal),
    totalPence: pence(net + vatTotal),
    prepaidPence,
    roundingPence,
    payablePence: pence(net + vatTotal - prepaidPence + roundingPence),
  };
}

export type InvoiceDocumentFault =
  | 'invoice.no_lines'
  | 'invoice.line_ids_repeat'
  | 'invoice.line_sum_wrong'
  | 'invoice.line_outside_period'
  | 'invoice.price_negative'
  | 'invoice.mixed_outside_scope'
  | 'invoice.no_tax_identity'
  | 'invoice.exemption_without_reason'
  | 'invoice.credit_without_invoice'
  | 'invoice.period_backwards'
  | 'invoice.reference_missing';

/** EN 16931 and Peppol allow a line to differ from its sum by two pence (R120). */
const LINE_SLACK = 2n;

function lineFault(line: InvoiceLine, document: InvoiceDocument): InvoiceDocumentFault | undefined {
  if (line.pricePence < 0n) return 'invoice.price_negative';
  const difference = linePrice(line) + (line.adjustment?.amountPence ?? 0n) - line.netPence;
  if (difference > LINE_SLACK || difference < -LINE_SLACK) return 'invoice.line_sum_wrong';
  const exempt = line.vat.category === 'E' || line.vat.category === 'O';
  if (exempt && !line.vat.exemptionReason) return 'invoice.exemption_without_reason';
  if (!line.period) return undefined;
  // ISO dates of four-digit years sort as text.
  const [start, end] = [line.period.startDate.toString(), line.period.endDate.toString()];
  if (start > end) return 'invoice.period_backwards';
  const outside = start < document.period.startDate.toString() || end > document.period.endDate.toString();
  return outside ? 'invoice.line_outside_period' : undefined;
}

/** Every rule that would make a receiving finance system refuse the document, before anything is written. */
export function checkInvoiceDocument(document: InvoiceDocument): Result<InvoiceTotals, InvoiceDocumentFault> {
  const { lines, seller, period } = document;
  if (lines.length === 0) return refuse('invoice.no_lines');
  if (!document.number.trim() || !document.buyerReference.trim()) return refuse('invoice.reference_missing');
  if (period.startDate.toString() > period.endDate.toString()) return refuse('invoice.period_backwards');
  if (new Set(lines.map(({ id }) => id)).size !== lines.length) return refuse('invoice.line_ids_repeat');
  for (const line of lines) {
    const fault = lineFault(line, document);
    if (fault) return refuse(fault, { line: line.id });
  }
  const outside = lines.filter((line) => line.vat.category === 'O').length;
  if (outside > 0 && outside < lines.length) return refuse('invoice.mixed_outside_scope');
  if (outside === 0 && !seller.vatNumber && !seller.taxReference) return refuse('invoice.no_tax_identity');
  if (document.typeCode === '381' && document.precedingInvoices.length === 0) {
    return refuse('invoice.credit_without_invoice');
  }
  return ok(invoiceTotals(lines, document.prepaidPence, document.roundingPence));
}

/**
 * A GS1 location number for an organisation that has no electronic address of its own: from the range 200–299
 * that GS1 keeps for use inside one system, so it can never be somebody else's. `sequence` below 10^9.
 */
export function internalLocationNumber(sequence: number): ElectronicAddress {
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= 1e9)
    throw new RangeError(`not a sequence: ${sequence}`);
  const body = `290${sequence.toString().padStart(9, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return { scheme: '0088', id: `${body}${(10 - (sum % 10)) % 10}` };
}

/** The same internal number for the same record, whatever its id: a hash of it. Told apart by `reference` where it matters. */
export function locationNumberOf(id: string): ElectronicAddress {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 999_999_937;
  return internalLocationNumber(hash);
}
