import { describe, expect, it } from 'vitest';
import {
  COUNCIL_SETTINGS,
  DEFAULT_SETTINGS,
  readSettingValue,
  SETTING_KEYS,
  settingRule,
  settingsFrom,
} from './council-settings.ts';

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
    else if (rule.kind === 'choice') expect(rule.choices).toContain(rule.default);
    else expect(rule.default.length).toBeLessThanOrEqual(rule.maxLength);
  });

  it('name amounts in pence and shares in basis points by their unit', () => {
    for (const [key, rule] of Object.entries(COUNCIL_SETTINGS)) {
      expect([key, key.endsWith('Pence')]).toEqual([key, rule.kind === 'pence']);
      expect([key, key.endsWith('BasisPoints')]).toEqual([key, rule.kind === 'basis-points']);
    }
  });
});

describe('a value for a setting', () => {
  const read = (...given: Parameters<typeof readSettingValue>) => {
    const result = readSettingValue(...given);
    return result.ok ? result.value : result.code;
  };

  it('is a whole number within its bounds', () => {
    expect(read('autoConfirmDays', 60)).toBe(60);
    expect(read('autoConfirmDays', 61)).toBe('setting.out_of_range');
    expect(read('autoConfirmDays', -1)).toBe('setting.out_of_range');
    expect(read('autoConfirmDays', 1.5)).toBe('setting.not_a_number');
    expect(read('autoConfirmDays', '7')).toBe('setting.not_a_number');
    expect(read('paymentTermsDays', 31)).toBe('setting.out_of_range');
  });

  it('is a telephone number, a mail address or a day where it has to be', () => {
    expect(read('contactTelephone', ' 0161 496 0000 ')).toBe('0161 496 0000');
    expect(read('contactTelephone', '+44 (0)161 496-0000')).toBe('+44 (0)161 496-0000');
    expect(read('emergencyTelephone', '999')).toBe('999');
    expect(read('contactTelephone', 'ask Ada')).toBe('setting.not_a_telephone');
    expect(read('contactEmail', 'help@riverside.example')).toBe('help@riverside.example');
    expect(read('contactEmail', 'help at riverside')).toBe('setting.not_an_email');
    expect(read('accessibilityTestedOn', '2026-02-30')).toBe('setting.not_a_date');
    expect(read('accessibilityTestedOn', '2026-02-28')).toBe('2026-02-28');
    expect(read('accessibilityStatus', 'partial')).toBe('partial');
    expect(read('accessibilityStatus', 'mostly')).toBe('setting.not_a_choice');
    expect(read('contactHours', 'x'.repeat(201))).toBe('setting.too_long');
  });

  it('may be emptied where it is a text', () => {
    expect(read('contactTelephone', ' ')).toBe('');
    expect(read('privacyNotice', '')).toBe('');
  });
});
