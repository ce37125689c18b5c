// What council settings look like on the wire; their kinds, bounds and defaults are in the domain's one table.

import { SETTING_KEYS } from '@support-market/domain/settings/council-settings';
import { Type } from 'typebox';
import { closed, DateIn, DateOut, InstantOut, oneOf, orNull, pageOf } from '../../http/schemas.ts';

const Key = oneOf(SETTING_KEYS);

const ValueOut = Type.Unsafe<string | number | boolean>(
  Type.Union([Type.Integer(), Type.Boolean(), Type.String()], { description: 'money is whole pence' }),
);

const ChoiceOut = closed({
  id: Type.String(),
  value: ValueOut,
  fromDate: DateOut,
  setAt: InstantOut,
  setByName: orNull(Type.String({ description: 'null: the command that founded the council' })),
  reason: Type.String(),
});

export const CouncilSettingsOut = closed({
  today: DateOut,
  items: Type.Array(
    closed({
      key: Key,
      value: ValueOut,
      default: ValueOut,
      chosen: orNull(ChoiceOut),
      /** Choices that have not begun yet, the next one first. */
      later: Type.Array(ChoiceOut),
    }),
  ),
});

export const KeyParams = closed({ key: Key });
export const SettingHistoryOut = pageOf(ChoiceOut);

export const ChooseSettingIn = closed({
  key: Key,
  value: Type.Unsafe<string | number | boolean>(
    Type.Union([Type.Integer(), Type.Boolean(), Type.String({ maxLength: 20_000 })]),
  ),
  fromDate: DateIn,
  reason: Type.Optional(Type.String({ maxLength: 500 })),
});
export const ChosenOut = closed({ id: Type.String(), key: Key, fromDate: DateOut });
