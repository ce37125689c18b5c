// One generator for every identifier: a prefix that names the noun and a time-ordered body, so that rows
// sort by age, indexes stay compact, and a person reading a log knows what an id is of.

const PREFIXES = {
  account: 'acc',
  agreement: 'agr',
  agreedRate: 'rate',
  audit: 'aud',
  bankEntry: 'bent',
  basket: 'bsk',
  basketItem: 'bki',
  budget: 'bud',
  budgetLine: 'line',
  cardPayment: 'card',
  cardReturn: 'cret',
  caseload: 'cas',
  category: 'cat',
  contact: 'con',
  council: 'cncl',
  councilSetting: 'set',
  credential: 'cred',
  event: 'evt',
  exception: 'exc',
  factSource: 'src',
  feed: 'fee',
  feedReading: 'frd',
  funder: 'fun',
  funderAccount: 'fac',
  history: 'hist',
  import: 'imp',
  invitation: 'inv8',
  invoice: 'inv',
  invoiceLine: 'invl',
  keptListing: 'kept',
  ledgerAccount: 'lacc',
  letter: 'let',
  listing: 'lst',
  listingReview: 'lrev',
  location: 'loc',
  mail: 'mail',
  mandate: 'man',
  membership: 'mem',
  message: 'msg',
  offer: 'off',
  offerPrice: 'opr',
  order: 'ord',
  orderLine: 'ordl',
  organisation: 'org',
  outcome: 'out',
  passwordReset: 'pwr',
  payeeAccount: 'pacc',
  payer: 'payr',
  payIn: 'payin',
  payment: 'pay',
  paymentFile: 'pfile',
  paymentRun: 'run',
  person: 'per',
  personAddress: 'adr',
  personTelephone: 'tel',
  photo: 'pho',
  priceRise: 'pri',
  priceRiseOrder: 'prio',
  question: 'que',
  questionEntry: 'quen',
  questionReport: 'quer',
  remittance: 'rem',
  search: 'srch',
  session: 'ses',
  token: 'tok',
  transfer: 'tr',
  visit: 'vis',
  worker: 'wkr',
} as const;

export type IdNoun = keyof typeof PREFIXES;

/** Crockford's base 32 without look-alike letters: sorts as the number it stands for. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The lowest `length` × 5 bits of a whole number below 2^50. */
function encode(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Five bytes are eight letters, and 40 bits a number that needs no bigint. */
const fiveBytes = (bytes: Uint8Array, from: number): string => {
  let value = 0;
  for (let index = from; index < from + 5; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return encode(value, 8);
};

/**
 * An identifier such as `inv_01jd…`: 48 bits of milliseconds, then 80 random bits.
 * `millis` and `random` come from the caller (the clock port and the system's random source), so that the
 * demonstration council is the same on every machine.
 */
export function makeId(noun: IdNoun, millis: number, random: Uint8Array): string {
  return `${PREFIXES[noun]}_${encode(millis, 10)}${fiveBytes(random, 0)}${fiveBytes(random, 5)}`;
}

/** The 128 bits of an id, without its prefix. Throws RangeError for what is no id. */
export function idBits(id: string): bigint {
  const body = /^[a-z0-9]{2,6}_([0-9a-z]{26})$/.exec(id)?.[1];
  const digits = [...(body ?? '')].map((letter) => ALPHABET.indexOf(letter));
  if (body === undefined || digits.includes(-1)) throw new RangeError('no id of ours');
  return digits.reduce((bits, digit) => (bits << 5n) | BigInt(digit), 0n);
}

/** The id of that noun with those 128 bits. */
export function idOfBits(noun: IdNoun, bits: bigint): string {
  const random = Uint8Array.from({ length: 10 }, (_, index) => Number((bits >> BigInt(72 - 8 * index)) & 255n));
  return makeId(noun, Number(bits >> 80n), random);
}

export const ID_PATTERN = '^[a-z0-9]{2,6}_[0-9a-z]{10,40}$';
