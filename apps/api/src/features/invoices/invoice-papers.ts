// Makes the document of an approved invoice from its rows, so that the electronic invoice, the PDF and the ledger agree.

import {
  type InvoiceDocument,
  type InvoiceLine,
  type InvoiceParty,
  linePrice,
  locationNumberOf,
  wholeUnits,
} from '@support-market/domain/invoices/invoice-document';
import { isPartOfVisit } from '@support-market/domain/invoices/own-share';
import { recordedTreatment, type VatTreatment } from '@support-market/domain/invoices/vat';
import { hourlyRateOf, isTimedUnit, UNITS, type Unit, unitFacts } from '@support-market/domain/listings/prices';
import { absPence, pence, subtractPence } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import type { InvoiceParties } from './invoice-parties.repo.ts';
import type { InvoiceLineRow, InvoiceRow } from './invoices.repo.ts';

const say = () => wordsIn().say('documents');

/** A line may differ from quantity × price by this much without saying why (EN 16931, R120). */
const SLACK = 2n;

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

function adjustmentReason(row: InvoiceLineRow): string {
  const known = row.adjustmentReason;
  return say()(`invoice.reasons.${known === 'billed-again' || known === 'settled' ? known : 'rounded'}`);
}

/**
 * A part of a visit is said as one thing at its own sum: minutes and a price of the whole visit would let a reader work out
 * what another funder pays.
 */
function partLine(row: InvoiceLineRow, vat: VatTreatment): InvoiceLine {
  const isSaid = row.adjustmentReason !== '' && row.vatRateBasisPoints === 0 && row.adjustmentPence !== 0n;
  return {
    id: row.id,
    description: say()('invoice.part', { what: row.description, person: row.personName }),
    orderReference: row.orderReference,
    orderLineReference: row.orderLineId,
    period: { startDate: row.serviceDate, endDate: row.serviceDate },
    quantityMillionths: wholeUnits(1),
    pricePence: isSaid ? subtractPence(row.netPence, row.adjustmentPence) : row.netPence,
    priceQuantity: 1,
    unitCode: 'EA',
    ...(isSaid ? { adjustment: { amountPence: row.adjustmentPence, reason: adjustmentReason(row) } } : {}),
    netPence: row.netPence,
    vat,
  };
}

/** What a credit note takes back of a line is one thing at its own sum: above zero, for the kind of document gives the sign. */
function creditLine(row: InvoiceLineRow, vat: VatTreatment): InvoiceLine {
  const netPence = pence(-row.netPence);
  const about = { what: row.description, person: row.personName };
  return {
    id: row.id,
    description: isPartOfVisit(row) ? say()('invoice.partTakenBack', about) : say()('invoice.takenBack', about),
    orderReference: row.orderReference,
    orderLineReference: row.orderLineId,
    period: { startDate: row.serviceDate, endDate: row.serviceDate },
    quantityMillionths: wholeUnits(1),
    pricePence: netPence,
    priceQuantity: 1,
    unitCode: 'EA',
    netPence,
    vat,
  };
}

function documentLine(row: InvoiceLineRow, vat: VatTreatment): InvoiceLine {
  const unit: Unit = isUnit(row.unit) ? row.unit : 'item';
  const timed = isTimedUnit(unit) && row.minutes !== null;
  const whole = wholeUnits(timed && row.minutes !== null ? row.minutes : row.quantity);
  if (isPartOfVisit(row)) return partLine(row, vat);
  const priced = {
    quantityMillionths: whole,
    pricePence: timed ? hourlyRateOf(unit, row.unitPricePence) : row.unitPricePence,
    priceQuantity: timed ? 60 : 1,
  };
  const needed = subtractPence(row.netPence, linePrice(priced));
  // Where there is no VAT in it, paper takes off what the screen says, to the penny.
  const isSaid = row.vatRateBasisPoints === 0 && absPence(subtractPence(needed, row.adjustmentPence)) <= SLACK;
  const difference = isSaid ? row.adjustmentPence : needed;
  return {
    id: row.id,
    description: say()('invoice.line', { what: row.description, person: row.personName }),
    orderReference: row.orderReference,
    orderLineReference: row.orderLineId,
    period: { startDate: row.serviceDate, endDate: row.serviceDate },
    ...priced,
    // Minutes at an hourly price; a half-day's "half session" is counted, as everything else that is not timed.
    unitCode: timed ? 'MIN' : isTimedUnit(unit) ? 'EA' : unitFacts(unit).uneceCode,
    ...(absPence(difference) > SLACK ? { adjustment: { amountPence: difference, reason: adjustmentReason(row) } } : {}),
    netPence: row.netPence,
    vat,
  };
}

function buyer(invoice: InvoiceRow, parties: InvoiceParties): InvoiceParty {
  if (invoice.payerKind === 'person') {
    return {
      reference: parties.personReference ?? invoice.payerPersonId ?? '',
      name: parties.payerName,
      address: {
        lines: [parties.personAddress ?? ''],
        town: parties.councilCity,
        postcode: parties.personPostcode ?? parties.councilPostcode,
      },
      electronicAddress: locationNumberOf(invoice.payerPersonId ?? invoice.id),
    };
  }
  if (invoice.payerKind === 'holder') {
    return {
      reference: invoice.payerOrganisationId ?? '',
      name: parties.payerName,
      address: {
        lines: [parties.holderAddress ?? ''],
        town: parties.holderCity ?? parties.councilCity,
        postcode: parties.holderPostcode ?? parties.councilPostcode,
      },
      electronicAddress: locationNumberOf(invoice.payerOrganisationId ?? invoice.id),
    };
  }
  const reference = `${parties.councilCode}-${parties.funderCode}`;
  const isCouncil = parties.funderKind === 'directorate' || parties.funderKind === 'people';
  return {
    reference,
    name: parties.payerName,
    address: {
      lines: [parties.funderAddress ?? parties.councilAddress],
      town: parties.funderCity ?? parties.councilCity,
      postcode: parties.funderPostcode ?? parties.councilPostcode,
    },
    electronicAddress: locationNumberOf(reference),
    ...(isCouncil ? { email: parties.councilEmail } : {}),
  };
}

function seller(invoice: InvoiceRow, parties: InvoiceParties): InvoiceParty {
  return {
    reference: invoice.organisationId,
    name: parties.sellerName,
    address: {
      lines: [parties.sellerAddress ?? ''],
      town: parties.sellerCity ?? parties.councilCity,
      postcode: parties.sellerPostcode ?? parties.councilPostcode,
    },
    electronicAddress: locationNumberOf(invoice.organisationId),
    ...(parties.vatNumber === null ? {} : { vatNumber: parties.vatNumber }),
    ...(parties.taxReference === null ? {} : { taxReference: parties.taxReference }),
    ...(parties.companyNumber === null ? {} : { companyNumber: parties.companyNumber }),
    ...(parties.charityNumber === null ? {} : { charityNumber: parties.charityNumber }),
    ...(parties.sellerEmail === null ? {} : { email: parties.sellerEmail }),
  };
}

/** What becomes of the money of a credit note. A holder or person who had paid gets it back from the provider. */
function creditTerms({ totalPence, payerKind, state }: InvoiceRow): string {
  const amountPence = pence(-totalPence);
  return payerKind === 'funder' || state === 'closed'
    ? say()('invoice.creditTerms', { amountPence })
    : say()('invoice.creditTermsBack', { amountPence });
}

/** The invoice as a document; the caller writes it as UBL or PDF. */
export function invoiceDocument(
  invoice: InvoiceRow,
  parties: InvoiceParties,
  lines: readonly InvoiceLineRow[],
): InvoiceDocument {
  const provider = {
    isRegulated: parties.cqcLocationId !== null,
    isCharity: parties.charityNumber !== null || parties.sellerKind === 'charity',
    isPublicBody: parties.sellerKind === 'public-body',
  };
  const orders = new Set(lines.map(({ orderReference }) => orderReference));
  const [onlyOrder] = orders;
  const payer = buyer(invoice, parties);
  const isCredit = invoice.kind === 'credit-note';
  const line = isCredit ? creditLine : documentLine;
  return {
    number: invoice.number,
    typeCode: isCredit ? '381' : '380',
    isSelfBilled: parties.isSelfBilled,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    period: { startDate: invoice.periodStart, endDate: invoice.periodEnd },
    buyerReference: payer.reference,
    ...(orders.size === 1 && onlyOrder !== undefined ? { orderReference: onlyOrder } : {}),
    seller: seller(invoice, parties),
    buyer: payer,
    ...(!isCredit && parties.accountName !== null && parties.sortCode !== null && parties.accountNumber !== null
      ? {
          payeeAccount: {
            accountName: parties.accountName,
            sortCode: parties.sortCode,
            accountNumber: parties.accountNumber,
          },
        }
      : {}),
    paymentTerms: isCredit
      ? creditTerms(invoice)
      : say()('invoice.terms', { amountPence: invoice.totalPence, date: invoice.dueDate.toString() }),
    notes: isCredit ? [invoice.reason] : [],
    precedingInvoices:
      invoice.creditsNumber === null || invoice.creditsIssueDate === null
        ? []
        : [{ number: invoice.creditsNumber, issueDate: invoice.creditsIssueDate }],
    prepaidPence: pence(0),
    roundingPence: isCredit ? pence(-invoice.roundingPence) : invoice.roundingPence,
    lines: lines.map((row) =>
      line(
        { ...row, personName: parties.personNames[row.personId] ?? row.personName },
        recordedTreatment(row.vatCategory, row.vatRateBasisPoints, provider),
      ),
    ),
  };
}
