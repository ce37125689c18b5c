import { describe, expect, it } from 'vitest';
import { readTelephone } from './telephones.ts';

describe('a telephone number from a file', () => {
  it('gets back the 0 that a spreadsheet took, where only one number can be meant', () => {
    expect(readTelephone('1614960000')).toEqual({ number: '01614960000', certainty: 'mended' });
    expect(readTelephone('161 496 0000 ext 12')).toEqual({ number: '0161 496 0000 ext 12', certainty: 'mended' });
    expect(readTelephone('7700900123')).toEqual({ number: '07700900123', certainty: 'mended' });
    expect(readTelephone('441614960000')).toEqual({ number: '+441614960000', certainty: 'mended' });
  });

  it('stays as it is where it is whole', () => {
    for (const number of [
      '0161 496 0000',
      '+44 (0)161 496 0000',
      '0800 1111',
      '116 123',
      '999',
      '01539 72123',
      '+33 1 70 18 99 00',
    ])
      expect(readTelephone(number)).toEqual({ number, certainty: 'whole' });
  });

  it('is said to be doubtful where it is not known which number is meant', () => {
    for (const number of ['496 0000', '161496000', '12345', '0161 496 000 0000'])
      expect(readTelephone(number)).toEqual({ number, certainty: 'doubtful' });
    expect(readTelephone('none')).toBeNull();
    expect(readTelephone(' ')).toBeNull();
  });
});
