import { describe, expect, it } from 'vitest';
import { COUNCIL_SETTINGS, DEFAULT_SETTINGS, SETTING_KEYS, settingRule, settingsFrom } from './council-settings.ts';

describe('council settings', () => {
  it('are the published defaults where a council chose nothing', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      autoConfirmDays: 7,
      toleranceBasisPoints: 500,
      toleranceCapPence: 1_000n,
      toleranceFloorMinutes: 5,
      paymentTermsDays: 30,
      payInWeeksInAdvance: 2,
      surplusLimitWeeks: 4,
      surplusKeepWeeks: 12,
      emergencyTelephone: '999',
      contactTelephone: '',
    });
  });

  it('take what was chosen and keep the default of the rest', () => {
    const settings = settingsFrom([
      { key: 'autoConfirmDays', value: 3 },
      { key: 'toleranceCapPence', value: 250 },
      { key: 'contactTelephone', value: '0161 496 0000' },
    ]);
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      autoConfirmDays: 3,
      toleranceCapPence: 250n,
      contactTelephone: '0161 496 0000',
    });
  });

  it('pass over a key that is no more and a value of another kind', () => {
    const chosen = [
      { key: 'gone', value: 3 },
      { key: 'autoConfirmDays', value: 'three' },
    ];
    expect(settingsFrom(chosen)).toEqual(DEFAULT_SETTINGS);
  });

  it.each(SETTING_KEYS)('%s has a default within its own bounds', (key) => {
    const rule = settingRule(key);
    if (rule.kind === 'switch') return;
    if ('min' in rule) expect(rule.default >= rule.min && rule.default <= rule.max).toBe(true);
    else expect(rule.default.length).toBeLessThanOrEqual(rule.maxLength);
  });

  it('name amounts in pence and shares in basis points by their unit', () => {
    for (const [key, rule] of Object.entries(COUNCIL_SETTINGS)) {
      expect([key, key.endsWith('Pence')]).toEqual([key, rule.kind === 'pence']);
      expect([key, key.endsWith('BasisPoints')]).toEqual([key, rule.kind === 'basis-points']);
    }
  });
});
