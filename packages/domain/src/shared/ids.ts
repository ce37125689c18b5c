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
  funder: 'fun',
  funderAccount: 'fac',
  history: 'hist',
  import: 'imp',
  invitation: 'inv8',
  invoice: 'inv',
  invoiceLine: 'invl',
  ledgerAccount: 'lacc',
  letter: 'let',
  listing: 'lst',
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

function encode(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = (ALPHABET[Number(rest & 31n)] as string) + text;
    rest >>= 5n;
  }
  return text;
}

/**
 * An identifier such as `inv_01jd…`: 48 bits of milliseconds, then 80 random bits.
 * `millis` and `random` come from the caller (the clock port and the system's random source), so that the
 * demonstration council is the same on every machine.
 */
export function makeId(noun: IdNoun, millis: number, random: Uint8Array): string {
  let tail = 0n;
  for (let index = 0; index < 10; index += 1) tail = (tail << 8n) | BigInt(random[index] ?? 0);
  return `${PREFIXES[noun]}_${encode(BigInt(millis), 10)}${encode(tail, 16)}`;
}

export const ID_PATTERN = '^[a-z0-9]{2,6}_[0-9a-z]{10,40}$';
