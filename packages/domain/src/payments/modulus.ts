// Tells whether a UK sort code and account number can belong together, before money is sent astray.
// Source: Vocalink, "Validating account numbers: UK modulus checking" v8.50. Passing does not prove ownership.

export interface ModulusRow {
  /** Sort codes as numbers, both ends included. */
  readonly start: number;
  readonly end: number;
  readonly method: 'MOD10' | 'MOD11' | 'DBLAL';
  /** Fourteen weights: six for the sort code (u to z), eight for the account (a to h). */
  readonly weights: readonly number[];
  readonly exception: number | undefined;
}

export interface ModulusTable {
  readonly rows: readonly ModulusRow[];
  /** Sort codes that stand for others under exception 5. */
  readonly substitutes: Readonly<Record<string, string>>;
}

/** `unknown`: the table says nothing of this sort code, so the numbers can be neither confirmed nor refused. */
export type AccountVerdict = 'valid' | 'invalid' | 'unknown';

const [A, B, C, G, H] = [6, 7, 8, 12, 13] as const;
const EITHER_WILL_DO = new Set(['2,9', '10,11', '12,13']);
const EXCEPTION_2_WEIGHTS = [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1];
const EXCEPTION_2_WEIGHTS_G9 = [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1];
const EXCEPTION_8_SORT_CODE = '090126';
const EXCEPTION_9_SORT_CODE = '309634';

function digitsOf(sortCode: string, accountNumber: string): number[] {
  return [...`${sortCode}${accountNumber}`].map(Number);
}

function weightsFor(row: ModulusRow, digits: readonly number[]): readonly number[] {
  const isNine = digits[G] === 9;
  if (row.exception === 2 && digits[A] !== 0) return isNine ? EXCEPTION_2_WEIGHTS_G9 : EXCEPTION_2_WEIGHTS;
  const startsNinetyNine = digits[B] === 9 && (digits[A] === 0 || digits[A] === 9);
  if (isNine && (row.exception === 7 || (row.exception === 10 && startsNinetyNine))) {
    return row.weights.map((weight, position) => (position <= B ? 0 : weight));
  }
  return row.weights;
}

function remainderOf(row: ModulusRow, digits: readonly number[]): number {
  const weights = weightsFor(row, digits);
  const products = digits.map((digit, position) => digit * (weights[position] ?? 0));
  const total =
    row.method === 'DBLAL'
      ? products.reduce(
          (sum, product) => sum + Math.floor(product / 100) + (Math.floor(product / 10) % 10) + (product % 10),
          0,
        )
      : products.reduce((sum, product) => sum + product, 0);
  return (total + (row.exception === 1 ? 27 : 0)) % (row.method === 'MOD11' ? 11 : 10);
}

/** Exception 5 compares what is left over with a check digit instead of with nought. */
function passesCheckDigit(row: ModulusRow, digits: readonly number[]): boolean {
  const left = remainderOf(row, digits);
  const [modulus, digit] = row.method === 'MOD11' ? [11, digits[G]] : [10, digits[H]];
  if (left === 0) return digit === 0;
  return modulus - left === digit;
}

function passes(row: ModulusRow, sortCode: string, accountNumber: string, table: ModulusTable): boolean {
  const digits = digitsOf(sortCode, accountNumber);
  switch (row.exception) {
    case 3:
      return digits[C] === 6 || digits[C] === 9 || remainderOf(row, digits) === 0;
    case 4:
      return remainderOf(row, digits) === Number(accountNumber.slice(6));
    case 5:
      return passesCheckDigit(row, digitsOf(table.substitutes[sortCode] ?? sortCode, accountNumber));
    case 6: {
      const first = digits[A] ?? 0;
      const isForeignCurrency = first >= 4 && first <= 8 && digits[G] === digits[H];
      return isForeignCurrency || remainderOf(row, digits) === 0;
    }
    case 8:
      return remainderOf(row, digitsOf(EXCEPTION_8_SORT_CODE, accountNumber)) === 0;
    case 9:
      return remainderOf(row, digitsOf(EXCEPTION_9_SORT_CODE, accountNumber)) === 0;
    case 14: {
      if (remainderOf(row, digits) === 0) return true;
      if (![0, 1, 9].includes(digits[H] ?? -1)) return false;
      return remainderOf(row, digitsOf(sortCode, `0${accountNumber.slice(0, 7)}`)) === 0;
    }
    default:
      return remainderOf(row, digits) === 0;
  }
}

/** Six digits and eight digits; anything else is `invalid`. */
export function checkModulus(sortCode: string, accountNumber: string, table: ModulusTable): AccountVerdict {
  if (!/^\d{6}$/.test(sortCode) || !/^\d{8}$/.test(accountNumber)) return 'invalid';
  const code = Number(sortCode);
  const [first, second] = table.rows.filter((row) => row.start <= code && code <= row.end);
  if (!first) return 'unknown';
  const firstPasses = passes(first, sortCode, accountNumber, table);
  if (!second) return firstPasses ? 'valid' : 'invalid';
  const either = EITHER_WILL_DO.has(`${first.exception},${second.exception}`);
  if (either && firstPasses) return 'valid';
  if (!either && !firstPasses) return 'invalid';
  return passes(second, sortCode, accountNumber, table) ? 'valid' : 'invalid';
}

const METHODS: readonly string[] = ['MOD10', 'MOD11', 'DBLAL'] satisfies readonly ModulusRow['method'][];

/**
 * Reads the table as Vocalink publishes it, in two text files. Throws RangeError naming the
 * line that cannot be read: half a table would let wrong accounts through.
 */
export function parseModulusTable(weights: string, substitutions: string): ModulusTable {
  const split = (text: string) => text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const rows = split(weights).flatMap((fields, index): ModulusRow[] => {
    const [start = '', end = '', method = '', ...numbers] = fields;
    if (start === '') return [];
    const whole = numbers.every((number) => /^-?\d+$/.test(number));
    const right = /^\d{6}$/.test(start) && /^\d{6}$/.test(end) && METHODS.includes(method) && whole;
    if (!right || numbers.length < 14 || numbers.length > 15)
      throw new RangeError(`modulus weights, line ${index + 1}`);
    const exception = numbers[14];
    return [
      {
        start: Number(start),
        end: Number(end),
        method: method as ModulusRow['method'],
        weights: numbers.slice(0, 14).map(Number),
        exception: exception === undefined ? undefined : Number(exception),
      },
    ];
  });
  const substitutes = split(substitutions).flatMap(([from = '', to = ''], index): [string, string][] => {
    if (from === '') return [];
    if (!/^\d{6}$/.test(from) || !/^\d{6}$/.test(to)) throw new RangeError(`sort code substitutes, line ${index + 1}`);
    return [[from, to]];
  });
  return { rows, substitutes: Object.fromEntries(substitutes) };
}
