// A setting's value in words, as text in a form, and back from what was typed.
import { type SettingKey, settingRule } from '@support-market/domain/settings/council-settings';
import { parsePounds } from '@support-market/domain/shared/money';
import { useCallback } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { formatPence } from '../../../format/money.ts';
import { useWords } from '../../../words/use-words.ts';
import type { SettingValue } from '../api/council-settings.ts';

const percent = (basisPoints: number): string => String(basisPoints / 100);

/** "7 days", "5%", "£10.00", or the text itself. */
export function useValueWords(): (key: SettingKey, value: SettingValue) => string {
  const say = useWords('council-settings');
  return useCallback(
    (key, value) => {
      const rule = settingRule(key);
      if (typeof value === 'boolean') return say(value ? 'one.yes' : 'one.no');
      if (typeof value === 'number') {
        if (rule.kind === 'pence') return formatPence(value);
        if (rule.kind === 'basis-points') return `${percent(value)}%`;
        return 'min' in rule ? say(`units.${rule.kind}`, { count: value }) : String(value);
      }
      if (rule.kind === 'choice') return say(`choices.${value || 'unsaid'}` as 'choices.unsaid');
      if (value === '') return say('list.empty');
      return rule.kind === 'date' ? sayDate(value) : value;
    },
    [say],
  );
}

/** What stands in the field for a value. */
export function asTyped(key: SettingKey, value: SettingValue): string {
  const { kind } = settingRule(key);
  if (kind === 'pence' && typeof value === 'number') return (value / 100).toFixed(2);
  if (kind === 'basis-points' && typeof value === 'number') return percent(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** The value that was typed, or null where it is not a number and has to be one. */
export function fromTyped(key: SettingKey, typed: string): SettingValue | null {
  const rule = settingRule(key);
  const text = typed.trim();
  if (rule.kind === 'switch') return text === 'yes';
  if (!('min' in rule)) return typed;
  if (rule.kind === 'pence') {
    const read = parsePounds(text);
    return read.ok ? Number(read.value) : null;
  }
  const pattern = rule.kind === 'basis-points' ? /^\d{1,3}(\.\d{1,2})?\s*%?$/ : /^\d{1,6}$/;
  if (!pattern.test(text)) return null;
  const number = Number.parseFloat(text);
  return rule.kind === 'basis-points' ? Math.round(number * 100) : number;
}
