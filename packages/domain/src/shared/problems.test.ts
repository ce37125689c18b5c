import { describe, expect, it } from 'vitest';
import { isProblemCode, PROBLEM_CODES, PROBLEMS, problemOf } from './problems.ts';

describe('the table of problems', () => {
  it('is sorted, so that two people adding codes meet in the same place', () => {
    expect(PROBLEM_CODES).toEqual([...PROBLEM_CODES].sort());
  });

  it('names every code noun.fault, with an error status', () => {
    for (const code of PROBLEM_CODES) {
      expect(code).toMatch(/^[a-z_]+\.[a-z0-9_]+$/);
      expect(PROBLEMS[code]).toBeGreaterThanOrEqual(400);
      expect(PROBLEMS[code]).toBeLessThan(600);
    }
  });

  it('answers an unknown code as a fault of ours, without detail', () => {
    expect(problemOf('not.known')).toMatchObject({ code: 'server.unexpected', status: 500 });
    expect(problemOf('toString').status).toBe(500);
    expect(isProblemCode('record.not_found')).toBe(true);
    expect(problemOf('record.not_found').status).toBe(404);
  });
});
